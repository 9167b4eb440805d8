import type { Refusal } from '#shared/lib/result.ts'
import { because } from './because.ts'
import { isVerified } from './codes.ts'
import { excludedUnits } from './complained-about.ts'
import type { CaseFacts } from './events.ts'
import type { Guards, JudgedActor } from './guards.ts'
import { referralLifecycle } from './lifecycle.ts'
import type { ReferralCommandKind } from './lifecycle.ts'
import { currentCycle, hasName, mayGoUnverified, needsNoIdentity } from './reading.ts'
import { statedBefore } from './stated-times.ts'
import type { Case, Referral } from './state.ts'

interface OfReferral {
  readonly referral: Referral['id']
}

export const referralGuards = {
  referred: (state, { department }, { settings }) => {
    const cycle = currentCycle(state)
    if (excludedUnits(state).includes(department)) return because('department-complained-about')
    if (cycle.handler?.unit === department) return because('department-handles-itself')
    if (cycle.classification === null) return because('not-classified')
    if (cycle.classification.procedure === 'fcr') return because('procedure-is-fcr')
    const unknown = unverified(state, settings)
    if (unknown !== null) return unknown
    const isWaiting = cycle.referrals.some((each) => each.department === department && waiting.includes(each.status))
    return isWaiting ? because('department-referred-already') : null
  },
  ref_ack: (state, facts, actor) =>
    facts.longer === true
      ? longerPeriod(state, facts, actor)
      : (acknowledged(state, facts, actor) ?? beyondLimit(state, facts, actor)),
  ref_returned: ofDepartment('return_referral'),
  ref_replied: (state, facts, actor) => {
    const refusal = replied(state, facts, actor) ?? repliedBefore(state, facts)
    const isTeams = facts.enteredByTeam || facts.receivedAt !== undefined
    if (refusal !== null || !isTeams || actor.rights.includes('refer')) return refusal
    return because('not-allowed', { right: 'refer' })
  },
  ref_cancelled: inStatus('cancel_referral'),
  ref_waived: inStatus('waive_referral'),
  clarification_asked: (state, facts, actor) => {
    const refusal = clarificationAsked(state, facts, actor)
    if (refusal !== null) return refusal
    // An answered department has nothing left to ask; the team may still want more of it (F-07).
    const isAnswered = referralOf(state, facts.referral)?.status === 'answered'
    if (facts.by === 'department') return isAnswered ? because('referral-status', { status: 'answered' }) : null
    return actor.rights.includes('refer') ? null : because('not-allowed', { right: 'refer' })
  },
  /** The side that did not ask answers. */
  clarification_answered: (state, facts, actor) => {
    const refusal = clarificationAnswered(state, facts, actor)
    if (refusal !== null) return refusal
    if (referralOf(state, facts.referral)?.asked?.by === 'team') return lateDue(state, facts, actor)
    return actor.rights.includes('refer') ? null : because('not-allowed', { right: 'refer' })
  },
  directorate_asked: ofDepartment('ask_directorate'),
  directorate_answered: (state, facts, actor) => {
    const refusal = ofDepartmentAnswering(state, facts, actor)
    if (refusal !== null) return refusal
    const request = referralOf(state, facts.referral)?.requests.find(({ id }) => id === facts.request)
    return request?.answered === null ? null : because('directorate-not-asked')
  },
  /** Nobody opens to others what he may not see himself. */
  disclosed: (state, facts, { rights }) => {
    if (!rights.includes('identify')) return because('not-allowed', { right: 'identify' })
    return hasName(state) ? isDisclosable(state, facts) : because('disclosure-of-nobody')
  },
  disclosure_ended: (state, { referral }) => {
    const until = referralOf(state, referral)?.disclosedUntil ?? null
    return until === null ? because('disclosure-ended') : null
  },
  reminder_sent: inStatus('remind'),
  escalated: (state, { referral }) => {
    if (referral === null) return null
    const isStanding = referralOf(state, referral)?.asked?.by === 'department'
    return isStanding ? because('referral-status', { status: 'clarify' }) : escalatedReferral(state, { referral })
  },
} satisfies Guards

/** An answer came after it was asked for (F-04). */
function repliedBefore(state: Case, { referral, receivedAt }: CaseFacts<'ref_replied'>): Refusal | null {
  const sentAt = referralOf(state, referral)?.sentAt
  return receivedAt === undefined || sentAt === undefined ? null : statedBefore(receivedAt, sentAt)
}

/** Made longer, once it was received: never by the department itself (F-05). */
function longerPeriod(state: Case, facts: CaseFacts<'ref_ack'>, { rights }: JudgedActor): Refusal | null {
  return extended(state, facts) ?? (rights.includes('refer') ? null : because('period-approval-of-team'))
}

/** A longer period is the team's to approve, and so is a due date after the case's own (F-05). */
function beyondLimit(state: Case, facts: CaseFacts<'ref_ack'>, actor: JudgedActor): Refusal | null {
  const { statedAt, beyondLimitApproved } = facts
  if (beyondLimitApproved) return actor.rights.includes('refer') ? null : because('period-approval-of-team')
  const limit = referralOf(state, facts.referral)?.due.at ?? null
  if (limit !== null && statedAt > limit) return because('period-beyond-limit', { limit })
  return lateDue(state, facts, actor)
}

/** A department's word moves its due date neither past where it stands nor past the case's. */
function lateDue(
  state: Case,
  { referral, due }: OfReferral & Pick<Referral, 'due'>,
  { rights }: JudgedActor,
): Refusal | null {
  const limits = [currentCycle(state).clock.dueNow.at, referralOf(state, referral)?.due.at ?? due.at].toSorted()
  const limit = limits.at(-1) ?? due.at
  return rights.includes('refer') || due.at <= limit ? null : because('period-beyond-limit', { limit })
}

const waiting: readonly Referral['status'][] = ['ref_sent', 'in_progress', 'clarify']
const escalatedReferral = inStatus('escalate')
const isDisclosable = inStatus('disclose')
const extended = inStatus('extend_referral')
const acknowledged = ofDepartment('acknowledge_referral')
const replied = ofDepartment('reply_to_referral')
const ofDepartmentAnswering = ofDepartment('answer_for_directorate')
const clarificationAnswered = ofDepartment('answer_clarification')
const clarificationAsked = ofDepartment('ask_clarification')

/** The referral of the cycle in hand, or null: earlier cycles are read-only (Z-08). */
export function referralOf(state: Case, id: Referral['id']): Referral | null {
  return currentCycle(state).referrals.find((referral) => referral.id === id) ?? null
}

function inStatus(command: ReferralCommandKind): (state: Case, facts: OfReferral) => Refusal | null {
  const allowed: readonly Referral['status'][] = referralLifecycle[command]
  return (state, facts) => {
    const referral = referralOf(state, facts.referral)
    if (referral === null) return because('referral-unknown')
    return allowed.includes(referral.status) ? null : because('referral-status', { status: referral.status })
  }
}

/** A department's own step: by someone of that department, or by the team that enters it (F-04, F-06). */
function ofDepartment(
  command: ReferralCommandKind,
): (state: Case, facts: OfReferral, actor: JudgedActor) => Refusal | null {
  const statusRefusal = inStatus(command)
  return (state, facts, actor) => {
    const refusal = statusRefusal(state, facts)
    if (refusal !== null) return refusal
    const isTeam = actor.rights.includes('refer')
    return isTeam || referralOf(state, facts.referral)?.department === actor.unit
      ? null
      : because('referral-of-other-department')
  }
}

/**
 * Where the office wants it, nothing is referred for someone who is not known. That no proof is needed stands only as
 * long as the case is one of those: not when a report became a complaint, or a name was given.
 */
export function unverified(state: Case, { referBeforeVerification }: JudgedActor['settings']): Refusal | null {
  const isSpared = state.verification === 'not_required' && mayGoUnverified(state)
  const isKnown = needsNoIdentity(state) || isSpared || isVerified(state.verification)
  return referBeforeVerification || isKnown ? null : because('identity-not-verified')
}
