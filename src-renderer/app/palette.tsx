import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { useDeferredValue, useState } from 'react'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import type { IconName } from '#renderer/ui/icon-paths.ts'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { navigate } from '#renderer/ui/navigation.ts'
import { keysOf, useShortcuts } from '#renderer/ui/use-keys.ts'
import { statusLabels } from '#shared/i18n/codes.ts'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import { queueLabels } from '#shared/i18n/queues.ts'
import { foldText } from '#shared/text/fold-text.ts'
import { shownQueues } from './shown-queues.ts'

const [store, spotlight] = createSpotlight()

export const openPalette = (): void => spotlight.open()

interface Action {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  readonly keys?: readonly string[]
  readonly run: () => void
}

/** Ctrl+K: actions, places, cases and people by name, in one box. */
export function Palette() {
  const { t } = useSpeech()
  const [query, setQuery] = useState('')
  const text = useDeferredValue(query.trim())
  const actions = useActions().filter((action) => foldText(action.label).includes(foldText(text)))
  return (
    <Spotlight.Root store={store} query={query} onQueryChange={setQuery} shortcut={null} scrollable maxHeight={420} attributes={{ content: { 'aria-label': t(words.palette) } }}>
      <Spotlight.Search placeholder={t(words.paletteHint)} aria-label={t(words.palette)} dir="auto" leftSection={<Icon name="search" />} />
      <Spotlight.ActionsList>
        <FoundCases text={text} />
        {actions.length > 0 && (
          <Spotlight.ActionsGroup label={t(words.paletteActions)}>
            {actions.slice(0, 12).map((action) => (
              <Spotlight.Action
                key={action.id}
                label={action.label}
                onClick={action.run}
                leftSection={<Icon name={action.icon} />}
                rightSection={action.keys === undefined ? undefined : <KeyHint keys={action.keys} />}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {actions.length === 0 && text === '' && <Spotlight.Empty>{t(words.paletteNothing)}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function FoundCases({ text }: { readonly text: string }) {
  const { t, label } = useSpeech()
  const wanted = text.length >= 2
  const input = { text: wanted ? text : '-', page: { offset: 0, limit: 7 } }
  const found = useCoreQuery(api.cases.search.queryOptions({ input }), { enabled: wanted, keepPrevious: true })
  if (!wanted) return null
  return (
    <Spotlight.ActionsGroup label={t(words.paletteCases)}>
      {(found.data?.lines ?? []).map((line) => (
        <Spotlight.Action key={line.id} onClick={() => navigate(paths.case(line.id))} leftSection={<Icon name="file" />}>
          <div style={{ flex: 1, minInlineSize: 0 }}>
            <div>
              <Isolated ltr>{line.reference}</Isolated> · <Isolated>{line.subject}</Isolated>
            </div>
            <div style={{ color: 'var(--text-quiet)', fontSize: 'var(--mantine-font-size-xs)' }}>
              {label(statusLabels, line.status)}
              {line.person !== null && (
                <>
                  {' · '}
                  <Isolated>{line.person}</Isolated>
                </>
              )}
            </div>
          </div>
        </Spotlight.Action>
      ))}
      <Spotlight.Action label={t(words.searchFor, { text })} onClick={() => navigate(paths.search(text))} leftSection={<Icon name="search" />} />
    </Spotlight.ActionsGroup>
  )
}

/** What can be done from anywhere: the shortcuts of the moment, then the queues. */
function useActions(): readonly Action[] {
  const { t } = useSpeech()
  const { has } = useSession()
  const shortcuts = useShortcuts()
    .filter((shortcut) => shortcut.id !== 'palette')
    .map((shortcut) => ({ id: `key-${shortcut.id}`, label: shortcut.label, icon: 'chevron' as const, keys: keysOf(shortcut), run: shortcut.run }))
  const queues = shownQueues.map(({ name, icon }) => ({ id: `queue-${name}`, label: t(queueLabels[name]), icon, run: () => navigate(paths.queue(name)) }))
  const settings = has('manage_lists') || has('manage_users') ? [{ id: 'settings', label: t(words.settings), icon: 'settings' as const, run: () => navigate(paths.settings()) }] : []
  return [...shortcuts, ...queues, ...settings]
}
