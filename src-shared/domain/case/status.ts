import type { Instant } from '#shared/domain/clock/instant.ts'
import { assertNever } from '#shared/lib/assert.ts'
import type { Stage, Status } from './codes.ts'
import {
  currentCycle,
  isClockLive,
  isFollower,
  isHeld,
  isOver,
  latestDraft,
  openReferrals,
  runningPause,
  unsettledReturns,
  validRating,
} from './reading.ts'
import type { Case, Cycle, Exit } from './state.ts'

/**
 * Status of a case, read from its state. The first that holds, in this order: how it left, whom it follows, its
 * closing, its resolution, what pauses it, its admissibility, and then the work in hand.
 * Out: a code of spec/vocabulary.md 4.4.
 */
export function statusOf(state: Case): Status {
  const cycle = currentCycle(state)
  if (state.exit !== null) return exitStatus(state.exit)
  if (isFollower(state)) return 'follower'
  if (cycle.closing !== null) return 'closed'
  if (cycle.resolution !== null) return isGivenUp(cycle) ? 'unreachable' : 'resolved'
  const pause = runningPause(cycle)
  if (pause !== null) return pause.cause === 'info' ? 'awaiting_info' : 'suspended'
  if (state.decision.kind === 'undecided')
    return cycle.classification === null && cycle.handler === null ? 'registered' : 'triage'
  return workStatus(cycle)
}

/** Step of the five-step bar (L-01). What another body has in hand is followed up, and so in processing. */
export function stageOf(state: Case): Stage {
  const cycle = currentCycle(state)
  if (state.exit?.kind === 'external' && state.exit.confirmed === null) return 'processing'
  if (isOver(state)) return 'closing'
  const isUndecided = state.decision.kind === 'undecided'
  if (isUndecided && cycle.classification === null) return 'registration'
  return isUndecided || cycle.classification === null ? 'classification' : 'processing'
}

export interface Flags {
  readonly overdue: boolean
  /** Due by the boundary that was given, and not yet overdue. */
  readonly dueSoon: boolean
  /** Highest rung climbed in this cycle, 0 for none. */
  readonly escalation: number
  /** Without any entry since the boundary that was given (F-10). */
  readonly stale: boolean
}

export interface FlagBoundaries {
  /** End of the second working day from now. */
  readonly soon: Instant
  /** Last entry at or before this is too old. */
  readonly stale: Instant
}

/**
 * Flags that stand beside the status. In: now and two boundaries that the caller counts in working days.
 * A suspended clock is late only when it was late as that began; followers and ended cases carry no flag (bug 5).
 */
export function flagsOf(state: Case, now: Instant, boundaries: FlagBoundaries): Flags {
  const cycle = currentCycle(state)
  const escalation = highestRung(cycle)
  if (!isClockLive(state))
    return { overdue: false, dueSoon: false, escalation: isFollower(state) ? 0 : escalation, stale: false }
  const due = cycle.clock.dueNow.at
  const held = isHeld(cycle)
  const overdue = !held && now > due
  return {
    overdue,
    dueSoon: !overdue && !held && due <= boundaries.soon,
    escalation,
    stale: state.lastEventAt <= boundaries.stale,
  }
}

function exitStatus(exit: Exit): Status {
  switch (exit.kind) {
    case 'rejected':
    case 'withdrawn':
    case 'filed':
      return exit.kind
    case 'external':
      return exit.confirmed === null ? 'external' : 'closed'
    default:
      return assertNever(exit)
  }
}

function isGivenUp(cycle: Cycle): boolean {
  return cycle.unreachable !== null && validRating(cycle) === null && cycle.declinedAt === null
}

function workStatus(cycle: Cycle): Status {
  if (openReferrals(cycle).length > 0) return referralsStatus(cycle)
  const draft = latestDraft(cycle)
  if (draft !== null) return draft.returned !== null ? 'rework' : draft.approved !== null ? 'approved' : 'approval'
  if (cycle.referrals.some(({ status }) => status === 'answered' || status === 'waived')) return 'answered'
  if (cycle.classification?.procedure === 'third_party') return 'third_party'
  return cycle.number > 1 ? 'reopened' : 'accepted'
}

/** The worst of several departments: what the team must act on first, then who has not even received. */
function referralsStatus(cycle: Cycle): Status {
  const has = (status: string): boolean => cycle.referrals.some((referral) => referral.status === status)
  if (unsettledReturns(cycle).length > 0) return 'returned'
  if (has('clarify')) return 'clarify'
  return has('ref_sent') ? 'referred' : 'in_progress'
}

function highestRung(cycle: Cycle): number {
  const rungs = [...cycle.escalations, ...cycle.referrals.flatMap(({ escalations }) => escalations)].map(
    ({ rung }) => rung,
  )
  return Math.max(0, ...rungs)
}
