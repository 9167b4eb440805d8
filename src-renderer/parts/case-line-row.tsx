import type { Label } from '#shared/domain/access/events.ts'
import type { Status } from '#shared/domain/case/codes.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { partsMessages as messages } from '#shared/i18n/parts.ts'
import { DueClock } from './due-clock.tsx'
import { paths } from './paths.ts'
import { clockOf, publicStatus } from './public-status.ts'
import { ReferenceNumber } from './reference-number.tsx'
import { useSpeech } from './speech.tsx'
import { StatusBadge } from './status-badge.tsx'
import css from './case-line-row.module.css'

/** What a line of a case needs; the lines of queues and of search have it all. */
export interface CaseLineFacts {
  readonly id: string
  readonly reference: string
  readonly typeLabel: Label
  readonly status: Status
  readonly subject: string
  readonly receivedAt: Instant
  readonly due: Instant | null
  readonly overdue: boolean
}

/** A case in two lines, for the lists beside a form and on a person's page. */
export function CaseLineRow({ line }: { readonly line: CaseLineFacts }) {
  const { t, say, shortDate } = useSpeech()
  const { open } = publicStatus(line.status)
  return (
    <div className={css['row']}>
      <div className={css['head']}>
        <ReferenceNumber reference={line.reference} href={paths.case(line.id)} />
        <StatusBadge status={line.status} />
      </div>
      <div className={css['subject']} dir="auto">
        {line.subject === '' ? t(messages.subjectHidden) : line.subject}
      </div>
      <div className={css['facts']}>
        <span>{say(line.typeLabel)}</span>
        <span>{t(messages.receivedOn, { date: shortDate(line.receivedAt) })}</span>
        {open && <DueClock due={line.due} overdue={line.overdue} clock={clockOf(line.status)} inline />}
      </div>
    </div>
  )
}

/** Cases below one another. */
export function CaseLineList({ lines, label }: { readonly lines: readonly CaseLineFacts[]; readonly label: string }) {
  return (
    <ul className={css['list']} aria-label={label}>
      {lines.map((line) => (
        <li key={line.id} className={css['item']}>
          <CaseLineRow line={line} />
        </li>
      ))}
    </ul>
  )
}
