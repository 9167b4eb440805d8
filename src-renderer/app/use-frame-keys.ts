import { paths } from '#renderer/parts/paths.ts'
import { isDepartment, useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { navigate } from '#renderer/ui/navigation.ts'
import { openPalette } from '#renderer/ui/palette.tsx'
import type { Shortcut } from '#renderer/ui/use-keys.ts'
import { useKeys } from '#renderer/ui/use-keys.ts'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import { queueLabels } from '#shared/i18n/queues.ts'

/** The keys that work on every screen. */
export function useFrameKeys(showKeyMap: () => void): void {
  useKeys([...useGeneralKeys(showKeyMap), ...usePlaceKeys()])
}

function useGeneralKeys(showKeyMap: () => void): readonly Shortcut[] {
  const { t } = useSpeech()
  const { has, lock } = useSession()
  const group = t(words.keysGeneral)
  const focusSearch = () => document.getElementById('frame-search')?.focus()
  const register = () => navigate(paths.register())
  return [
    { id: 'palette', code: 'KeyK', mod: true, label: t(words.palette), group, run: openPalette },
    { id: 'key-map', code: 'Slash', shift: true, label: t(words.keyMap), group, run: showKeyMap },
    { id: 'search', code: 'Slash', label: t(words.search), group, run: focusSearch },
    { id: 'lock', code: 'KeyL', mod: true, shift: true, label: t(words.lock), group, run: lock },
    ...(has('register')
      ? [{ id: 'register', code: 'KeyN', alt: true, typing: true, label: t(words.register), group, run: register }]
      : []),
  ]
}

/** G, then the letter of a place. */
function usePlaceKeys(): readonly Shortcut[] {
  const { t } = useSpeech()
  const { has, session } = useSession()
  const [mine, late] = isDepartment(session.unit)
    ? (['ref_to_answer', 'ref_late'] as const)
    : (['my_work', 'overdue'] as const)
  const go = (id: string, next: string, { label, href }: { label: string; href: string }): Shortcut => ({
    id: `go-${id}`,
    code: 'KeyG',
    next,
    label,
    group: t(words.keysGo),
    run: () => navigate(href),
  })
  return [
    go('home', 'KeyH', { label: t(words.home), href: paths.home() }),
    go('my-work', 'KeyM', { label: t(queueLabels[mine]), href: paths.queue(mine) }),
    go('overdue', 'KeyO', { label: t(queueLabels[late]), href: paths.queue(late) }),
    ...(has('report')
      ? [
          go('dashboard', 'KeyD', { label: t(words.dashboard), href: paths.dashboard() }),
          go('reports', 'KeyR', { label: t(words.reports), href: paths.reports() }),
        ]
      : []),
  ]
}
