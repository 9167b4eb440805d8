import { useCallback, useRef, useState } from 'react'
import type { QueueName } from '#shared/contract/desktop/cases.ts'
import type { CaseLine, CasePage } from '#shared/contract/desktop/views.ts'
import { queuesMessages as messages } from '#shared/i18n/queues.ts'
import { isolate } from '#shared/text/direction.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, usePagedRows } from '#renderer/client/use-core.ts'
import { CaseFilterChips } from '#renderer/parts/case-filter-chips.tsx'
import { CaseFilterPanel } from '#renderer/parts/case-filter-panel.tsx'
import { activeConditions } from '#renderer/parts/case-filter.ts'
import { paths } from '#renderer/parts/paths.ts'
import { isDepartment, useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { TakeOut } from '#renderer/parts/take-out.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { navigate } from '#renderer/ui/navigation.ts'
import { Page } from '#renderer/ui/page.tsx'
import { ErrorState, SkeletonRows } from '#renderer/ui/states.tsx'
import { useKeys } from '#renderer/ui/use-keys.ts'
import { allMatching } from './all-matching.ts'
import { BulkBar } from './bulk-bar.tsx'
import { PrintList } from './print-list.tsx'
import { QueueEmpty } from './queue-empty.tsx'
import type { Look, SortKey } from './queue-store.ts'
import { nameOfLook, useQueues } from './queue-store.ts'
import { SavedViews } from './saved-views.tsx'
import { queueRowHeight, useQueueColumns } from './queue-columns.tsx'
import css from './queues.module.css'

interface QueueListProps {
  readonly queue: QueueName
  readonly title: string
  readonly look: Look
  readonly onLook: (look: Look) => void
}

/** A list of cases of any length with filter, order, selection and keyboard (UI rules 2 and 6). */
export function QueueList({ queue, title, look, onLook }: QueueListProps) {
  const { t, language } = useSpeech()
  const { session, has } = useSession()
  const [filtering, setFiltering] = useState(false)
  const [printing, setPrinting] = useState(false)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const { filter, sort, descending } = look
  const rows = usePagedRows<CasePage, CaseLine>({
    queryFor: (page) => api.cases.queue.queryOptions({ input: { queue, filter, sort, descending, page } }),
    total: ({ total }) => total,
    rows: ({ lines }) => lines,
  })
  const taking = useCoreAction(core.cases.exportList)
  const seen = useSeenReferences(rows.rowAt)
  const active = activeConditions(filter).length
  const view = useQueues(({ views }) => nameOfLook(views, queue, look))
  const counted = t(messages.count, { count: rows.count })
  const subtitle = view === null ? counted : `${counted} · ${t(messages.viewShown, { name: isolate(view) })}`
  const setFilter = (next: Look['filter']) => onLook({ ...look, filter: next })
  const selectAll = async () => {
    const all = await allMatching(core, { queue, filter })
    seen.remember(all)
    setSelected(new Set(all.keys()))
  }
  const clear = () => setFilter(filter.ids === undefined ? {} : { ids: filter.ids })
  const print = { id: 'print', code: 'KeyP', mod: true, label: t(messages.print), run: () => setPrinting(true) }
  useKeys([
    { id: 'queue-filter', code: 'Slash', label: t(messages.filter), run: () => setFiltering(true) },
    ...(rows.count === 0 ? [] : [print]),
  ])
  return (
    <Page
      wide
      title={title}
      subtitle={rows.isPending && rows.count === 0 ? undefined : subtitle}
      actions={
        <>
          {(has('report') || isDepartment(session.unit)) && (
            <TakeOut
              of={look}
              label={t(messages.export)}
              busy={taking.busy}
              refusal={taking.refusal}
              take={() => taking.run({ queue, filter, sort, descending, language })}
            />
          )}
          {rows.count > 0 && (
            <Button icon="print" onClick={() => setPrinting(true)}>
              {t(messages.print)}
            </Button>
          )}
          <SavedViews queue={queue} look={look} onLook={onLook} />
          <Button icon="filter" expanded={filtering} onClick={() => setFiltering(!filtering)}>
            {active === 0 ? t(messages.filter) : t(messages.filterActive, { count: active })}
          </Button>
        </>
      }
    >
      {printing && <PrintList queue={queue} title={title} look={look} onClose={() => setPrinting(false)} />}
      {filtering && <CaseFilterPanel of="queue" filter={filter} onChange={setFilter} />}
      <CaseFilterChips filter={filter} onChange={setFilter} />
      <BulkBar
        selected={selected}
        references={seen.references}
        total={rows.count}
        onSelectAll={selectAll}
        onClear={() => setSelected(new Set())}
      />
      <div className={css['list']}>
        <Rows
          rows={rows}
          rowAt={seen.rowAt}
          queue={queue}
          title={title}
          look={look}
          onLook={onLook}
          onClear={clear}
          selected={selected}
          onSelect={setSelected}
        />
      </div>
    </Page>
  )
}

interface RowsProps extends QueueListProps {
  readonly rows: ReturnType<typeof usePagedRows<CasePage, CaseLine>>
  readonly rowAt: (index: number) => CaseLine | undefined
  readonly onClear: () => void
  readonly selected: ReadonlySet<string>
  readonly onSelect: (keys: ReadonlySet<string>) => void
}

function Rows({ rows, rowAt, queue, title, look, onLook, onClear, selected, onSelect }: RowsProps) {
  const columns = useQueueColumns()
  const { sort, descending, filter } = look
  if (rows.isPending && rows.count === 0) return <SkeletonRows count={10} />
  if (rows.error !== null && rows.count === 0)
    return <ErrorState error={rows.error} onRetry={() => void rows.refetch()} />
  return (
    <DataList<CaseLine>
      autoFocus
      label={title}
      columns={columns}
      count={rows.count}
      rowAt={rowAt}
      keyOf={(line) => line.id}
      onOpen={(line) => navigate(paths.case(line.id))}
      selection={{ keys: selected, onChange: onSelect }}
      sort={{ key: sort, descending }}
      onSort={(key) => onLook({ ...look, sort: key as SortKey, descending: key === sort && !descending })}
      onRange={rows.onRange}
      rowHeight={queueRowHeight}
      empty={<QueueEmpty queue={queue} filter={filter} onClear={onClear} />}
    />
  )
}

/** Numbers of rows that were in sight, so that a selection can name them after scrolling on. */
function useSeenReferences(rowAt: (index: number) => CaseLine | undefined) {
  const references = useRef(new Map<string, string>())
  const remembering = useCallback(
    (index: number) => {
      const line = rowAt(index)
      if (line !== undefined) references.current.set(line.id, line.reference)
      return line
    },
    [rowAt],
  )
  const remember = (all: ReadonlyMap<string, string>) => {
    for (const [id, reference] of all) references.current.set(id, reference)
  }
  return { references: references.current, rowAt: remembering, remember }
}
