import type { ReferralLine } from '#shared/contract/desktop/referral-line.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import type { Referral } from '#shared/domain/case/state.ts'
import { unansweredReminders } from '#shared/domain/case/unanswered-reminders.ts'
import { stringOr } from '#shared/lib/string-or.ts'
import { readCase } from '#core/projections/case-store.ts'
import { readStream } from '#core/store/read-stream.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'

const beginning = 160

/** What a department's user is shown of a case in a list: his unit's referral, in the office's words to it. */
export function ownReferral(office: Office, caller: Caller, id: string): ReferralLine | null {
  const { db } = office.store
  const state = readCase(db, id)
  const own = state === null ? undefined : currentCycle(state).referrals.findLast(isOf(caller.user.unit))
  if (own === undefined) return null
  const sent = readStream(db, `case:${id}`).find(
    ({ type, facts }) => type === 'referred' && facts['referral'] === own.id,
  )
  return {
    status: own.status,
    due: own.due.at,
    overdue: isTheirs(own) && own.due.at < office.ports.clock.now(),
    reminders: unansweredReminders(own),
    text: stringOr(sent?.private?.['text'], '').slice(0, beginning),
  }
}

const isOf =
  (unit: string) =>
  ({ department }: Referral): boolean =>
    department === unit

/** What the department asked is the office's to answer; what has ended is nobody's. */
const isTheirs = ({ endedAt, asked }: Referral): boolean => endedAt === null && asked?.by !== 'department'
