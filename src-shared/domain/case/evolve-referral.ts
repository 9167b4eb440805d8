import type { UserId } from '#shared/domain/access/events.ts'
import { isVerified } from './codes.ts'
import { endedPauses, withCycle, withMember, withReferral } from './evolve-parts.ts'
import type { Appliers, Recorded } from './evolve-parts.ts'
import { currentCycle, unsettledReturns } from './reading.ts'
import type { Case, Referral } from './state.ts'

type ReferralEvent =
  | 'referred'
  | 'ref_ack'
  | 'ref_returned'
  | 'ref_replied'
  | 'ref_cancelled'
  | 'ref_waived'
  | 'clarification_asked'
  | 'clarification_answered'
  | 'directorate_asked'
  | 'directorate_answered'
  | 'reminder_sent'
  | 'disclosed'
  | 'disclosure_ended'

export const referralAppliers: Appliers<ReferralEvent> = {
  referred,
  ref_ack: (state, { facts, at }) =>
    withReferral(state, facts.referral, ({ acknowledged }) => ({
      status: 'in_progress',
      due: facts.due,
      statedAt: facts.statedAt,
      statedOn: at,
      beyondLimitApproved: facts.beyondLimitApproved,
      acknowledged: acknowledged ?? { at, waited: facts.waited },
    })),
  ref_returned: (state, { facts, at }) =>
    withReferral(state, facts.referral, (referral) => ({
      ...ended(referral, at),
      status: 'returned',
      returned: { at, reason: facts.reason, proposed: facts.proposedDepartment },
    })),
  ref_replied: (state, { facts, at: enteredAt, actor }) =>
    withReferral(state, facts.referral, (referral) => {
      const { waited, enteredByTeam, receivedAt: at = enteredAt } = facts
      return {
        ...ended(referral, at),
        status: 'answered',
        replied: { at, by: actor as UserId, waited, enteredByTeam },
      }
    }),
  ref_cancelled: (state, { facts, at }) =>
    withReferral(state, facts.referral, (referral) => ({ ...ended(referral, at), status: 'cancelled' })),
  ref_waived: (state, { facts, at }) =>
    withReferral(state, facts.referral, (referral) => ({ ...ended(referral, at), status: 'waived' })),
  clarification_asked: (state, { facts, at }) =>
    withReferral(state, facts.referral, (referral) => ({
      status: 'clarify',
      asked: { by: facts.by, at },
      askedAgain: facts.by === 'team' && referral.replied !== null ? { at, answeredAt: null } : referral.askedAgain,
      clarifications: referral.clarifications + (facts.by === 'team' ? 1 : 0),
      endedAt: null,
      pauses:
        facts.by === 'department' ? [...endedPauses(referral.pauses, at), clarificationFrom(at)] : referral.pauses,
    })),
  clarification_answered: (state, { facts, at }) =>
    withReferral(state, facts.referral, (referral) => ({
      ...(referral.replied === null ? { status: statusBeforeQuestion(referral) } : { status: 'answered', endedAt: at }),
      due: facts.due,
      asked: null,
      askedAgain: answeredAgain(referral, at),
      pauses: endedPauses(referral.pauses, at),
    })),
  directorate_asked: (state, { facts, at }) =>
    withReferral(state, facts.referral, ({ requests }) => ({
      requests: [...requests, { id: facts.request, directorate: facts.directorate, at, answered: null }],
    })),
  directorate_answered: (state, { facts, at }) =>
    withReferral(state, facts.referral, ({ requests }) => ({
      requests: requests.map((request) =>
        request.id === facts.request ? { ...request, answered: { at, neededUntil: facts.neededUntil } } : request,
      ),
    })),
  reminder_sent: (state, { facts }) =>
    withReferral(state, facts.referral, ({ reminders, climbed, unheard }) => ({
      reminders: reminders + 1,
      climbed: facts.rung === undefined ? climbed : withMember(climbed, facts.rung),
      unheard: facts.recipients === 0 ? unheard + 1 : unheard,
    })),
  disclosed: (state, { facts }) => withReferral(state, facts.referral, () => ({ disclosedUntil: facts.until })),
  disclosure_ended: (state, { facts }) => withReferral(state, facts.referral, () => ({ disclosedUntil: null })),
}

function referred(state: Case, { facts, at, actor }: Recorded<'referred'>): Case | null {
  const cycle = currentCycle(state)
  if (state.cycles.some(({ referrals }) => referrals.some(({ id }) => id === facts.referral))) return null
  const replaced = unsettledReturns(cycle)[0]
  const referral: Referral = {
    id: facts.referral,
    department: facts.department,
    status: 'ref_sent',
    sentAt: at,
    sentBy: actor as UserId,
    identityVerified: isVerified(state.verification),
    due: facts.due,
    statedAt: null,
    statedOn: null,
    beyondLimitApproved: false,
    acknowledged: null,
    returned: null,
    replacedBy: null,
    replied: null,
    endedAt: null,
    reminders: 0,
    clarifications: 0,
    asked: null,
    askedAgain: null,
    pauses: [],
    requests: [],
    escalations: [],
    climbed: [],
    unheard: 0,
    disclosedUntil: null,
  }
  const before = cycle.referrals.map((each) => (each === replaced ? { ...each, replacedBy: referral.id } : each))
  return withCycle(state, { referrals: [...before, referral] })
}

type Ended = Pick<Referral, 'asked' | 'askedAgain' | 'endedAt' | 'pauses'>

function ended(referral: Referral, at: Referral['sentAt']): Ended {
  const askedAgain = answeredAgain(referral, at)
  return { asked: null, askedAgain, endedAt: at, pauses: endedPauses(referral.pauses, at) }
}

function answeredAgain({ askedAgain }: Referral, at: Referral['sentAt']): Referral['askedAgain'] {
  return askedAgain === null || askedAgain.answeredAt !== null ? askedAgain : { ...askedAgain, answeredAt: at }
}

function statusBeforeQuestion(referral: Referral): 'ref_sent' | 'in_progress' {
  return referral.acknowledged === null ? 'ref_sent' : 'in_progress'
}

function clarificationFrom(at: Referral['sentAt']): Referral['pauses'][number] {
  return { cause: 'clarification', from: at, until: null, capAt: null, capDays: null }
}
