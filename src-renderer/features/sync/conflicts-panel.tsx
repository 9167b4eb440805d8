import type { ConflictItem } from '#shared/contract/desktop/sync.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { eventWords } from '#renderer/parts/event-words.ts'
import { paths } from '#renderer/parts/paths.ts'
import { ReferenceNumber } from '#renderer/parts/reference-number.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { Text } from '#renderer/ui/text.tsx'

/** Clashes that wait for a person; each is settled on its case, with both sides in view (N-06). */
export function ConflictsPanel() {
  const { t } = useSpeech()
  const query = useCoreQuery(api.sync.conflicts.queryOptions({ input: {} }))
  return (
    <Panel title={t(words.conflicts)}>
      <AsyncView
        query={query}
        isEmpty={(items) => items.length === 0}
        empty={<Text quiet>{t(words.conflictsEmptyText)}</Text>}
      >
        {(items) => <Conflicts items={items} />}
      </AsyncView>
    </Panel>
  )
}

function Conflicts({ items }: { readonly items: readonly ConflictItem[] }) {
  const { t, say, shortDateTime } = useSpeech()
  return (
    <Table
      caption={t(words.conflicts)}
      rows={items}
      keyOf={({ event }) => event}
      columns={[
        {
          key: 'case',
          header: t(words.case),
          cell: ({ case: { id, reference } }) => <ReferenceNumber reference={reference} href={paths.case(id)} />,
        },
        { key: 'what', header: t(words.what), cell: ({ type }) => t(eventWords(type)) },
        {
          key: 'who',
          header: t(words.whoWhen),
          cell: ({ actor, at }) => <bdi>{t(words.by, { who: say(actor.name), when: shortDateTime(at) })}</bdi>,
        },
        {
          key: 'action',
          header: t(words.actions),
          cell: ({ case: { id }, event, maySettle }) => (
            <Button size="xs" kind={maySettle ? 'primary' : 'default'} href={paths.case(id, { conflict: event })}>
              {t(maySettle ? words.settle : words.compareSides)}
            </Button>
          ),
        },
      ]}
    />
  )
}
