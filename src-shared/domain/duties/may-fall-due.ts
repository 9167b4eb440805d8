import { currentCycle, isClockLive, runningPause, waitingReferrals } from '#shared/domain/case/reading.ts'
import type { Case } from '#shared/domain/case/state.ts'

/** Whether a case holds anything that falls due by itself, whenever: what a runner looks at, among all the others. */
export function mayFallDue(state: Case): boolean {
  const cycle = currentCycle(state)
  if (cycle.referrals.some(({ disclosedUntil }) => disclosedUntil !== null)) return true
  if (!isClockLive(state)) return false
  return waitingReferrals(cycle).length > 0 || (runningPause(cycle)?.capAt ?? null) !== null
}
