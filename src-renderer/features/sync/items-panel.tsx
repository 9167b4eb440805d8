import { useState } from 'react'
import type { CommitItem } from '#shared/contract/desktop/sync.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { Refused } from './refused.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

type Opened =
  | { readonly kind: 'withdraw'; readonly commit: string }
  | { readonly kind: 'settle'; readonly event: string }

/** What waits, is held, refused or in conflict: the reason, and what may be done (S2, N-06). */
export function ItemsPanel() {
  const { t } = useSpeech()
  const query = useCoreQuery(api.sync.items.queryOptions({ input: {} }))
  const [opened, setOpened] = useState<Opened | null>(null)
  const retry = useCoreAction(core.sync.retry)
  const close = () => setOpened(null)
  return (
    <Panel title={t(words.items)}>
      <Refused refusal={retry.refusal} />
      <AsyncView
        query={query}
        isEmpty={(items) => items.length === 0}
        empty={<EmptyState icon="check-circle" title={t(words.itemsEmpty)} text={t(words.itemsEmptyText)} />}
      >
        {(items) => <Items items={items} onOpen={setOpened} onRetry={(commit) => void retry.run({ commit })} />}
      </AsyncView>
      {opened?.kind === 'withdraw' && <WithdrawDialog commit={opened.commit} onClose={close} />}
      {opened?.kind === 'settle' && <SettleDialog event={opened.event} onClose={close} />}
    </Panel>
  )
}

interface ItemsProps {
  readonly items: readonly CommitItem[]
  readonly onOpen: (opened: Opened) => void
  readonly onRetry: (commit: string) => void
}

function Items({ items, onOpen, onRetry }: ItemsProps) {
  const { t, say, dateTime } = useSpeech()
  return (
    <Table
      caption={t(words.items)}
      rows={items}
      keyOf={(item) => item.commit}
      columns={[
        { key: 'what', header: t(words.what), cell: (item) => <What item={item} /> },
        {
          key: 'standing',
          header: t(words.standing),
          cell: ({ standing }) => <Badge tone={toneOf(standing)}>{t(words[standing])}</Badge>,
        },
        {
          key: 'who',
          header: t(words.whoWhen),
          cell: ({ actor, at }) => <bdi>{t(words.by, { who: say(actor.name), when: dateTime(at) })}</bdi>,
        },
        { key: 'why', header: t(words.why), cell: ({ reason }) => (reason === null ? '–' : say(reason)) },
        {
          key: 'actions',
          header: t(words.actions),
          cell: (item) => <Actions item={item} onOpen={onOpen} onRetry={onRetry} />,
        },
      ]}
    />
  )
}

function What({ item }: { readonly item: CommitItem }) {
  const { t } = useSpeech()
  if (item.case === null) return t(words.noCase)
  return (
    <a href={paths.case(item.case.id)}>
      <bdi>{item.case.reference}</bdi>
    </a>
  )
}

function Actions({ item, onOpen, onRetry }: Omit<ItemsProps, 'items'> & { readonly item: CommitItem }) {
  const { t } = useSpeech()
  const event = item.events[0]?.id
  return (
    <Row gap="xs">
      {item.may.includes('settle') && event !== undefined && (
        <Button size="xs" kind="primary" onClick={() => onOpen({ kind: 'settle', event })}>
          {t(words.settle)}
        </Button>
      )}
      {item.may.includes('retry') && (
        <Button size="xs" onClick={() => onRetry(item.commit)}>
          {t(words.retry)}
        </Button>
      )}
      {item.may.includes('withdraw') && (
        <Button size="xs" onClick={() => onOpen({ kind: 'withdraw', commit: item.commit })}>
          {t(words.withdraw)}
        </Button>
      )}
    </Row>
  )
}

const toneOf = (standing: CommitItem['standing']) =>
  standing === 'refused' || standing === 'conflict' ? 'bad' : standing === 'held' ? 'warn' : 'neutral'
