import type { IconName } from '#renderer/ui/icon-paths.ts'
import type { SessionView } from '#renderer/client/answers.ts'
import { isDepartment } from '#renderer/parts/session.tsx'
import type { QueueName } from '#shared/contract/desktop/cases.ts'

export interface ShownQueue {
  readonly name: QueueName
  readonly icon: IconName
  /** Shown only while something stands in it: nobody should have to look there on a good day. */
  readonly onlyWhenFull?: true
  readonly urgent?: true
}

/** Queues of an office in the order of the navigation. */
const officeQueues: readonly ShownQueue[] = [
  { name: 'conflicts', icon: 'alert', onlyWhenFull: true, urgent: true },
  // To be known, not to be done: what somebody here is to decide is counted in the line at the top.
  { name: 'held_work', icon: 'link', onlyWhenFull: true },
  { name: 'my_work', icon: 'user' },
  { name: 'to_triage', icon: 'filter' },
  { name: 'awaiting_departments', icon: 'building' },
  { name: 'late_referrals', icon: 'clock', onlyWhenFull: true, urgent: true },
  { name: 'unheard', icon: 'bell', onlyWhenFull: true, urgent: true },
  { name: 'awaiting_info', icon: 'message' },
  { name: 'suspended', icon: 'pause', onlyWhenFull: true },
  { name: 'overdue', icon: 'alert', urgent: true },
  { name: 'due_soon', icon: 'clock' },
  { name: 'awaiting_approval', icon: 'shield' },
  { name: 'to_send', icon: 'send' },
  { name: 'to_call', icon: 'phone' },
  { name: 'to_reopen', icon: 'refresh', onlyWhenFull: true },
  { name: 'to_close', icon: 'check-circle' },
  { name: 'external', icon: 'globe' },
  { name: 'incomplete_closed', icon: 'archive' },
  { name: 'all_open', icon: 'inbox' },
  { name: 'all', icon: 'list' },
]

/** A liaison works down what came to his department (F-01 to F-08). */
const departmentQueues: readonly ShownQueue[] = [
  { name: 'ref_to_acknowledge', icon: 'inbox' },
  { name: 'ref_to_answer', icon: 'reply' },
  { name: 'ref_questions', icon: 'message' },
  { name: 'ref_due_today', icon: 'clock' },
  { name: 'ref_late', icon: 'alert', urgent: true },
  { name: 'ref_waiting', icon: 'pause' },
  { name: 'ref_directorates', icon: 'building' },
  { name: 'all', icon: 'list' },
]

/** In: what the session says of the user's unit, how many stand in each queue once that is known. Out: his queues. */
export const shownQueues = (
  unit: Pick<SessionView['unit'], 'kind'>,
  counts: Partial<Readonly<Record<QueueName, number>>> = {},
): readonly ShownQueue[] =>
  (isDepartment(unit) ? departmentQueues : officeQueues).filter(
    ({ name, onlyWhenFull }) => onlyWhenFull !== true || (counts[name] ?? 0) > 0,
  )
