import type { QueueName } from '#shared/contract/desktop/cases.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { dateOfDayNumber, dayNumberOf } from '#shared/domain/clock/local-date.ts'
import { localDateOf, startOfLocalDay } from '#shared/domain/clock/working-time.ts'
import type { Caller } from './caller.ts'
import { where } from './condition.ts'
import type { Condition } from './condition.ts'
import type { Office } from './office.ts'

/* A department's queues as conditions on its rows of `referral_rows q`. What it asked of the office is the office's to answer: never late with it. */

export type LiaisonQueue = Extract<QueueName, `ref_${string}`>

export const isLiaisonQueue = (queue: QueueName): queue is LiaisonQueue => queue.startsWith('ref_')

interface Moment {
  readonly now: Instant
  readonly zone: string
}

const theirs = "(q.asked_by IS NULL OR q.asked_by <> 'department')"

/** Cases by the state of their referral to the caller's own unit. */
export function referredTo(office: Office, caller: Caller, queue: LiaisonQueue): Condition {
  const moment = { now: office.ports.clock.now(), zone: office.reference.settings.zone }
  const { sql, params } = liaisonCondition(queue, moment)
  return where(
    `r.id IN (SELECT q.case_id FROM referral_rows q WHERE q.department = ? AND ${sql})`,
    caller.user.unit,
    ...params,
  )
}

/** Cases of which a department, whichever, is late with its answer. */
export const lateReferrals = (now: Instant): Condition =>
  where(`r.id IN (SELECT q.case_id FROM referral_rows q WHERE ${theirs} AND q.due_at < ?)`, now)

/** In: a queue, the moment. Out: its condition on a referral with the parameters. */
function liaisonCondition(queue: LiaisonQueue, { now, zone }: Moment): Condition {
  switch (queue) {
    case 'ref_to_acknowledge':
      return { sql: "q.status = 'ref_sent'", params: [] }
    case 'ref_to_answer':
      return { sql: "q.status = 'in_progress'", params: [] }
    case 'ref_questions':
      return { sql: "q.status = 'clarify' AND q.asked_by = 'team'", params: [] }
    case 'ref_waiting':
      return { sql: "q.status = 'clarify' AND q.asked_by = 'department'", params: [] }
    case 'ref_directorates':
      return { sql: 'q.requests > 0', params: [] }
    case 'ref_due_today':
      return { sql: `${theirs} AND q.due_at >= ? AND q.due_at < ?`, params: [now, endOfToday(now, zone)] }
    case 'ref_late':
      return { sql: `${theirs} AND q.due_at < ?`, params: [now] }
  }
}

const endOfToday = (now: Instant, zone: string): string =>
  startOfLocalDay(zone, dateOfDayNumber(dayNumberOf(localDateOf(zone, now)) + 1))
