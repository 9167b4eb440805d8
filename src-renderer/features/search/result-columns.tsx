import type { CaseLine } from '#shared/contract/desktop/views.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { queuesMessages } from '#shared/i18n/queues.ts'
import { DueClock } from '#renderer/parts/due-clock.tsx'
import { clockOf } from '#renderer/parts/public-status.ts'
import { ReferenceNumber } from '#renderer/parts/reference-number.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { StatusBadge } from '#renderer/parts/status-badge.tsx'
import type { DataColumn } from '#renderer/ui/data-list.tsx'
import css from './search.module.css'

/** What tells one result from another: number, subject and person, state, due date. */
export function useResultColumns(): readonly DataColumn<CaseLine>[] {
  const { t, say } = useSpeech()
  return [
    {
      key: 'reference',
      header: t(queuesMessages.reference),
      width: '9.25rem',
      cell: (line) => (
        <div className={css['two']}>
          <ReferenceNumber reference={line.reference} />
          <span className={css['second']}>{say(line.typeLabel)}</span>
        </div>
      ),
    },
    {
      key: 'subject',
      header: t(queuesMessages.subject),
      width: 'minmax(9rem, 1fr)',
      cell: (line) => (
        <div className={css['two']}>
          <span className={css['first']} dir="auto">
            {line.subject === '' ? t(partsMessages.subjectHidden) : line.subject}
          </span>
          <span className={css['second']}>
            <bdi>{line.person ?? t(line.anonymous ? partsMessages.anonymous : partsMessages.personHidden)}</bdi>
          </span>
        </div>
      ),
    },
    {
      key: 'status',
      header: t(queuesMessages.status),
      width: '11.5rem',
      cell: (line) => <StatusBadge short status={line.status} awaits={line.awaits} />,
    },
    {
      key: 'due',
      header: t(queuesMessages.due),
      width: '8.25rem',
      cell: (line) => <DueClock due={line.due} overdue={line.overdue} clock={clockOf(line.status)} />,
    },
  ]
}
