import { shareOf } from '#shared/domain/access/audience.ts'
import type { Audience, Share } from '#shared/domain/access/audience.ts'
import { insideMembers, membersBut } from '#shared/domain/access/members.ts'
import type { Units } from '#shared/domain/access/unit-tree.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { excludedUnits } from './complained-about.ts'
import { caseEvents } from './events.ts'
import type { CaseEventType } from './events.ts'
import { currentCycle } from './reading.ts'
import type { Case, Referral } from './state.ts'

/*
 * How far a case reaches: its members follow from its own events. Owning office, units above, central unit; each
 * department with a live referral; of a strictly confidential case nobody but its named users.
 */

/** What the members of a case hang on. */
export interface CaseReach {
  readonly case: string
  readonly office: string
  readonly strict: boolean
  /** Live referrals of every cycle → department. */
  readonly referrals: ReadonlyMap<string, string>
  /** Departments to which the complainant is disclosed → until when. */
  readonly disclosed: ReadonlyMap<string, Instant>
  readonly complainant: string | null
  /** Units of the employees it is about: members of nothing (G-05). */
  readonly excluded: readonly string[]
}

/** A referral that went back, or was taken back, makes nobody a member any longer (SYNC-FEED-5). */
export const isLive = ({ status }: Referral): boolean =>
  status !== 'returned' && status !== 'cancelled' && status !== 'waived'

/** In: a case. Out: its reach. A disclosure ends with its cycle, with its referral, and at its own end. */
export function caseReach(state: Case): CaseReach {
  const excluded = excludedUnits(state)
  const isMember = (referral: Referral): boolean => isLive(referral) && !excluded.includes(referral.department)
  const live = state.cycles.flatMap(({ referrals }) => referrals.filter(isMember))
  const disclosed = currentCycle(state)
    .referrals.filter(isMember)
    .flatMap(({ department, disclosedUntil }) =>
      disclosedUntil === null ? [] : [[department, disclosedUntil] as const],
    )
  return {
    case: state.id,
    office: state.office,
    strict: state.confidentiality === 'strict',
    referrals: new Map(live.map(({ id, department }) => [id, department])),
    disclosed: new Map(disclosed),
    complainant: state.complainant?.person ?? null,
    excluded,
  }
}

/** In: a case's reach, the tree. Out: every audience that may hold something of it (SYNC-FEED-3, SYNC-FEED-6). */
export function caseMembers(reach: CaseReach, units: Units): readonly Audience[] {
  if (reach.strict) return [{ kind: 'named', case: reach.case }]
  const departments = [...new Set(reach.referrals.values())]
  const inside = membersBut(reach.excluded, insideMembers(units, reach.office))
  return [...inside, ...departments.map((unit): Audience => ({ kind: 'department', unit }))]
}

/** What decides about one event, whatever its version: its type and the referral that its facts name. */
export interface SharedEvent {
  readonly type: string
  readonly referral: string | null
}

/**
 * In: an event of a case, one of the case's members, the case's reach. Out: what that member may hold of it. A
 * department holds facts of shared events, but not of those about another department's referral, and all of its own
 * referral.
 */
export function shareOfCaseEvent({ type, referral }: SharedEvent, audience: Audience, reach: CaseReach): Share {
  const audienceClass = Object.hasOwn(caseEvents, type) ? caseEvents[type as CaseEventType].audience : 'office'
  const share = shareOf(audienceClass, audience)
  if (audience.kind !== 'department' || share === 'none') return share
  const isForeign = referral === null ? audienceClass === 'referral' : reach.referrals.get(referral) !== audience.unit
  return isForeign ? 'none' : share
}

/** In: the facts of an event of a case. Out: the referral they name, if any. */
export function referralNamed(facts: Readonly<Record<string, unknown>>): string | null {
  const { referral } = facts
  return typeof referral === 'string' ? referral : null
}
