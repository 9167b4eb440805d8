import { useState } from 'react'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { foldSpelling } from '#renderer/ui/fold-spelling.ts'
import { navigate } from '#renderer/ui/navigation.ts'
import type { PaletteAction } from '#renderer/ui/palette.tsx'
import { Palette } from '#renderer/ui/palette.tsx'
import { keysOf, useShortcuts } from '#renderer/ui/use-keys.ts'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import { queueLabels } from '#shared/i18n/queues.ts'
import { signInMessages } from '#shared/i18n/sign-in.ts'
import { useFoundCases, useFoundPeople } from './found-in-palette.tsx'
import { shownQueues } from './shown-queues.ts'

/** Ctrl+K: actions, places, cases and people by name, in one box. */
export function FramePalette({ onPassword }: { readonly onPassword: () => void }) {
  const { t } = useSpeech()
  const [query, setQuery] = useState('')
  const text = query.trim()
  const cases = useFoundCases(text)
  const people = useFoundPeople(text)
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
        { label: t(words.palettePeople), actions: people },
        { label: t(words.paletteActions), actions: actions.slice(0, 12) },
      ]}
    />
  )
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
