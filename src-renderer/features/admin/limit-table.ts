import type { Complexity } from '#shared/domain/case/codes.ts'
import type { CaseType } from '#shared/domain/lists/case-types.ts'
import type { Limit, ServiceTargets } from '#shared/domain/clock/limits.ts'

/** Which limit is meant. */
export type LimitPlace =
  | { readonly kind: 'case'; readonly type: CaseType; readonly complexity: Complexity | null }
  | { readonly kind: 'case-fallback' }
  | { readonly kind: 'referral'; readonly complexity: Complexity }
  | { readonly kind: 'referral-fallback' }

/** In: targets, place. Out: the limit set there, or null where a more general one holds. */
export function limitAt(targets: ServiceTargets, place: LimitPlace): Limit | null {
  switch (place.kind) {
    case 'case':
      return (
        targets.cases.entries.find((entry) => entry.type === place.type && entry.complexity === place.complexity)
          ?.limit ?? null
      )
    case 'case-fallback':
      return targets.cases.fallback
    case 'referral':
      return targets.referrals.entries.find((entry) => entry.complexity === place.complexity)?.limit ?? null
    case 'referral-fallback':
      return targets.referrals.fallback
  }
}

/** In: targets, place, limit (null: removed, so that the more general one holds). Out: the new targets. */
export function withLimit(targets: ServiceTargets, place: LimitPlace, limit: Limit | null): ServiceTargets {
  const { cases, referrals } = targets
  switch (place.kind) {
    case 'case': {
      const others = cases.entries.filter((entry) => entry.type !== place.type || entry.complexity !== place.complexity)
      const entries = limit === null ? others : [...others, { type: place.type, complexity: place.complexity, limit }]
      return { ...targets, cases: { ...cases, entries } }
    }
    case 'case-fallback':
      return limit === null ? targets : { ...targets, cases: { ...cases, fallback: limit } }
    case 'referral': {
      const others = referrals.entries.filter((entry) => entry.complexity !== place.complexity)
      const entries = limit === null ? others : [...others, { complexity: place.complexity, limit }]
      return { ...targets, referrals: { ...referrals, entries } }
    }
    case 'referral-fallback':
      return limit === null ? targets : { ...targets, referrals: { ...referrals, fallback: limit } }
  }
}
