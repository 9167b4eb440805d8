import { useDeferredValue, useState } from 'react'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { foldSpelling } from '#renderer/ui/fold-spelling.ts'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { navigate } from '#renderer/ui/navigation.ts'
import type { PaletteAction } from '#renderer/ui/palette.tsx'
import { Palette } from '#renderer/ui/palette.tsx'
import { keysOf, useShortcuts } from '#renderer/ui/use-keys.ts'
import type { CaseLine } from '#shared/contract/desktop/views.ts'
import { statusLabels } from '#shared/i18n/codes.ts'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import { queueLabels } from '#shared/i18n/queues.ts'
import { signInMessages } from '#shared/i18n/sign-in.ts'
import { shownQueues } from './shown-queues.ts'

/** Ctrl+K: actions, places, cases and people by name, in one box. */
export function FramePalette({ onPassword }: { readonly onPassword: () => void }) {
  const { t } = useSpeech()
  const [query, setQuery] = useState('')
  const text = useDeferredValue(query.trim())
  const cases = useFoundCases(text)
  const actions = useActions(onPassword).filter((action) => foldSpelling(action.label).includes(foldSpelling(text)))
  return (
    <Palette
      label={t(words.palette)}
      placeholder={t(words.paletteHint)}
      nothing={t(words.paletteNothing)}
      query={query}
      onQuery={setQuery}
      groups={[
        { label: t(words.paletteCases), actions: cases },
        { label: t(words.paletteActions), actions: actions.slice(0, 12) },
      ]}
    />
  )
}

function useFoundCases(text: string): readonly PaletteAction[] {
  const { t, label } = useSpeech()
  const wanted = text.length >= 2
  const input = { text: wanted ? text : '-', page: { offset: 0, limit: 7 } }
  const found = useCoreQuery(api.cases.search.queryOptions({ input }), { enabled: wanted, keepPrevious: true })
  if (!wanted) return []
  const lines = (found.data?.lines ?? []).map((line) => caseAction(line, label(statusLabels, line.status)))
  const all = {
    key: 'search',
    label: t(words.searchFor, { text }),
    icon: 'search' as const,
    run: () => navigate(paths.search(text)),
  }
  return [...lines, all]
}

function caseAction(line: CaseLine, status: string): PaletteAction {
  return {
    key: line.id,
    label: line.reference,
    icon: 'file',
    content: (
      <>
        <Isolated ltr>{line.reference}</Isolated> · <Isolated>{line.subject}</Isolated>
      </>
    ),
    detail: (
      <>
        {status}
        {line.person !== null && (
          <>
            {' · '}
            <Isolated>{line.person}</Isolated>
          </>
        )}
      </>
    ),
    run: () => navigate(paths.case(line.id)),
  }
}

/** What can be done from anywhere: the shortcuts of the moment, then the queues. */
function useActions(onPassword: () => void): readonly PaletteAction[] {
  const { t } = useSpeech()
  const { has, session } = useSession()
  const shortcuts = useShortcuts()
    .filter((shortcut) => shortcut.id !== 'palette')
    .map((shortcut) => ({
      key: `key-${shortcut.id}`,
      label: shortcut.label,
      icon: 'chevron' as const,
      keys: keysOf(shortcut),
      run: shortcut.run,
    }))
  const counts = useCoreQuery(api.cases.counts.queryOptions({ input: {} }))
  const queues: readonly PaletteAction[] = shownQueues(session.unit, counts.data).map(({ name, icon }) => ({
    key: `queue-${name}`,
    label: t(queueLabels[name]),
    icon,
    run: () => navigate(paths.queue(name)),
  }))
  const settings = {
    key: 'settings',
    label: t(words.settings),
    icon: 'settings' as const,
    run: () => navigate(paths.settings()),
  }
  const password = {
    key: 'password',
    label: t(signInMessages.changePassword),
    icon: 'edit' as const,
    run: onPassword,
  }
  const named = new Set(shortcuts.map((shortcut) => shortcut.label))
  const places = [...queues, ...(has('manage_lists') || has('manage_users') ? [settings] : []), password]
  // A place that has a key of its own stands once, with its key.
  return [...shortcuts, ...places.filter((place) => !named.has(place.label))]
}
