import type { Instant } from '#shared/domain/clock/instant.ts'
import type { CaseFacts, CaseRecord, CycleFacts, ReferralFacts } from './facts.ts'

/**
 * In: facts as they are now, a moment. Out: what was so at that moment, by the times the facts carry; null for a case
 * not yet received then. Class values stay as now: their history is not in the facts (5.1 reads open cases as now).
 */
export function factsAsOf(record: CaseRecord, asOf: Instant): CaseRecord | null {
  if (record.of.receivedAt > asOf) return null
  if (record.of.lastEventAt <= asOf) return record
  const cycles = record.cycles.filter((cycle) => cycle.startedAt <= asOf).map((cycle) => cycleAsOf(cycle, asOf))
  return {
    of: caseAsOf(record.of, asOf),
    cycles,
    referrals: record.referrals
      .filter((referral) => referral.sentAt <= asOf)
      .map((referral) => referralAsOf(referral, asOf)),
  }
}

const later = (moment: Instant | null, asOf: Instant): boolean => moment !== null && moment > asOf

function caseAsOf(of: CaseFacts, asOf: Instant): CaseFacts {
  return {
    ...of,
    mattersUntil: null,
    ...(later(of.decidedAt, asOf)
      ? { decision: 'undecided', decidedAt: null, decisionMinutes: null, decisionDay: null, rejectReason: null }
      : {}),
    ...(later(of.exitAt, asOf) ? { exit: null, exitAt: null, exitReason: null } : {}),
    ...(later(of.externalConfirmedAt, asOf) ? { externalConfirmedAt: null } : {}),
    ...(later(of.linkedAt, asOf) ? { link: null, linkedAt: null, lead: null } : {}),
  }
}

function cycleAsOf(cycle: CycleFacts, asOf: Instant): CycleFacts {
  return {
    ...cycle,
    // The end stays as known: the due date that it moved is that of now, too.
    suspensions: cycle.suspensions.filter(([from]) => from <= asOf),
    ...(later(cycle.acceptedAt, asOf) ? { acceptedAt: null } : {}),
    ...(later(cycle.resolvedAt, asOf)
      ? { resolvedAt: null, netMinutes: null, grossMinutes: null, day: null, inFirstSession: false, surveyable: false }
      : {}),
    ...(later(cycle.endedAt, asOf) ? { end: null, endedAt: null, closeReason: null, outcome: null } : {}),
    ...(later(cycle.approvedAt, asOf) ? { approvedAt: null } : {}),
    ...(later(cycle.ratedAt, asOf) ? { rating: null, ratedAt: null, ratingMode: null, dissatisfaction: null } : {}),
    ...(later(cycle.declinedAt, asOf) ? { declinedAt: null } : {}),
    ...(later(cycle.unreachableAt, asOf) ? { unreachableAt: null, protocolMet: true } : {}),
    ...(later(cycle.reopenedAt, asOf) ? { reopenedAt: null, reopenedCause: null } : {}),
  }
}

function referralAsOf(referral: ReferralFacts, asOf: Instant): ReferralFacts {
  return {
    ...referral,
    ...(later(referral.acknowledgedAt, asOf) ? { acknowledgedAt: null, ackMinutes: null } : {}),
    ...(later(referral.returnedAt, asOf) ? { returnedAt: null, returnReason: null } : {}),
    ...(later(referral.repliedAt, asOf) ? { repliedAt: null } : {}),
    ...(later(referral.askedAgainAt, asOf) ? { askedAgainAt: null } : {}),
    ...(later(referral.answeredAgainAt, asOf) ? { answeredAgainAt: null } : {}),
    ...(later(referral.endedAt, asOf) ? { endedAt: null, cancelled: false, waived: false } : {}),
    ...(later(referral.firstEscalatedAt, asOf)
      ? {
          firstEscalatedAt: null,
          automaticEscalations: 0,
          manualEscalations: 0,
          highestRung: 0,
          unreachedEscalations: 0,
        }
      : {}),
  }
}
