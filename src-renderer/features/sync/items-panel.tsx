import { useState } from 'react'
import type { CommitItem, SyncStatus } from '#shared/contract/desktop/sync.ts'
import { standingReasons } from '#shared/i18n/standing-reasons.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Refused } from '#renderer/parts/refused.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Stack } from '#renderer/ui/layout.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { ItemsTable } from './items-table.tsx'
import { nothingWaits } from './nothing-waits.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** A clash is shown with its case, whoever's work it was. */
const isElsewhere = ({ standing }: CommitItem): boolean => standing === 'conflict'

/** What waits, is held or was refused, of this user or, for who keeps the store, of all: the reason, and what may be done (S2). */
export function ItemsPanel({ counts }: Pick<SyncStatus, 'counts'>) {
  const { t, number } = useSpeech()
  const query = useCoreQuery(api.sync.items.queryOptions({ input: {} }))
  const unshown = useCoreQuery(api.sync.unshown.queryOptions({ input: {} })).data ?? 0
  const [withdrawn, setWithdrawn] = useState<string | null>(null)
  const retry = useCoreAction(core.sync.retry, ({ standing }) => {
    if (standing === 'accepted') showToast({ tone: 'good', text: t(standingReasons.accepted) })
    if (standing === 'held') showToast({ tone: 'info', text: t(words.stillHeld) })
  })
  const close = () => {
    setWithdrawn(null)
    void query.refetch()
  }
  const held = query.data?.filter(({ standing }) => standing === 'held').length ?? 0
  return (
    <Panel
      title={t(words.items)}
      actions={held > 0 && <Badge tone="warn">{t(words.heldCount, { count: number(held) })}</Badge>}
    >
      <Refused refusal={retry.refusal} />
      <AsyncView
        query={query}
        isEmpty={(items) => items.every(isElsewhere)}
        empty={<Text quiet>{t(nothingWaits(counts))}</Text>}
      >
        {(items) => {
          const listed = items.filter((item) => !isElsewhere(item))
          return (
            <Stack gap="xs">
              {unshown > 0 && (
                <Text quiet>{t(words.itemsBesides, { own: number(listed.length), count: unshown })}</Text>
              )}
              <ItemsTable
                items={listed}
                onWithdraw={setWithdrawn}
                onRetry={(commit) => void retry.run({ commit }).then(() => query.refetch())}
              />
            </Stack>
          )
        }}
      </AsyncView>
      {withdrawn !== null && <WithdrawDialog commit={withdrawn} onClose={close} />}
    </Panel>
  )
}
