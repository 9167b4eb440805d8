import type { CaseLine } from '#shared/contract/desktop/views.ts'
import { statusLabels } from '#shared/i18n/codes.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { unnamedWords } from '#shared/i18n/unnamed.ts'
import { queuesMessages } from '#shared/i18n/queues.ts'
import { DueClock } from '#renderer/parts/due-clock.tsx'
import { clockOf } from '#renderer/parts/public-status.ts'
import { ReferenceNumber } from '#renderer/parts/reference-number.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { ReferralStatusBadge, StatusBadge } from '#renderer/parts/status-badge.tsx'
import type { DataColumn } from '#renderer/ui/data-list.tsx'
import css from './search.module.css'

/** What tells one result from another: number, subject and person, state, due date. */
export function useResultColumns(): readonly DataColumn<CaseLine>[] {
  const { t, say, label } = useSpeech()
  return [
    {
      key: 'reference',
      header: t(queuesMessages.reference),
      width: '9.75rem',
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
            {line.referral?.text ?? (line.subject === '' ? t(partsMessages.subjectHidden) : line.subject)}
          </span>
          <span className={css['second']}>
            {line.referral === null ? (
              <bdi>{line.person ?? t(unnamedWords(line.unnamed))}</bdi>
            ) : (
              t(queuesMessages.caseStatus, { status: label(statusLabels, line.status) })
            )}
          </span>
        </div>
      ),
    },
    {
      key: 'status',
      header: t(queuesMessages.status),
      width: '11.5rem',
      cell: (line) =>
        line.referral === null ? (
          <StatusBadge short status={line.status} awaits={line.awaits} />
        ) : (
          <ReferralStatusBadge status={line.referral.status} />
        ),
    },
    {
      key: 'due',
      header: t(queuesMessages.due),
      width: '8.25rem',
      cell: (line) => <DueClock due={line.due} overdue={line.overdue} clock={clockOf(line.status)} />,
    },
  ]
}
