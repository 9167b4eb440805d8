import {
  currentCycle,
  isClosingComplete,
  isFollower,
  runningPause,
  validRating,
  waitingCorrection,
  waitingReferrals,
} from '#shared/domain/case/reading.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { Case, Cycle, Exit } from '#shared/domain/case/state.ts'

export const nextSteps = [
  'triage',
  'info',
  'suspended',
  'work',
  'departments',
  'approval',
  'send',
  'notify',
  'call',
  'reopen',
  'close',
  'external',
  'complete',
  'none',
] as const
/** What the case waits for: the queue it stands in. `notify`: rejected, and the complainant is not told yet (L-03). `complete`: closed, but compulsory data are missing (Z-10). */
export type NextStep = (typeof nextSteps)[number]

/** In: a folded case. Out: the one queue of the team that it belongs to. */
export function nextStepOf(state: Case): NextStep {
  if (isFollower(state)) return 'none'
  if (state.exit !== null) return afterExit(state.exit)
  const cycle = currentCycle(state)
  const waiting = waitingCorrection(cycle)
  if (waiting !== null && waiting.returned === null) return waiting.approved === null ? 'approval' : 'send'
  if (cycle.endedAt !== null) return isComplete(state, cycle) ? 'none' : 'complete'
  if (cycle.resolution !== null) return afterAnswer(cycle)
  const pause = runningPause(cycle)
  if (pause?.cause === 'info') return 'info'
  if (pause?.cause === 'suspension') return 'suspended'
  if (state.decision.kind === 'undecided' || cycle.classification === null) return 'triage'
  return beforeAnswer(cycle)
}

function afterExit(exit: Exit): NextStep {
  if (exit.kind === 'rejected') return exit.toNotify && exit.notified === null ? 'notify' : 'none'
  return exit.kind === 'external' && exit.confirmed === null ? 'external' : 'none'
}

const isComplete = (state: Case, cycle: Cycle): boolean =>
  state.type !== 'complaint' || (cycle.closing !== null && isClosingComplete(cycle.closing))

/** When the one thing that the case waits for is to be done, where a day was set for it: the next call, the next look at another body (Z-03, X-02). */
export function nextStepAt(state: Case): Instant | null {
  const step = nextStepOf(state)
  if (step === 'external') return state.exit?.kind === 'external' ? state.exit.followUpAt : null
  return step === 'call' ? (currentCycle(state).attempts.at(-1)?.nextAt ?? null) : null
}

function afterAnswer(cycle: Cycle): NextStep {
  if (validRating(cycle)?.rating === 'not_satisfied') return 'reopen'
  const isMeasured = cycle.ratings.length > 0 || cycle.declinedAt !== null || cycle.unreachable !== null
  return isMeasured || cycle.resolution?.surveyable === false ? 'close' : 'call'
}

function beforeAnswer(cycle: Cycle): NextStep {
  const draft = cycle.drafts.at(-1)
  if (draft !== undefined && draft.approved !== null && draft.sent === null) return 'send'
  if (draft !== undefined && draft.approved === null && draft.returned === null) return 'approval'
  return waitingReferrals(cycle).length > 0 ? 'departments' : 'work'
}
