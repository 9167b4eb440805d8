import type { Audience } from '#shared/domain/access/audience.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { isLive } from './audience.ts'
import type { Case, CaseState, Cycle } from './state.ts'

/*
 * What an audience can know of a case's state. Folding what its feed shows gives the same as taking this view of the
 * whole fold (SYNC-FEED-8, S7): a field that also rests on events the audience may not hold is left out of the view.
 * Everyone inside (office, units above, central unit, named users) may hold every event; a department holds the shared
 * ones and its own live referrals. State hashes are taken over views, so that two replicas of one audience compare.
 */

/** Version of fold and view together: only hashes of the same one are compared (S6). */
export const foldVersion = 'v11'

/** Facts that shared events alone set; a referral's own stand beside them. */
const sharedFacts: readonly string[] = [
  'type',
  'details',
  'confidentiality',
  'complained_about',
  'office',
  'due',
  'cycle',
  'decision',
  'exit',
  'classification',
  'handler',
  'pause',
  'extension',
  'resolution',
  'unreachable',
  'closing',
  'link',
]

/** In: a folded state, an audience that may hold the case. Out: what that audience's own fold can hold of it. */
export function viewFor(audience: Audience, state: CaseState): CaseState {
  if (audience.kind !== 'department') return state
  return state.kind === 'none' ? { ...state, unapplied: [] } : departmentView(state, audience.unit)
}

function departmentView(state: Case, unit: string): Case {
  const cycles = state.cycles.map((cycle) => departmentCycle(cycle, unit))
  const own = cycles.flatMap(({ referrals }) => referrals.map(({ id }) => `referral:${id}`))
  const isKnown = (fact: string): boolean => sharedFacts.includes(fact) || own.includes(fact)
  return {
    ...state,
    cycles,
    // The sender's words and who he is, and the office's own papers.
    complainant: null,
    verification: 'not_verified',
    inboundContacts: [],
    files: 0,
    notes: 0,
    articlesUsed: 0,
    lastEventAt: lastSharedMoment(state),
    setBy: Object.fromEntries(Object.entries(state.setBy).filter(([fact]) => isKnown(fact))),
    unapplied: [],
  }
}

function departmentCycle(cycle: Cycle, unit: string): Cycle {
  return {
    ...cycle,
    referrals: cycle.referrals
      .filter((referral) => referral.department === unit && isLive(referral))
      .map((referral) => ({ ...referral, identityVerified: false })),
    drafts: [],
    approvers: [],
    attempts: [],
    ratings: [],
    declinedAt: null,
  }
}

/** When the case was last touched is nobody's secret, but by what is: the last stage it came to stands for it. */
const lastSharedMoment = (state: Case): Instant => state.stages.at(-1)?.at ?? state.registeredAt
