import { must } from '#shared/lib/assert.ts'
import { ok } from '#shared/lib/result.ts'
import { because } from './because.ts'
import { isAhead, unless } from './decide-checks.ts'
import { disclosureMark } from './disclosure-mark.ts'
import type { Deciders } from './decider.ts'
import type { RequestId } from './event-parts.ts'
import { referralOf } from './guards-referral.ts'
import { toldOf } from './identity-told.ts'
import { made } from './made.ts'

type InsideReferral = 'ask_directorate' | 'answer_for_directorate' | 'disclose' | 'end_disclosure'

/** What happens inside a referral and leaves its clock alone: the department's directorates (F-05), and who may know the complainant (B-17). */
export const directorateDeciders: Deciders<InsideReferral> = {
  ask_directorate: (state, { referral, directorate, text, ...sent }, context) => {
    const { units, ids } = context
    const department = referralOf(state, referral)?.department ?? null
    const isOwn = department !== null && units.isActiveDepartment(directorate) && units.isAbove(department, directorate)
    const request = must(ids[0], 'an id for the request') as RequestId
    return unless(
      [department === null || isOwn ? null : because('directorate-unknown', { unit: directorate })],
      [made('directorate_asked', { referral, request, directorate, ...toldOf(sent) }, { text })],
    )
  },
  answer_for_directorate: (_state, { referral, request, neededUntil, text }, context) =>
    unless(
      [neededUntil === null ? null : isAhead(context, neededUntil)],
      [made('directorate_answered', { referral, request, neededUntil }, { text })],
    ),
  disclose: (state, { referral, until, note }, context) => {
    const person = state.complainant?.person ?? null
    const whose = person === null ? {} : { mark: disclosureMark(context.hash, referral, person) }
    return unless([isAhead(context, until)], [made('disclosed', { referral, until, ...whose }, { text: note })])
  },
  end_disclosure: (_state, { referral }) => ok([made('disclosure_ended', { referral }, null)]),
}
