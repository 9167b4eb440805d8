import type { Instant } from '#shared/domain/clock/instant.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import type { Case } from '#shared/domain/case/state.ts'

/** In: a case, a department. Out: until when the complainant is disclosed to it: the longest of its referrals counts; null: not at all (B-17). */
export const disclosedUntil = (state: Case, department: string): Instant | null =>
  currentCycle(state)
    .referrals.flatMap((referral) => (referral.department === department ? (referral.disclosedUntil ?? []) : []))
    .toSorted()
    .at(-1) ?? null
