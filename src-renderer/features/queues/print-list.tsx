import type { CaseFilter, QueueName } from '#shared/contract/desktop/cases.ts'
import type { CaseLine } from '#shared/contract/desktop/views.ts'
import { referralStatusLabels } from '#shared/i18n/codes.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { queuesMessages as messages } from '#shared/i18n/queues.ts'
import { unnamedWords } from '#shared/i18n/unnamed.ts'
import { statusWords } from '#shared/wording/status-words.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { activeConditions } from '#renderer/parts/case-filter.ts'
import { isDepartment, useSession } from '#renderer/parts/session.tsx'
import type { Speech } from '#renderer/parts/speech.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useAllConditionWords } from '#renderer/parts/use-condition-options.ts'
import { useNow } from '#renderer/parts/use-now.ts'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { PrintFrame } from '#renderer/ui/print-frame.tsx'
import { SkeletonRows } from '#renderer/ui/states.tsx'
import { Table, type TableColumn } from '#renderer/ui/table.tsx'
import type { Look } from './queue-store.ts'
import css from './queues.module.css'

interface PrintListProps {
  readonly queue: QueueName
  readonly title: string
  readonly look: Look
  readonly onClose: () => void
}

/** The list as a paper for a meeting: in its order and under its conditions, as its reader sees it. */
export function PrintList({ queue, title, look: { filter, sort, descending }, onClose }: PrintListProps) {
  const { t, direction } = useSpeech()
  const columns = usePaperColumns()
  const query = useCoreQuery(api.cases.paperList.queryOptions({ input: { queue, filter, sort, descending } }), {
    once: true,
  })
  return (
    <Dialog opened onClose={onClose} title={t(messages.print)} size="xl">
      <AsyncView query={query} skeleton={<SkeletonRows />}>
        {({ total, lines }) => (
          <PrintFrame size="A4-landscape" title={title} direction={direction} printLabel={t(messages.printOnPaper)}>
            <h2>{title}</h2>
            <Below filter={filter} total={total} shown={lines.length} />
            <div className={css['sheet']}>
              <Table caption={title} columns={columns} rows={lines} keyOf={(line) => line.id} />
            </div>
          </PrintFrame>
        )}
      </AsyncView>
    </Dialog>
  )
}

interface BelowProps {
  readonly filter: CaseFilter
  readonly total: number
  readonly shown: number
}

/** Under which conditions the list stands, how long it is, and of when it is. */
function Below({ filter, total, shown }: BelowProps) {
  const { t, dateTime } = useSpeech()
  const conditions = useAllConditionWords()
  const now = useNow()
  const said = [
    total > shown ? t(messages.printMost, { count: shown, total }) : t(messages.count, { count: total }),
    t(messages.printedAt, { at: dateTime(now) }),
    ...(activeConditions(filter).length === 0 ? [] : [conditions(filter)]),
  ]
  return <p>{said.join(' · ')}</p>
}

type Column = TableColumn<CaseLine>

/** What one sheet has room for. A department reads what it was sent, and nobody's name. */
function usePaperColumns(): readonly Column[] {
  const speech = useSpeech()
  const { unit } = useSession().session
  const { t, shortDate } = speech
  const received: Column = {
    key: 'received',
    header: t(messages.received),
    cell: (line) => <bdi>{shortDate(line.receivedAt)}</bdi>,
  }
  const own = isDepartment(unit) ? referralColumns(speech) : caseColumns(speech)
  const office = unit.kind === 'central' ? [officeColumn(speech)] : []
  return [numberColumn(speech), ...office, ...own, received, dueColumn(speech)]
}

const numberColumn = ({ t, say }: Speech): Column => ({
  key: 'reference',
  header: t(messages.reference),
  cell: (line) => (
    <>
      <bdi dir="ltr" className={css['whole']}>
        {line.reference}
      </bdi>
      <br />
      {say(line.typeLabel)}
    </>
  ),
})

/** The central unit has cases of all offices on one sheet. */
const officeColumn = ({ t, say }: Speech): Column => ({
  key: 'office',
  header: t(messages.office),
  cell: ({ office }) => <Isolated>{say(office.name)}</Isolated>,
})

const dueColumn = ({ t, shortDate }: Speech): Column => ({
  key: 'due',
  header: t(messages.due),
  cell: ({ referral, ...line }) => {
    const { due, overdue } = referral ?? line
    if (due === null) return t(partsMessages.dueNone)
    return (
      <>
        <bdi>{shortDate(due)}</bdi>
        {overdue && <strong> {t(messages.late)}</strong>}
      </>
    )
  },
})

const referralColumns = ({ t, label }: Speech): readonly Column[] => [
  {
    key: 'referral',
    header: t(messages.referralText),
    cell: ({ referral, subject }) => <span dir="auto">{referral?.text ?? subject}</span>,
  },
  {
    key: 'status',
    header: t(messages.status),
    cell: ({ referral }) => (referral === null ? '' : label(referralStatusLabels, referral.status)),
  },
]

const caseColumns = ({ t, say }: Speech): readonly Column[] => [
  {
    key: 'subject',
    header: t(messages.subject),
    cell: ({ subject }) => <span dir="auto">{subject === '' ? t(partsMessages.subjectHidden) : subject}</span>,
  },
  {
    key: 'person',
    header: t(messages.complainant),
    cell: ({ person, unnamed }) => <bdi>{person ?? t(unnamedWords(unnamed))}</bdi>,
  },
  { key: 'status', header: t(messages.status), cell: (line) => t(statusWords(line).full) },
  {
    key: 'handler',
    header: t(messages.fieldHandler),
    cell: ({ handler }) => handler && <bdi>{say(handler.name)}</bdi>,
  },
  {
    key: 'departments',
    header: t(messages.departments),
    cell: ({ departments }) => departments.map(({ name, id }) => <div key={id}>{say(name)}</div>),
  },
]
