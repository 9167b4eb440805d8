import type { RatingTaken } from '#shared/domain/case/answer-state.ts'
import { outcomeOf } from '#shared/domain/case/reading.ts'
import type { Case, Classification, Cycle, Exit, Referral } from '#shared/domain/case/state.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { CaseFacts, CaseRecord, CycleEnd, CycleFacts, ReferralFacts } from './facts.ts'

/**
 * In: the folded state of a case. Out: its facts (spec/kpis.md 5.1). A case that left before it was accepted has its
 * one cycle too, so that every submission is found again in the flow (P6).
 */
export function factsOf(state: Case): CaseRecord {
  const cycles = state.cycles.map((_, index) => cycleFacts(state, index))
  const referrals = state.cycles.flatMap((cycle) =>
    cycle.referrals.map((referral) => referralFacts(cycle.number, referral)),
  )
  return { of: caseFacts(state, cycles, referrals), cycles, referrals }
}

function caseFacts(state: Case, cycles: readonly CycleFacts[], referrals: readonly ReferralFacts[]): CaseFacts {
  const classification = state.cycles.findLast((cycle) => cycle.classification !== null)?.classification ?? null
  return {
    id: state.id,
    reference: state.reference,
    office: state.office,
    type: state.type,
    practice: state.practice,
    source: state.source,
    channel: state.channel,
    receivedAt: state.receivedAt,
    registeredAt: state.registeredAt,
    lagMinutes: state.registrationLag.minutes,
    lagDay: state.registrationLag.day,
    lastEventAt: state.lastEventAt,
    mattersUntil: mattersUntil(cycles, referrals),
    subjects: state.subjects,
    cause: state.cause,
    complainantKind: state.complainantKind,
    governorate: state.complainant?.governorate ?? null,
    anonymous: state.complainant?.anonymous ?? false,
    ...decisionFacts(state),
    ...exitFacts(state.exit),
    link: state.link?.kind ?? null,
    linkedAt: state.link?.at ?? null,
    lead: state.link?.lead ?? null,
    ...untilFirstAnswer(state),
    service: classification?.service ?? null,
    complexity: classification?.complexity ?? null,
    importance: classification?.importance ?? null,
    procedure: classification?.procedure ?? null,
    exceptions: state.exceptions.map(({ rule, way, cycle }) => `${rule}/${way}/${cycle}`),
    unapplied: state.unapplied.length,
  }
}

/** What comes after the first answer takes nothing from it: no later call, no move of a reopened case (K1). */
function untilFirstAnswer({
  cycles,
  inboundContacts,
  moves,
}: Case): Pick<CaseFacts, 'inboundContacts' | 'movesOfOwner'> {
  const answeredAt = cycles[0]?.resolution?.at ?? null
  const isBefore = (at: Instant): boolean => answeredAt === null || at <= answeredAt
  return {
    inboundContacts: inboundContacts.filter(isBefore).length,
    movesOfOwner: moves.filter(({ at }) => isBefore(at)).length,
  }
}

type DecisionFacts = Pick<CaseFacts, 'decision' | 'decidedAt' | 'decisionMinutes' | 'decisionDay' | 'rejectReason'>

function decisionFacts({ decision }: Case): DecisionFacts {
  if (decision.kind === 'undecided') {
    return { decision: 'undecided', decidedAt: null, decisionMinutes: null, decisionDay: null, rejectReason: null }
  }
  return {
    decision: decision.kind,
    decidedAt: decision.at,
    decisionMinutes: decision.waited.minutes,
    decisionDay: decision.waited.day,
    rejectReason: decision.kind === 'rejected' ? decision.reason : null,
  }
}

function exitFacts(exit: Exit | null): Pick<CaseFacts, 'exit' | 'exitAt' | 'exitReason' | 'externalConfirmedAt'> {
  return {
    exit: exit?.kind ?? null,
    exitAt: exit?.at ?? null,
    exitReason: exit?.kind === 'filed' ? exit.reason : exit?.kind === 'external' ? exit.body : null,
    externalConfirmedAt: exit?.kind === 'external' ? (exit.confirmed?.at ?? null) : null,
  }
}

function mattersUntil(cycles: readonly CycleFacts[], referrals: readonly ReferralFacts[]): Instant | null {
  if (cycles.some((cycle) => cycle.endedAt === null)) return null
  const moments = [
    ...cycles.flatMap((cycle) => [cycle.endedAt, cycle.dueOrig, cycle.dueNow, cycle.ratedAt]),
    ...referrals.flatMap((referral) => [referral.dueAt, referral.endedAt]),
  ].filter((moment) => moment !== null)
  return moments.reduce((latest, moment) => (moment > latest ? moment : latest))
}

function cycleFacts(state: Case, index: number): CycleFacts {
  const cycle = state.cycles[index] as Cycle
  const next = state.cycles[index + 1]
  const classification = cycle.resolution?.classification ?? cycle.classification
  // A correction is counted as one and changes nothing of how the answer itself came about.
  const drafts = cycle.drafts.filter(({ correction }) => !correction)
  const live = cycle.referrals.filter((referral) => referral.status !== 'cancelled')
  return {
    number: cycle.number,
    startedAt: cycle.startedAt,
    acceptedAt: cycle.acceptedAt,
    resolvedAt: cycle.resolution?.at ?? null,
    ...endOf(state, cycle, next),
    closeReason: cycle.closing?.reason ?? null,
    outcome: outcomeOf(state, index),
    dueOrig: cycle.clock.dueOrig.at,
    dueNow: cycle.clock.dueNow.at,
    extensionReasons: cycle.clock.extensions.map(({ reason }) => reason),
    suspensions: cycle.clock.pauses
      .filter(({ cause }) => cause === 'suspension')
      .map(({ from, until }) => [from, until] as const),
    ...classFacts(classification),
    netMinutes: cycle.resolution?.net.minutes ?? null,
    grossMinutes: cycle.resolution?.gross.minutes ?? null,
    day: cycle.resolution?.net.day ?? null,
    inFirstSession: isInFirstSession(state, cycle),
    hasAnswer: cycle.drafts.length > 0 || state.articlesUsed > 0,
    repliesSent: drafts.filter((draft) => draft.sent !== null).length,
    referrals: live.length,
    departments: [...new Set(live.map((referral) => referral.department))],
    draftsReturned: drafts.filter((draft) => draft.returned !== null).length,
    approvedAt: drafts.findLast((draft) => draft.approved !== null)?.approved?.at ?? null,
    corrections: cycle.corrections.length,
    ...surveyFacts(cycle),
    handlers: cycle.handlers,
    approvers: cycle.approvers,
    reopenCause: cycle.reopening?.cause ?? null,
    sameStaff: [...cycle.handlers, ...cycle.approvers].filter((user) => cycle.excluded.includes(user)).length,
    reopenedAt: next?.startedAt ?? null,
    reopenedCause: next?.reopening?.cause ?? null,
  }
}

type ClassFacts = Pick<
  CycleFacts,
  'service' | 'complexity' | 'importance' | 'procedure' | 'fcrPossible' | 'classCorrected' | 'savedFromLate'
>

const classFacts = (classification: Classification | null): ClassFacts => ({
  service: classification?.service ?? null,
  complexity: classification?.complexity ?? null,
  importance: classification?.importance ?? null,
  procedure: classification?.procedure ?? null,
  fcrPossible: classification?.fcrPossible ?? false,
  classCorrected: classification?.corrected ?? false,
  savedFromLate: classification?.savedFromLate ?? false,
})

function surveyFacts(
  cycle: Cycle,
): Pick<
  CycleFacts,
  | 'attempts'
  | 'surveyable'
  | 'rating'
  | 'ratedAt'
  | 'ratingMode'
  | 'dissatisfaction'
  | 'declinedAt'
  | 'unreachableAt'
  | 'protocolMet'
> {
  const rating = validRating(cycle.ratings)
  return {
    attempts: cycle.attempts.length,
    surveyable: cycle.resolution?.surveyable ?? false,
    rating: rating?.rating ?? null,
    ratedAt: rating?.at ?? null,
    ratingMode: rating?.mode ?? null,
    dissatisfaction: rating?.dissatisfaction ?? null,
    declinedAt: cycle.declinedAt,
    unreachableAt: cycle.unreachable?.at ?? null,
    protocolMet: cycle.unreachable?.protocolMet ?? true,
  }
}

function validRating(ratings: readonly RatingTaken[]): RatingTaken | null {
  const corrected = new Set(ratings.map((rating) => rating.corrects))
  return ratings.findLast((rating) => !corrected.has(rating.event)) ?? null
}

function isInFirstSession(state: Case, cycle: Cycle): boolean {
  const session = cycle.resolution?.session ?? null
  return session !== null && state.sessions[0]?.session === session
}

/** A closed cycle that is reopened later ended when it was closed: whichever is first. */
function endOf(state: Case, cycle: Cycle, next: Cycle | undefined): Pick<CycleFacts, 'end' | 'endedAt'> {
  if (cycle.closing !== null) return { end: 'closed', endedAt: cycle.closing.at }
  const { decision } = state
  if (next !== undefined && cycle.acceptedAt === null && decision.kind === 'rejected')
    return { end: 'rejected', endedAt: decision.at }
  if (next !== undefined) return { end: 'reopened', endedAt: cycle.endedAt ?? next.startedAt }
  return leaving(state)
}

/** How the case itself left the flow; another body's case leaves only when its solution is confirmed (P6). */
function leaving(state: Case): Pick<CycleFacts, 'end' | 'endedAt'> {
  const ends: { readonly end: CycleEnd; readonly endedAt: Instant }[] = []
  const { exit, link } = state
  if (link?.kind === 'duplicate') ends.push({ end: 'linked', endedAt: link.at })
  if (exit !== null && exit.kind !== 'external') ends.push({ end: exit.kind, endedAt: exit.at })
  if (exit?.kind === 'external' && exit.confirmed !== null) ends.push({ end: 'external', endedAt: exit.confirmed.at })
  ends.sort((a, b) => (a.endedAt < b.endedAt ? -1 : 1))
  return ends[0] ?? { end: null, endedAt: null }
}

function referralFacts(cycle: number, referral: Referral): ReferralFacts {
  const automatic = referral.escalations.filter((escalation) => escalation.automatic)
  return {
    id: referral.id,
    cycle,
    department: referral.department,
    sentAt: referral.sentAt,
    identityVerified: referral.identityVerified,
    dueAt: referral.due.at,
    acknowledgedAt: referral.acknowledged?.at ?? null,
    ackMinutes: referral.acknowledged?.waited.minutes ?? null,
    returnedAt: referral.returned?.at ?? null,
    returnReason: referral.returned?.reason ?? null,
    repliedAt: referral.replied?.at ?? null,
    askedAgainAt: referral.askedAgain?.at ?? null,
    answeredAgainAt: referral.askedAgain?.answeredAt ?? null,
    endedAt: referral.endedAt,
    cancelled: referral.status === 'cancelled',
    waived: referral.status === 'waived',
    clarifications: referral.clarifications,
    automaticEscalations: automatic.length,
    manualEscalations: referral.escalations.length - automatic.length,
    highestRung: referral.escalations.reduce((highest, { rung }) => Math.max(highest, rung), 0),
    firstEscalatedAt: automatic[0]?.at ?? null,
    unreachedEscalations: referral.escalations.filter(({ recipients }) => recipients === 0).length,
  }
}
