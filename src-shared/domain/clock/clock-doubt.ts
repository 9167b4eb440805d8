import type { Instant } from './instant.ts'
import { msOf } from './instant.ts'

const hourMs = 60 * 60 * 1000
/** A clock that is set right by the network jumps by seconds. */
const toleratedBackMs = 5 * 60 * 1000
const doubtedAheadMs = 48 * hourMs

export type ClockDoubt = 'behind' | 'ahead'

/**
 * In: the last time that a machine knew to be right, and what its clock says now. Out: what makes that doubtful; null: nothing.
 * A battery that died, or a date set by hand, stands out so before a number and a due date are given by it (S13,
 * SYNC-RECOVER-6).
 */
export function clockDoubt(known: Instant, now: Instant): ClockDoubt | null {
  const passed = msOf(now) - msOf(known)
  if (passed < -toleratedBackMs) return 'behind'
  return passed > doubtedAheadMs ? 'ahead' : null
}

/** In: two clocks' times of one moment. Out: whether they agree, as far as anyone here minds (S13). */
export const isSameTime = (one: Instant, other: Instant): boolean =>
  Math.abs(msOf(one) - msOf(other)) <= toleratedBackMs
