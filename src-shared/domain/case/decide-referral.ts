import { must } from '#shared/lib/assert.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { because } from './because.ts'
import type { DecideContext } from './context.ts'
import { calendarFor, newReferralDue, referralDueAgain, waited } from './deadlines.ts'
import { happened, inList, isAhead, unless } from './decide-checks.ts'
import type { Deciders, InputOf } from './decider.ts'
import type { ReferralId } from './event-parts.ts'
import { endedPauses } from './evolve-parts.ts'
import type { CaseEvent } from './events.ts'
import { referralOf } from './guards-referral.ts'
import { toldOf } from './identity-told.ts'
import { made } from './made.ts'
import { sameLiaison } from './new-liaison.ts'
import { currentCycle } from './reading.ts'
import type { Case, Referral } from './state.ts'

type ReferralCommand =
  | 'refer'
  | 'acknowledge_referral'
  | 'extend_referral'
  | 'return_referral'
  | 'reply_to_referral'
  | 'cancel_referral'
  | 'waive_referral'
  | 'ask_clarification'
  | 'answer_clarification'
  | 'remind'

/** Referral to departments and what comes back from them (F-01, F-04 to F-08). */
export const referralDeciders: Deciders<ReferralCommand> = {
  refer,
  acknowledge_referral: (state, input, context) =>
    withReferralOf(state, input.referral, (referral) => acknowledge(state, { input, referral }, context)),
  extend_referral: (state, input, context) =>
    withReferralOf(state, input.referral, (referral) => lengthen(state, { input, referral }, context)),
  return_referral: (_state, { referral, proposedDepartment, reason, note }, context) => {
    const isUnknown = proposedDepartment !== null && !context.units.isActiveDepartment(proposedDepartment)
    return unless(
      [
        inList(context, 'return_reasons', [reason]),
        isUnknown ? because('department-unknown', { unit: proposedDepartment }) : null,
      ],
      [made('ref_returned', { referral, reason, proposedDepartment }, { text: note })],
    )
  },
  reply_to_referral: (state, input, context) =>
    withReferralOf(state, input.referral, (referral) => {
      const same = sameLiaison(state, { department: referral.department, actor: context.actor }, context)
      return same === null ? reply(input, { referral, context }) : { ok: false, refusal: same }
    }),
  cancel_referral: (_state, { referral, reason, note, ...sent }, context) =>
    unless(
      [inList(context, 'cancel_reasons', [reason])],
      [made('ref_cancelled', { referral, reason, ...toldOf(sent) }, { text: note })],
    ),
  waive_referral: (_state, { referral, note, ...sent }) =>
    ok([made('ref_waived', { referral, ...toldOf(sent) }, { text: note })]),
  ask_clarification: (_state, { referral, by, text, ...sent }) =>
    ok([made('clarification_asked', { referral, by, ...toldOf(sent) }, { text })]),
  answer_clarification: (state, { referral: id, text, ...sent }, context) =>
    withReferralOf(state, id, (referral) => {
      const going = { ...referral, pauses: endedPauses(referral.pauses, context.now) }
      const due = dueAgain(state, going, context)
      return ok([
        made(
          'clarification_answered',
          { referral: id, by: referral.asked?.by === 'team' ? 'department' : 'team', due, ...toldOf(sent) },
          { text },
        ),
      ])
    }),
  remind: (_state, { referral, note, ...sent }) =>
    ok([made('reminder_sent', { referral, automatic: false, ...toldOf(sent) }, { text: note })]),
}

/** What counts is when the answer came, not when the team found time to enter it (F-04, K6b). */
function reply(
  { referral: id, text, receivedAt, senderLetter, ...letter }: InputOf<'reply_to_referral'>,
  { referral, context }: { readonly referral: Referral; readonly context: DecideContext },
): Result<readonly CaseEvent[]> {
  const enteredByTeam = context.actor.unit !== referral.department
  const told = enteredByTeam && receivedAt !== null ? { receivedAt } : {}
  const came = told.receivedAt ?? context.now
  const acknowledged = referral.acknowledged?.at ?? came
  const since = acknowledged < came ? acknowledged : referral.sentAt
  const facts = {
    referral: id,
    waited: waited(calendarFor(context, referral.department), since, came),
    enteredByTeam,
    ...told,
  }
  const written = { ...letterOf(text, letter), ...(senderLetter === null ? {} : { senderLetter }) }
  return unless([happened(context, came, referral.sentAt)], [made('ref_replied', facts, written)])
}

type Letter = Pick<InputOf<'reply_to_referral'>, 'files' | 'attached'>

const letterOf = (text: string, { files, attached = [] }: Letter) => ({
  text,
  files,
  ...(attached.length === 0 ? {} : { attached }),
})

function withReferralOf(
  state: Case,
  id: ReferralId,
  decided: (referral: Referral) => Result<readonly CaseEvent[]>,
): Result<readonly CaseEvent[]> {
  const referral = referralOf(state, id)
  return referral === null ? { ok: false, refusal: because('referral-unknown') } : decided(referral)
}

function refer(state: Case, { referrals }: InputOf<'refer'>, context: DecideContext): Result<readonly CaseEvent[]> {
  const cycle = currentCycle(state)
  const unknown = referrals.find(({ department }) => !context.units.isActiveDepartment(department))
  const complexity = cycle.classification?.complexity ?? null
  const events = referrals.map(({ department, text, files, attached, ...sent }, place) => {
    const referral = must(context.ids[place], 'an id for each referral') as ReferralId
    const asked = { sentAt: context.now, complexity, caseDue: cycle.clock.dueNow.at }
    const due = newReferralDue(context, calendarFor(context, department), asked)
    const users = [...context.toldOfReferral(state, department)]
    const reached = { recipients: users.length, users }
    const facts = { referral, department, departments: context.units.version, due, ...reached, ...toldOf(sent) }
    return made('referred', facts, letterOf(text, { files, attached }))
  })
  return unless([unknown === undefined ? null : because('department-unknown', { unit: unknown.department })], events)
}

/** Received, within the department's remit, and the period it needs: one step, never less (F-04, F-05). */
function acknowledge(
  state: Case,
  { input, referral }: { readonly input: InputOf<'acknowledge_referral'>; readonly referral: Referral },
  context: DecideContext,
): Result<readonly CaseEvent[]> {
  const { statedAt, beyondLimitApproved } = input
  const stated = { ...referral, statedAt, statedOn: context.now, beyondLimitApproved }
  const facts = {
    referral: referral.id,
    statedAt,
    beyondLimitApproved,
    due: dueAgain(state, stated, context),
    waited: waited(calendarFor(context, referral.department), referral.sentAt, context.now),
  }
  return unless([isAhead(context, statedAt)], [made('ref_ack', facts, null)])
}

/** A department that needs longer is given it: from now on its period is what holds, also after the limit (F-05). */
function lengthen(
  state: Case,
  { input, referral }: { readonly input: InputOf<'extend_referral'>; readonly referral: Referral },
  context: DecideContext,
): Result<readonly CaseEvent[]> {
  const { statedAt } = input
  const { due: before, acknowledged } = referral
  const stated = { ...referral, statedAt, statedOn: context.now, beyondLimitApproved: true }
  const facts = {
    referral: referral.id,
    statedAt,
    beyondLimitApproved: true,
    longer: true as const,
    due: dueAgain(state, stated, context),
    waited: acknowledged?.waited ?? waited(calendarFor(context, referral.department), referral.sentAt, context.now),
  }
  const isLater = statedAt > before.at ? null : because('extension-not-later', { due: before.at })
  return unless([isAhead(context, statedAt), isLater], [made('ref_ack', facts, null)])
}

function dueAgain(state: Case, referral: Referral, context: DecideContext): Referral['due'] {
  const caseDue = currentCycle(state).clock.dueNow.at
  return referralDueAgain(context, calendarFor(context, referral.department), { referral, caseDue })
}
