import { bentWorkingTime } from '#shared/i18n/durations.ts'
import { attemptLabelsBy } from './attempt-labels.ts'
import type { CaseEventType, CaseFacts } from '#shared/domain/case/events.ts'
import {
  closeReasonLabels,
  complexityLabels,
  confidentialityLabels,
  contactChannelLabels,
  deliveryLabels,
  importanceLabels,
  outcomeLabels,
  priorityLabels,
  procedureLabels,
  ratingLabels,
  reopenCauseLabels,
  typeLabels,
  verificationLabels,
} from '#shared/i18n/codes.ts'
import { exceptionRules, exceptionWays, timelineMessages as m } from '#shared/i18n/case-timeline.ts'
import type { Names } from './names.ts'
import type { Speaker } from './speaker.ts'

export interface Telling {
  readonly speech: Speaker
  readonly names: Names
}

type Sentence<T extends CaseEventType> = (facts: CaseFacts<T>, telling: Telling) => string
type Sentences = { readonly [T in CaseEventType]: Sentence<T> }

const classParts = (
  { complexity, importance, procedure, priority }: CaseFacts<'classified'>,
  { speech: { label } }: Telling,
) => ({
  complexity: label(complexityLabels, complexity),
  importance: label(importanceLabels, importance),
  procedure: label(procedureLabels, procedure),
  priority: label(priorityLabels, priority),
})

/** One sentence for each event of the catalogue; a new event without one does not compile. */
const sentences: Sentences = {
  received: ({ channel }, { speech: { t }, names }) => t(m.received, { channel: names.list('channels', channel) }),
  registered: ({ reference }, { speech: { t } }) => t(m.registered, { reference }),
  described: (_facts, { speech: { t } }) => t(m.described),
  details_changed: ({ subjects }, { speech: { t }, names }) =>
    t(m.detailsChanged, { subjects: subjects.map((code) => names.list('subjects', code)).join(t(m.comma)) }),
  complainant_set: ({ anonymous }, { speech: { t } }) => t(anonymous ? m.complainantAnonymous : m.complainantSet),
  identity_verified: ({ state }, { speech: { t, label } }) =>
    t(m.identityVerified, { state: label(verificationLabels, state) }),
  number_told: (_facts, { speech: { t } }) => t(m.numberTold),
  receipt_printed: (_facts, { speech: { t } }) => t(m.receiptPrinted),
  session_started: ({ channel }, { speech: { t }, names }) =>
    t(m.sessionStarted, { channel: names.list('channels', channel) }),
  inbound_contact: ({ channel, purpose }, { speech: { t }, names }) =>
    t({ status: m.inboundStatus, addition: m.inboundAddition, objection: m.inboundObjection }[purpose], {
      channel: names.list('channels', channel),
    }),
  intake_accepted: (_facts, { speech: { t } }) => t(m.intakeAccepted),
  retyped: ({ from, to, toEntry }, { speech: { t, label }, names }) =>
    t(m.retyped, { from: label(typeLabels, from), to: names.list('types', toEntry ?? to) }),
  confidentiality_set: ({ level }, { speech: { t, label } }) =>
    t(m.confidentialitySet, { level: label(confidentialityLabels, level) }),
  conflict_settled: ({ choice }, { speech: { t } }) => t(choice === 'keep' ? m.conflictKept : m.conflictApplied),
  complained_about: ({ employees }, { speech: { t }, names }) => {
    const each = employees.map(({ staffId, unit }) => t(m.employee, { staffId, unit: names.unit(unit) }))
    return each.length === 0 ? t(m.complainedAboutNobody) : t(m.complainedAbout, { employees: each.join(t(m.comma)) })
  },
  moved_to_unit: ({ from, to }, { speech: { t }, names }) =>
    t(m.movedToUnit, { from: names.unit(from), to: names.unit(to) }),
  note_added: (_facts, { speech: { t } }) => t(m.noteAdded),
  file_added: ({ original }, { speech: { t } }) => t(original ? m.fileOriginal : m.fileAdded),
  accepted: (_facts, { speech: { t } }) => t(m.accepted),
  rejected: ({ reason, withinRemit }, { speech: { t }, names }) =>
    t(withinRemit === true ? m.rejectedWithin : m.rejected, { reason: names.list('reject_reasons', reason) }),
  rejection_notified: ({ delivery, sentAt }, { speech: { t, label, dateTime } }) =>
    t(m.rejectionNotified, { delivery: label(deliveryLabels, delivery), at: dateTime(sentAt) }),
  filed: ({ reason, withinRemit }, { speech: { t }, names }) =>
    t(withinRemit === true ? m.filedWithin : m.filed, { reason: names.list('file_reasons', reason) }),
  withdrawn: (_facts, { speech: { t } }) => t(m.withdrawn),
  external_transferred: ({ body, followUpAt }, { speech: { t, date }, names }) =>
    t(m.externalTransferred, { body: names.list('external_bodies', body), date: date(followUpAt) }),
  external_followed_up: ({ followUpAt }, { speech: { t, date } }) =>
    t(m.externalFollowedUp, { date: date(followUpAt) }),
  external_confirmed: ({ solved }, { speech: { t } }) => t(solved ? m.externalSolved : m.externalUnsolved),
  classified: (facts, telling) => telling.speech.t(m.classified, classParts(facts, telling)),
  class_corrected: (facts, telling) => telling.speech.t(m.classCorrected, classParts(facts, telling)),
  assigned: ({ user }, { speech: { t }, names }) => t(m.assigned, { name: names.user(user) }),
  referred: ({ department, due, users = [] }, { speech: { t, dateTime }, names }) => {
    const words = { name: names.unit(department), date: dateTime(due.at) }
    const who = users.map((user) => names.user(user)).join(t(m.comma))
    return users.length === 0 ? t(m.referred, words) : t(m.referredTelling, { ...words, who })
  },
  ref_ack: ({ referral, statedAt, longer }, { speech: { t, dateTime }, names }) =>
    t(longer === true ? m.refLonger : m.refAck, { name: names.referral(referral), date: dateTime(statedAt) }),
  ref_returned: ({ referral, reason, proposedDepartment }, { speech: { t }, names }) => {
    const words = { name: names.referral(referral), reason: names.list('return_reasons', reason) }
    return proposedDepartment === null
      ? t(m.refReturned, words)
      : t(m.refReturnedProposing, { ...words, proposed: names.unit(proposedDepartment) })
  },
  ref_replied: ({ referral, enteredByTeam, receivedAt }, { speech: { t, dateTime }, names }) => {
    const name = names.referral(referral)
    if (receivedAt !== undefined) return t(m.refRepliedAt, { name, date: dateTime(receivedAt) })
    return t(enteredByTeam ? m.refRepliedByTeam : m.refReplied, { name })
  },
  ref_cancelled: ({ referral, reason }, { speech: { t }, names }) =>
    t(m.refCancelled, { name: names.referral(referral), reason: names.list('cancel_reasons', reason) }),
  ref_waived: ({ referral }, { speech: { t }, names }) => t(m.refWaived, { name: names.referral(referral) }),
  clarification_asked: ({ referral, by }, { speech: { t }, names }) =>
    t(by === 'team' ? m.askedByTeam : m.askedByDepartment, { name: names.referral(referral) }),
  clarification_answered: ({ referral, by }, { speech: { t }, names }) =>
    t(by === 'team' ? m.clarifiedByTeam : m.clarifiedByDepartment, { name: names.referral(referral) }),
  directorate_asked: ({ referral, directorate }, { speech: { t }, names }) =>
    t(m.directorateAsked, { name: names.referral(referral), directorate: names.unit(directorate) }),
  directorate_answered: ({ referral, neededUntil }, { speech: { t, date }, names }) =>
    neededUntil === null
      ? t(m.directorateAnswered, { name: names.referral(referral) })
      : t(m.directorateNeeds, { name: names.referral(referral), date: date(neededUntil) }),
  reminder_sent: ({ referral, automatic }, { speech: { t }, names }) =>
    t(automatic ? m.reminderAutomatic : m.reminderSent, { name: names.referral(referral) }),
  escalated: ({ referral, rung }, { speech: { t }, names }) =>
    referral === null ? t(m.escalated, { rung }) : t(m.escalatedReferral, { rung, name: names.referral(referral) }),
  info_requested: ({ channel, capAt }, { speech: { t, label, date } }) =>
    t(m.infoRequested, { channel: label(contactChannelLabels, channel), date: date(capAt) }),
  info_received: ({ due }, { speech: { t, dateTime } }) => t(m.infoReceived, { date: dateTime(due.at) }),
  suspended: ({ reason }, { speech: { t }, names }) =>
    t(m.suspended, { reason: names.list('suspend_reasons', reason) }),
  resumed: ({ due }, { speech: { t, dateTime } }) => t(m.resumed, { date: dateTime(due.at) }),
  extended: ({ due, reason }, { speech: { t, dateTime }, names }) =>
    t(m.extended, { date: dateTime(due.at), reason: names.list('extension_reasons', reason) }),
  due_recomputed: ({ due }, { speech: { t, dateTime } }) => t(m.dueRecomputed, { date: dateTime(due.at) }),
  delay_notice_sent: ({ expectedAt }, { speech: { t, date } }) => t(m.delayNotice, { date: date(expectedAt) }),
  progress_notice_sent: (_facts, { speech: { t } }) => t(m.progressNotice),
  draft_submitted: ({ correction }, { speech: { t } }) =>
    t(correction === true ? m.correctionSubmitted : m.draftSubmitted),
  draft_returned: ({ reason }, { speech: { t }, names }) =>
    t(m.draftReturned, { reason: names.list('draft_return_reasons', reason) }),
  approved: (_facts, { speech: { t } }) => t(m.approved),
  reply_sent: ({ delivery, sentAt }, { speech: { t, label, dateTime } }) =>
    t(m.replySent, { delivery: label(deliveryLabels, delivery), at: dateTime(sentAt) }),
  resolved: ({ how, net }, { speech: { t, workingTime } }) =>
    t(how === 'answered' ? m.resolvedAnswered : m.resolvedNoContact, {
      amount: bentWorkingTime(workingTime(net.minutes, net.day)),
    }),
  correction_sent: ({ sentAt, of }, { speech: { t, label, dateTime } }) =>
    of === undefined
      ? t(m.correctionSent)
      : t(m.correctionLeft, { delivery: label(deliveryLabels, of.delivery), at: dateTime(sentAt) }),
  contact_attempt: ({ channel: by, result: what, nextAt }, { speech: { t, label, dateTime } }) => {
    const [channel, result] = [label(contactChannelLabels, by), label(attemptLabelsBy(by), what)]
    return nextAt === undefined
      ? t(m.contactAttempt, { channel, result })
      : t(m.contactAttemptNext, { channel, result, at: dateTime(nextAt) })
  },
  rated: ({ rating, corrects }, { speech: { t, label } }) =>
    t(corrects === null ? m.rated : m.ratedCorrecting, { rating: label(ratingLabels, rating) }),
  rating_declined: (_facts, { speech: { t } }) => t(m.ratingDeclined),
  unreachable_declared: ({ attempts }, { speech: { t } }) => t(m.unreachable, { count: attempts }),
  closed: ({ reason, outcome }, { speech: { t, label } }) => {
    const words = { reason: label(closeReasonLabels, reason) }
    return outcome === null
      ? t(m.closed, words)
      : t(m.closedOutcome, { ...words, outcome: label(outcomeLabels, outcome) })
  },
  reopened: ({ cause, outcome }, { speech: { t, label } }) => {
    const words = { cause: label(reopenCauseLabels, cause) }
    return outcome === undefined
      ? t(m.reopened, words)
      : t(m.reopenedOutcome, { ...words, outcome: label(outcomeLabels, outcome) })
  },
  linked: ({ kind }, { speech: { t } }) => t(kind === 'duplicate' ? m.linkedDuplicate : m.linkedRepeat),
  unlinked: (_facts, { speech: { t } }) => t(m.unlinked),
  separation_excepted: ({ rule, way }, { speech: { t, label } }) =>
    t(m.excepted, { rule: label(exceptionRules, rule), way: label(exceptionWays, way) }),
  disclosed: ({ referral, until }, { speech: { t, dateTime }, names }) =>
    t(m.disclosed, { name: names.referral(referral), date: dateTime(until) }),
  disclosure_ended: ({ referral }, { speech: { t }, names }) =>
    t(m.disclosureEnded, { name: names.referral(referral) }),
  qa_scored: ({ score }, { speech: { t } }) => t(m.qaScored, { score }),
  kb_used: (_facts, { speech: { t } }) => t(m.knowledgeUsed),
  kb_created: (_facts, { speech: { t } }) => t(m.knowledgeCreated),
  action_created: ({ dueAt }, { speech: { t, date } }) => t(m.actionCreated, { date: date(dueAt) }),
  action_done: (_facts, { speech: { t } }) => t(m.actionDone),
}

/** In: type and facts of an event. Out: its sentence; an event of a newer version says that much. */
export function sentenceOf(type: string, facts: Readonly<Record<string, unknown>>, telling: Telling): string {
  if (!Object.hasOwn(sentences, type)) return telling.speech.t(m.unknown, { type })
  const sentence = sentences[type as CaseEventType] as (
    facts: Readonly<Record<string, unknown>>,
    telling: Telling,
  ) => string
  return sentence(facts, telling)
}
