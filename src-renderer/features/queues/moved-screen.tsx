import type { MovedCase } from '#shared/contract/desktop/cases.ts'
import { queuesMessages as messages } from '#shared/i18n/queues.ts'
import { api } from '#renderer/client/core.ts'
import { usePagedRows } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import { ReferenceNumber } from '#renderer/parts/reference-number.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import type { DataColumn } from '#renderer/ui/data-list.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { navigate } from '#renderer/ui/navigation.ts'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#renderer/ui/states.tsx'
import css from './queues.module.css'

/** Cases that this unit lost by a move, and who has them now (G-07). */
export function MovedScreen() {
  const { t } = useSpeech()
  return (
    <Page wide title={t(messages.movedAway)} subtitle={t(messages.movedNote)}>
      <Moved />
    </Page>
  )
}

function Moved() {
  const { t } = useSpeech()
  const columns = useColumns()
  const rows = usePagedRows({
    queryFor: (page) => api.cases.movedAway.queryOptions({ input: { page } }),
    total: ({ total }) => total,
    rows: ({ lines }) => lines,
  })
  if (rows.isPending && rows.count === 0) return <SkeletonRows count={8} />
  if (rows.error !== null && rows.count === 0)
    return <ErrorState error={rows.error} onRetry={() => void rows.refetch()} />
  if (rows.count === 0) return <EmptyState icon="send" title={t(messages.movedNone)} />
  return (
    <div className={css['list']}>
      <DataList<MovedCase>
        autoFocus
        label={t(messages.movedAway)}
        columns={columns}
        count={rows.count}
        rowAt={rows.rowAt}
        keyOf={(moved) => moved.reference}
        onOpen={(moved) => navigate(paths.search(moved.reference))}
        onRange={rows.onRange}
      />
    </div>
  )
}

function useColumns(): readonly DataColumn<MovedCase>[] {
  const { t, say, shortDate } = useSpeech()
  return [
    {
      key: 'reference',
      header: t(messages.reference),
      width: '11rem',
      cell: (moved) => <ReferenceNumber reference={moved.reference} />,
    },
    {
      key: 'registered',
      header: t(messages.movedRegistered),
      width: '11rem',
      cell: (moved) => shortDate(moved.registeredAt),
    },
    { key: 'moved', header: t(messages.movedAt), width: '11rem', cell: (moved) => shortDate(moved.movedAt) },
    {
      key: 'unit',
      header: t(messages.movedTo),
      width: 'minmax(9rem, 1fr)',
      cell: (moved) => <Isolated>{say(moved.unit.name)}</Isolated>,
    },
  ]
}
