import { calendarFor, newReferralDue, waited } from '#shared/domain/case/deadlines.ts'
import type { CaseEventType } from '#shared/domain/case/events.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import type { Case, Referral } from '#shared/domain/case/state.ts'
import { parseInstant } from '#shared/domain/clock/instant.ts'
import { addWorkingDays } from '#shared/domain/clock/working-time.ts'
import { stringOr } from '#shared/lib/string-or.ts'
import { namedReferral, note, text, unnamed } from './row-parts.ts'
import type { Filler, RowPlace } from './row-parts.ts'

/* What a line about a referral leaves out. */

const referralOf = (place: RowPlace, state: Case): Referral | undefined => {
  const id = namedReferral(place.row)
  return (
    currentCycle(state).referrals.find((referral) => referral.id === id) ??
    state.cycles.flatMap((cycle) => cycle.referrals).find((referral) => referral.id === id)
  )
}

const ofReferral =
  (more: Filler = () => ({})): Filler =>
  (place, state) => ({ ...more(place, state), referral: namedReferral(place.row) })

const withNote: Filler = (place) => note(place)

/** Events of referrals: type → what it fills in. */
export const referralFillers: Partial<Readonly<Record<CaseEventType, Filler>>> = {
  referred: ofReferral((place, state) => {
    const department = place.unitOf(stringOr(place.row.fields['department'], ''))
    const calendar = calendarFor(place.context, department as Referral['department'])
    const cycle = currentCycle(state)
    const asked = {
      sentAt: place.row.at,
      complexity: cycle.classification?.complexity ?? null,
      caseDue: cycle.clock.dueNow.at,
    }
    return {
      department,
      departments: place.context.units.version,
      text: text(place, unnamed),
      files: [],
      due: newReferralDue(place.context, calendar, asked),
    }
  }),
  ref_ack: ofReferral((place, state) => {
    const referral = referralOf(place, state)
    if (referral === undefined) return {}
    const stated = parseInstant(stringOr(place.row.fields['statedAt'], '')) ?? referral.due.at
    const due = stated < referral.due.at ? { ...referral.due, at: stated } : referral.due
    return {
      statedAt: stated,
      beyondLimitApproved: false,
      due,
      waited: waited(place.context.clock, referral.sentAt, place.row.at),
    }
  }),
  ref_returned: ofReferral((place) => ({ reason: 'not_in_remit', proposedDepartment: null, ...note(place) })),
  ref_replied: ofReferral((place, state) => {
    const referral = referralOf(place, state)
    const since = referral?.acknowledged?.at ?? referral?.sentAt ?? place.row.at
    return {
      waited: waited(place.context.clock, since, place.row.at),
      enteredByTeam: true,
      text: text(place, unnamed),
      files: [],
    }
  }),
  ref_cancelled: ofReferral((place) => ({ reason: 'no_longer_needed', ...note(place) })),
  ref_waived: ofReferral(withNote),
  clarification_asked: ofReferral((place) => ({ by: 'department', text: text(place, unnamed) })),
  clarification_answered: ofReferral((place, state) => ({
    by: 'team',
    due: referralOf(place, state)?.due,
    text: text(place, unnamed),
  })),
  reminder_sent: ofReferral((place) => ({ automatic: false, ...note(place) })),
  disclosed: ofReferral((place) => ({
    until: addWorkingDays(place.context.clock.calendar, place.row.at, 10),
    ...note(place),
  })),
  disclosure_ended: ofReferral(),
  directorate_asked: ofReferral((place) => ({ text: text(place, unnamed) })),
  directorate_answered: ofReferral((place) => ({ neededUntil: null, text: text(place, unnamed) })),
}
