import { currentCycle, isOver } from '#shared/domain/case/reading.ts'
import type { Case, Referral } from '#shared/domain/case/state.ts'
import { unansweredReminders } from '#shared/domain/case/unanswered-reminders.ts'
import { nextMessages as messages } from '#shared/i18n/case-next.ts'
import { isUnsent } from '../unsent.ts'
import type { NextStep } from './next-steps.ts'

const byStatus: Readonly<Record<Referral['status'], NextStep>> = {
  ref_sent: { words: messages.ownNew, steps: ['acknowledge', 'return_referral'] },
  in_progress: { words: messages.ownReply, steps: ['referral_reply', 'ask_clarification'] },
  clarify: { words: messages.ownAsked, steps: ['answer_clarification', 'referral_reply'] },
  returned: { words: messages.ownReturned, steps: [], over: true },
  answered: { words: messages.ownAnswered, steps: [], waits: true },
  cancelled: { words: messages.ownCancelled, steps: [], over: true },
  waived: { words: messages.ownCancelled, steps: [], over: true },
}

const ownReferralOf = (state: Case, department: string): Referral | undefined => {
  const own = currentCycle(state).referrals.filter((referral) => referral.department === department)
  return own.find(({ endedAt }) => endedAt === null) ?? own.at(-1)
}

/** In: a case, a department. Out: how often it was reminded of what it has yet to do (E-01). */
export function ownReminders(state: Case, department: string): number {
  const referral = ownReferralOf(state, department)
  return referral === undefined ? 0 : unansweredReminders(referral)
}

interface Read {
  readonly state: Case
  readonly timeline: Parameters<typeof isUnsent>[0]
  /** A machine of several units, whose work goes over a server. */
  readonly isJoined: boolean
}

/** In: a case and its history, a department. Out: what the case waits for of the department itself, whatever it waits for elsewhere (UI-4, F-04 to F-07). */
export function departmentStepOf(read: Read, department: string): NextStep {
  const referral = ownReferralOf(read.state, department)
  if (referral === undefined) return { words: messages.ownCancelled, steps: [], over: true }
  const step = stepOf(referral)
  if (referral.status === 'answered' && isOver(read.state)) return { words: messages.ownEnded, steps: [], over: true }
  return step.steps.length === 0 && read.isJoined && isUnsent(read.timeline, referral)
    ? { words: messages.ownUnsent, steps: [], waits: true }
    : step
}

const stepOf = ({ asked, status }: Referral): NextStep =>
  asked?.by === 'department' ? { words: messages.ownQuestion, steps: [], waits: true } : byStatus[status]
