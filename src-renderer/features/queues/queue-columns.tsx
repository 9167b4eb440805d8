import type { CaseLine } from '#shared/contract/desktop/views.ts'
import { caseMessages } from '#shared/i18n/case.ts'
import { confidentialityLabels, statusLabels } from '#shared/i18n/codes.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { unnamedWords } from '#shared/i18n/unnamed.ts'
import { queuesMessages as messages } from '#shared/i18n/queues.ts'
import { DueClock } from '#renderer/parts/due-clock.tsx'
import { PriorityBadge } from '#renderer/parts/priority-badge.tsx'
import { clockOf } from '#renderer/parts/public-status.ts'
import { ReferenceNumber } from '#renderer/parts/reference-number.tsx'
import { isDepartment, useSession } from '#renderer/parts/session.tsx'
import type { Speech } from '#renderer/parts/speech.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useNow } from '#renderer/parts/use-now.ts'
import { ReferralStatusBadge, StatusBadge } from '#renderer/parts/status-badge.tsx'
import type { DataColumn } from '#renderer/ui/data-list.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import css from './queues.module.css'

/** As tall as a subject of two lines with its people below. */
export const queueRowHeight = 64

/** The columns of a list of cases: up to three lines a row, everything a team looks for in 1366 pixels. */
export function useQueueColumns(): readonly DataColumn<CaseLine>[] {
  const { t } = useSpeech()
  const { unit } = useSession().session
  const columns = useAllColumns()
  // The central unit has cases of all offices before it.
  if (unit.kind === 'central') return columns
  if (!isDepartment(unit)) return columns.filter(({ key }) => key !== 'office')
  // A liaison's own department stands in every row, and of the case he reads what the office wrote to it.
  return columns
    .filter(({ key }) => key !== 'departments' && key !== 'office')
    .map((column) => (column.key === 'subject' ? { ...column, header: t(messages.referralText) } : column))
}

/** Letters of an office's code at most. */
const longestCode = 6

/** A number stands whole, however wide the letters before it are; only an office sees none but its own. */
function useNumberWidth(): string {
  const { unit, office } = useSession().session
  const letters = unit.kind === 'office' ? office.code.length : longestCode
  return `${8 + letters * 0.8}rem`
}

function useAllColumns(): readonly DataColumn<CaseLine>[] {
  const speech = useSpeech()
  const { t, shortDate, language } = speech
  return [
    {
      key: 'reference',
      header: t(messages.reference),
      width: useNumberWidth(),
      sortable: true,
      cell: (line) => <NumberCell line={line} />,
    },
    {
      key: 'subject',
      header: t(messages.subject),
      width: 'minmax(11rem, 1fr)',
      cell: (line) => <SubjectCell line={line} />,
    },
    {
      key: 'office',
      header: t(messages.office),
      width: 'minmax(5rem, 7rem)',
      cell: ({ office }) => <OfficeCell name={speech.say(office.name)} />,
    },
    {
      key: 'status',
      header: t(messages.status),
      // The longest English states are longer words than the Arabic ones.
      width: language === 'ar' ? 'minmax(8rem, 10rem)' : 'minmax(8rem, 11.25rem)',
      cell: (line) => <StatusCell line={line} />,
    },
    {
      key: 'priority',
      header: t(messages.priority),
      width: 'minmax(4.5rem, 5.5rem)',
      sortable: true,
      cell: (line) => <PriorityCell line={line} />,
    },
    {
      key: 'departments',
      header: t(messages.departments),
      width: 'minmax(6.5rem, 8.25rem)',
      cell: (line) => <DepartmentsCell line={line} speech={speech} />,
    },
    {
      key: 'received',
      header: t(messages.received),
      width: '6.5rem',
      sortable: true,
      cell: (line) => <bdi>{shortDate(line.receivedAt)}</bdi>,
    },
    {
      key: 'due',
      header: t(messages.due),
      width: 'minmax(9.5rem, 10rem)',
      sortable: true,
      cell: (line) => <DueCell line={line} />,
    },
  ]
}

/** A department's date is its referral's, not the case's. */
function DueCell({ line: { referral, ...line } }: { readonly line: CaseLine }) {
  if (referral === null) return <DueClock due={line.due} overdue={line.overdue} clock={clockOf(line.status)} />
  const isOver = ['answered', 'cancelled', 'waived', 'returned'].includes(referral.status)
  return <DueClock due={referral.due} overdue={referral.overdue} clock={isOver ? 'stopped' : 'running'} />
}

const OfficeCell = ({ name }: { readonly name: string }) => (
  <bdi className={people} title={name}>
    {name}
  </bdi>
)

function NumberCell({ line }: { readonly line: CaseLine }) {
  const { t, say, label } = useSpeech()
  const type = say(line.typeLabel)
  const level = label(confidentialityLabels, line.confidentiality)
  return (
    <div className={css['two']}>
      <span className={css['guarded']}>
        <ReferenceNumber reference={line.reference} />
        {line.confidentiality !== 'normal' && (
          <span role="img" aria-label={level} title={level} data-level={line.confidentiality}>
            <Icon name="lock" size={14} />
          </span>
        )}
      </span>
      <span className={css['second']}>
        {line.cycle > 1 ? `${type} · ${t(partsMessages.cycle, { cycle: line.cycle })}` : type}
      </span>
    </div>
  )
}

const folded = `${css['first']} ${css['folded']}`
const people = `${css['second']} ${css['folded']}`

function SubjectCell({ line }: { readonly line: CaseLine }) {
  const { t, label } = useSpeech()
  if (line.referral !== null)
    return (
      <div className={css['two']}>
        <span className={folded} title={line.referral.text} dir="auto">
          {line.referral.text}
        </span>
        <span className={css['second']}>{t(messages.caseStatus, { status: label(statusLabels, line.status) })}</span>
      </div>
    )
  return (
    <div className={css['two']}>
      <span className={folded} title={line.subject} dir="auto">
        {line.subject === '' ? t(partsMessages.subjectHidden) : line.subject}
      </span>
      <span className={css['second']}>
        <bdi>{line.person ?? t(unnamedWords(line.unnamed))}</bdi>
      </span>
    </div>
  )
}

function PriorityCell({ line: { priority, escalation } }: { readonly line: CaseLine }) {
  const { t } = useSpeech()
  return (
    <div className={css['two']}>
      <PriorityBadge priority={priority} />
      {escalation > 0 && (
        <span className={css['raised']}>
          <Icon name="bell" size={13} />
          {t(messages.escalated, { level: escalation })}
        </span>
      )}
    </div>
  )
}

/** Where it stands, with whom, and when the next step is due. */
function StatusCell({ line }: { readonly line: CaseLine }) {
  const { t, say, shortDateTime } = useSpeech()
  const now = useNow()
  return (
    <div className={css['two']}>
      <span className={css['first']}>
        {line.referral === null ? (
          <StatusBadge short status={line.status} awaits={line.awaits} />
        ) : (
          <ReferralStatusBadge status={line.referral.status} />
        )}
      </span>
      {line.referral !== null && line.referral.reminders > 0 && (
        <span className={css['raised']}>
          <Icon name="bell" size={13} />
          {t(caseMessages.reminders, { count: line.referral.reminders })}
        </span>
      )}
      {line.nextAt !== null && (
        <span className={line.nextAt <= now ? css['now'] : css['second']}>
          {t(line.nextAt <= now ? messages.nextNow : messages.nextOn, { at: shortDateTime(line.nextAt) })}
        </span>
      )}
      {line.handler !== null && (
        <span className={css['second']}>
          <bdi>{t(messages.handledBy, { name: say(line.handler.name) })}</bdi>
        </span>
      )}
    </div>
  )
}

function DepartmentsCell({ line, speech }: { readonly line: CaseLine; readonly speech: Speech }) {
  const { t, say, shortDate } = speech
  const [first] = line.departments
  const now = useNow()
  const isLate = line.referralDue !== null && line.referralDue < now
  if (first === undefined) return null
  const name = say(first.name)
  return (
    <div className={css['two']}>
      <span className={folded} title={name}>
        <bdi>
          {line.departments.length === 1
            ? name
            : t(messages.moreDepartments, { name, count: line.departments.length - 1 })}
        </bdi>
      </span>
      {line.referralDue !== null && (
        <span className={isLate ? css['now'] : css['second']}>
          {isLate ? t(partsMessages.referralLate) : t(partsMessages.referralDue, { due: shortDate(line.referralDue) })}
        </span>
      )}
    </div>
  )
}
