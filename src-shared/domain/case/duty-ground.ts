import type { Instant } from '#shared/domain/clock/instant.ts'
import type { CaseEvent } from './events.ts'
import { referralOf } from './guards-referral.ts'
import { currentCycle, runningPause } from './reading.ts'
import type { Case, Cycle, Referral } from './state.ts'

/* What a duty rests on besides what any author of its event needs (E-04, SYNC-DUTY-2). */

/** Whether a referral's time runs: no question of the department waits, and the case's own clock does not stand still. */
export function isPressing(cycle: Cycle, referral: Referral, at: Instant): boolean {
  const pause = runningPause(cycle)
  const isStanding = pause !== null && (pause.capAt === null || at < pause.capAt)
  return referral.asked?.by !== 'department' && !isStanding
}

/** In: a state, what a duty wrote then. Out: whether its ground is there; if not it is void. */
export function hasGround(state: Case, event: Pick<CaseEvent, 'type' | 'facts'>, at: Instant): boolean {
  const { type, facts } = event as CaseEvent
  switch (type) {
    case 'escalated':
    case 'reminder_sent':
      return isRungFree(state, facts, at)
    case 'disclosure_ended': {
      const until = referralOf(state, facts.referral)?.disclosedUntil ?? null
      return until !== null && until <= at
    }
    case 'due_recomputed': {
      const capAt = runningPause(currentCycle(state))?.capAt ?? null
      return facts.cause !== 'pause_cap' || (capAt !== null && capAt <= at)
    }
    default:
      return true
  }
}

interface OfRung {
  readonly referral: Referral['id'] | null
  readonly rung?: number | undefined
}

function isRungFree(state: Case, { referral: id, rung }: OfRung, at: Instant): boolean {
  const referral = id === null ? null : referralOf(state, id)
  if (referral === null || rung === undefined) return true
  return isPressing(currentCycle(state), referral, at) && !referral.climbed.includes(rung)
}
