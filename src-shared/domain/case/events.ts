import { z } from 'zod'
import { UnitId, UserId } from '#shared/domain/access/events.ts'
import { DueStamp } from '#shared/domain/clock/case-clock.ts'
import { Instant } from '#shared/domain/clock/instant.ts'
import {
  attemptResults,
  closeReasons,
  complexities,
  confidentialities,
  contactChannels,
  deliveries,
  importances,
  outcomes,
  priorities,
  procedures,
  ratings,
  reopenCauses,
  reopenRoutes,
  verifications,
} from './codes.ts'
import { caseTypes } from '#shared/domain/lists/case-types.ts'
import { identityTold } from './identity-told.ts'
import { ListCode } from '#shared/domain/lists/list-code.ts'
import {
  CaseId,
  DraftId,
  Employee,
  FileAddress,
  LongText,
  Note,
  OpenableFile,
  PersonId,
  ReferralId,
  RequestId,
  SenderLetter,
  ShortText,
  Waited,
  atVersion,
  factsOnly,
  withPrivate,
} from './event-parts.ts'

const Reason = z.object({ reason: ListCode })
/** Whether the matter is the office's own (L-02). Null where an event of version 1 does not say; left out by an old register's line, and where it was said before. */
const remitSaid = { withinRemit: z.boolean().nullable().optional() }
/** Both due dates of the case as they stand after the event: with approved extensions, and without (`due_orig`). */
const dues = { due: DueStamp, dueOrig: DueStamp }
/** Whom a duty reached: how many, and who; none is a fault that a list shows (B-10). */
const reached = { recipients: z.int().min(0).optional(), users: z.array(UserId).max(200).optional() }
const ofReferral = <T extends z.ZodRawShape>(shape: T) => z.object({ referral: ReferralId, ...shape })

/** What goes to a department, or comes back: `attached` lets its audience, which holds no `file_added`, open the files. */
const ReferralLetter = z.object({
  text: LongText,
  files: z.array(FileAddress).max(50),
  attached: z.array(OpenableFile).max(50).optional(),
})

/** What the four axes say, and the due date that follows from them (L-04 to L-09, W7). */
const Classification = z.object({
  service: ListCode.nullable(),
  complexity: z.enum(complexities),
  importance: z.enum(importances),
  procedure: z.enum(procedures),
  priority: z.enum(priorities),
  priorityOverridden: z.boolean(),
  fcrPossible: z.boolean(),
  /** Version of the service list that was used. */
  services: z.string().max(64),
  ...dues,
})
const ClassificationReasons = z.object({ importance: z.string().max(2000), priority: z.string().max(2000) })

/**
 * The catalogue of everything that can happen to a case (stream `case:<id>`; spec/kpis.md 5.1): type → version,
 * audience class, facts, private part. Facts are all that rules and figures read; the private part may be missing.
 * The envelope's `at` is when it happened; a fact named `…At` is a moment that a person stated.
 */
export const caseEvents = {
  received: factsOnly(
    'shared',
    z.object({
      receivedAt: Instant,
      stampedBy: z.enum(['person', 'machine']),
      channel: ListCode,
      form: z.enum(['oral', 'written']),
      pages: z.int().min(1).max(5000).nullable(),
    }),
  ),
  registered: factsOnly(
    'shared',
    z.object({
      reference: z.string().max(40),
      office: UnitId,
      type: z.enum(caseTypes),
      /** Where an office has its own name for a type: the entry of its list (T-01). */
      typeEntry: ListCode.optional(),
      subjects: z.array(ListCode).max(20),
      cause: ListCode.nullable(),
      complainantKind: ListCode.nullable(),
      confidentiality: z.enum(confidentialities),
      source: z.enum(['staff', 'email_file', 'scan', 'import']),
      practice: z.boolean(),
      waited: Waited,
      due: DueStamp,
    }),
  ),
  described: withPrivate(
    'office',
    z.object({ language: z.enum(['ar', 'en']) }),
    z.object({
      subject: ShortText,
      text: LongText,
      // Left out by a corrected wording: they stay as they were.
      senderLetter: SenderLetter.nullable().optional(),
      remedySought: z.string().max(2000).optional(),
    }),
  ),
  details_changed: factsOnly(
    'shared',
    z.object({ subjects: z.array(ListCode).max(20), cause: ListCode.nullable(), complainantKind: ListCode.nullable() }),
  ),
  complainant_set: factsOnly(
    'office',
    z.object({
      person: PersonId.nullable(),
      anonymous: z.boolean(),
      contactableBy: z.array(z.enum(contactChannels)).max(6),
      preferred: z.enum(contactChannels).nullable(),
      language: z.enum(['ar', 'en']),
      governorate: ListCode.nullable(),
    }),
  ),
  identity_verified: withPrivate('office', z.object({ state: z.enum(verifications) }), Note),
  number_told: factsOnly('shared', z.object({})),
  receipt_printed: factsOnly('shared', z.object({})),
  session_started: factsOnly('shared', z.object({ session: z.string().max(64), channel: ListCode })),
  inbound_contact: withPrivate(
    'office',
    z.object({ channel: ListCode, purpose: z.enum(['status', 'addition', 'objection']) }),
    Note,
  ),
  intake_accepted: factsOnly('shared', z.object({})),
  retyped: withPrivate(
    'shared',
    z.object({ from: z.enum(caseTypes), to: z.enum(caseTypes), toEntry: ListCode.optional(), ...dues }),
    Note,
  ),
  confidentiality_set: withPrivate(
    'shared',
    z.object({ level: z.enum(confidentialities), users: z.array(UserId).max(50) }),
    Note,
  ),
  /** All of them each time. Shared, because every machine that holds the case must keep them out (G-05). */
  complained_about: withPrivate('shared', z.object({ employees: z.array(Employee).max(20) }), Note),
  note_added: withPrivate('office', z.object({}), z.object({ text: LongText })),
  file_added: withPrivate(
    'office',
    z.object({
      file: FileAddress,
      size: z.int().min(0),
      mediaType: z.string().max(100),
      pages: z.int().min(1).nullable(),
      /** The sender's own document, or something added later. */
      original: z.boolean(),
    }),
    z.object({ name: z.string().min(1).max(255), key: z.string().max(100) }),
  ),
  /** Another office of the tree takes the case over: up, down, or from above to another (G-07). */
  moved_to_unit: withPrivate('shared', z.object({ from: UnitId, to: UnitId }), Note),
  accepted: factsOnly('shared', z.object({ waited: Waited })),
  /** `toNotify`: there is somebody to be told, and until that is recorded the case waits (L-03); left out before that was so. */
  rejected: atVersion(
    2,
    withPrivate('shared', Reason.extend({ waited: Waited, toNotify: z.boolean().optional(), ...remitSaid }), Note),
  ),
  rejection_notified: withPrivate('shared', z.object({ delivery: z.enum(deliveries), sentAt: Instant }), Note),
  filed: atVersion(2, withPrivate('shared', Reason.extend(remitSaid), Note)),
  withdrawn: withPrivate('shared', z.object({}), Note),
  external_transferred: withPrivate(
    'shared',
    z.object({
      body: ListCode,
      transferredAt: Instant,
      externalReference: z.string().max(100).nullable(),
      contactGiven: z.boolean(),
      followUpAt: Instant,
    }),
    Note,
  ),
  external_followed_up: withPrivate('shared', z.object({ followUpAt: Instant }), Note),
  external_confirmed: withPrivate(
    'shared',
    // Not solved: the case comes back, and its due dates are counted without the time that it was away.
    z.object({
      solved: z.boolean(),
      contactRating: z.enum(ratings).nullable(),
      due: DueStamp.optional(),
      dueOrig: DueStamp.optional(),
    }),
    Note,
  ),
  classified: withPrivate('shared', Classification, ClassificationReasons),
  class_corrected: withPrivate('shared', Classification, ClassificationReasons),
  assigned: factsOnly('shared', z.object({ user: UserId, unit: UnitId })),
  referred: withPrivate(
    'referral',
    ofReferral({ department: UnitId, departments: z.string().max(64), due: DueStamp, ...identityTold }),
    ReferralLetter,
  ),
  /** `longer`: received before; the team lets the department answer later than it had stated. Version 1 knew no such thing. */
  ref_ack: factsOnly(
    'referral',
    ofReferral({
      statedAt: Instant,
      beyondLimitApproved: z.boolean(),
      longer: z.literal(true).optional(),
      due: DueStamp,
      waited: Waited,
    }),
    2,
  ),
  ref_returned: withPrivate('referral', ofReferral({ reason: ListCode, proposedDepartment: UnitId.nullable() }), Note),
  /** `receivedAt`: when the department's answer came, where the team enters it later. */
  ref_replied: withPrivate(
    'referral',
    ofReferral({ waited: Waited, enteredByTeam: z.boolean(), receivedAt: Instant.optional() }),
    ReferralLetter.extend({ senderLetter: SenderLetter.optional() }),
  ),
  ref_cancelled: withPrivate('referral', ofReferral({ reason: ListCode, ...identityTold }), Note),
  ref_waived: withPrivate('referral', ofReferral({ ...identityTold }), Note),
  clarification_asked: withPrivate(
    'referral',
    ofReferral({ by: z.enum(['team', 'department']), ...identityTold }),
    z.object({ text: LongText }),
  ),
  clarification_answered: withPrivate(
    'referral',
    ofReferral({ by: z.enum(['team', 'department']), due: DueStamp, ...identityTold }),
    z.object({ text: LongText }),
  ),
  /** Asked inside the department, to say what it needs and by when (F-05); the referral's clock goes on. */
  directorate_asked: withPrivate(
    'referral',
    ofReferral({ request: RequestId, directorate: UnitId, ...identityTold }),
    z.object({ text: LongText }),
  ),
  directorate_answered: withPrivate(
    'referral',
    ofReferral({ request: RequestId, neededUntil: Instant.nullable() }),
    z.object({ text: LongText }),
  ),
  reminder_sent: withPrivate(
    'referral',
    ofReferral({ automatic: z.boolean(), rung: z.int().min(1).max(9).optional(), ...reached, ...identityTold }),
    Note,
  ),
  escalated: factsOnly(
    'shared',
    z.object({
      referral: ReferralId.nullable(),
      rung: z.int().min(1).max(9),
      automatic: z.boolean(),
      recipients: z.int().min(0),
      users: reached.users,
    }),
  ),
  info_requested: withPrivate(
    'shared',
    z.object({ channel: z.enum(contactChannels), capDays: z.int().min(1), capAt: Instant, ...dues }),
    z.object({ text: LongText }),
  ),
  info_received: withPrivate('shared', z.object({ ...dues, receivedAt: Instant.optional() }), Note),
  suspended: withPrivate('shared', Reason, Note),
  resumed: factsOnly('shared', z.object(dues)),
  extended: withPrivate('shared', z.object({ reason: ListCode, due: DueStamp, clientNotified: z.boolean() }), Note),
  due_recomputed: factsOnly(
    'shared',
    z.object({ referral: ReferralId.nullable(), ...dues, cause: z.enum(['calendar', 'limit', 'pause_cap']) }),
  ),
  delay_notice_sent: withPrivate('shared', z.object({ expectedAt: Instant, channel: z.enum(contactChannels) }), Note),
  progress_notice_sent: withPrivate('shared', z.object({ channel: z.enum(contactChannels) }), Note),
  draft_submitted: withPrivate(
    'office',
    z.object({
      draft: DraftId,
      language: z.enum(['ar', 'en']),
      remedies: z.array(ListCode).max(10),
      /** Written when the answer had left already, to put it right. */
      correction: z.literal(true).optional(),
    }),
    z.object({ text: LongText }),
  ),
  draft_returned: withPrivate('office', z.object({ draft: DraftId, reason: ListCode }), Note),
  approved: factsOnly('office', z.object({ draft: DraftId })),
  reply_sent: withPrivate(
    'shared',
    z.object({ draft: DraftId, delivery: z.enum(deliveries), sentAt: Instant, session: z.string().max(64).nullable() }),
    Note,
  ),
  resolved: factsOnly(
    'shared',
    z.object({
      resolvedAt: Instant,
      how: z.enum(['answered', 'no_contact']),
      /** Contact session of the answer, for first-contact resolution (K1). */
      session: z.string().max(64).nullable(),
      surveyable: z.boolean(),
      net: Waited,
      gross: Waited,
    }),
  ),
  /** `of`: the approved draft that left, and how; lines of an old register know neither. */
  correction_sent: withPrivate(
    'shared',
    z.object({
      sentAt: Instant,
      of: z.strictObject({ draft: DraftId, delivery: z.enum(deliveries) }).optional(),
    }),
    Note,
  ),
  contact_attempt: withPrivate(
    'office',
    z.object({
      attemptedAt: Instant,
      channel: z.enum(contactChannels),
      result: z.enum(attemptResults),
      /** Local date and half of the day, for the call-back protocol (Z-03). */
      localDate: z.iso.date(),
      band: z.enum(['morning', 'afternoon']),
      /** When the next attempt is to be made; left out where none is needed. */
      nextAt: Instant.optional(),
    }),
    Note,
  ),
  rated: withPrivate(
    'office',
    z.object({
      rating: z.enum(ratings),
      mode: z.enum(contactChannels),
      ratedAt: Instant,
      /** Event id of the rating that this one corrects; ratings are never overwritten (B-08). */
      corrects: z.string().max(64).nullable(),
      dissatisfaction: ListCode.nullable(),
    }),
    Note,
  ),
  rating_declined: withPrivate('office', z.object({ mode: z.enum(contactChannels) }), Note),
  unreachable_declared: withPrivate('shared', z.object({ attempts: z.int().min(0), protocolMet: z.boolean() }), Note),
  closed: withPrivate(
    'shared',
    z.object({
      reason: z.enum(closeReasons),
      outcome: z.enum(outcomes).nullable(),
      rootCause: ListCode.nullable(),
      remedies: z.array(ListCode).max(10),
      knowledge: z.boolean(),
      improvement: z.boolean(),
    }),
    z.object({ analysis: z.string().max(20_000) }),
  ),
  reopened: withPrivate(
    'shared',
    z.object({
      cause: z.enum(reopenCauses),
      route: z.enum(reopenRoutes),
      due: DueStamp,
      /** Handlers and approvers of earlier cycles, not to be chosen again (Z-06). */
      excluded: z.array(UserId).max(100),
    }),
    Note,
  ),
  linked: withPrivate('shared', z.object({ lead: CaseId, kind: z.enum(['duplicate', 'repeat']) }), Note),
  unlinked: withPrivate('shared', z.object({ lead: CaseId }), Note),
  /** A person decided between what stands and what another had intended: both stay in the history (N-06). */
  conflict_settled: withPrivate('shared', z.object({ event: z.uuid(), choice: z.enum(['keep', 'apply']) }), Note),
  /** A separation rule was passed because nobody else holds the right (architecture: small offices). */
  separation_excepted: withPrivate(
    'shared',
    z.object({
      rule: z.enum(['author_approver', 'recorder_handler', 'new_staff']),
      way: z.enum(['fcr', 'unit_above', 'head']),
    }),
    Note,
  ),
  /**
   * The department holds that and until when, for good; why is the office's own. Whose record it is the mark tells to a
   * machine that holds it, so only as long as the disclosure lasts; earlier programs wrote the person beside the reason.
   */
  disclosed: withPrivate(
    'shared',
    ofReferral({ until: Instant, mark: FileAddress.optional() }),
    Note.extend({ person: PersonId.optional() }),
  ),
  disclosure_ended: factsOnly('referral', ofReferral({})),
  qa_scored: withPrivate('office', z.object({ score: z.int().min(0).max(100), reviewer: UserId }), Note),
  kb_used: factsOnly('office', z.object({ article: z.string().max(64) })),
  kb_created: factsOnly('office', z.object({ article: z.string().max(64) })),
  action_created: withPrivate(
    'office',
    z.object({ action: z.uuid(), owner: z.string().max(100), dueAt: Instant }),
    Note,
  ),
  action_done: withPrivate('office', z.object({ action: z.uuid() }), Note),
} as const

export type CaseEventType = keyof typeof caseEvents

export type CaseFacts<T extends CaseEventType> = z.infer<(typeof caseEvents)[T]['facts']>
export type CasePrivate<T extends CaseEventType> = (typeof caseEvents)[T]['private'] extends z.ZodType
  ? z.infer<(typeof caseEvents)[T]['private']>
  : null

/** One event that `decide` yields: type, facts, private part. */
export type CaseEvent = {
  [T in CaseEventType]: { readonly type: T; readonly facts: CaseFacts<T>; readonly private: CasePrivate<T> }
}[CaseEventType]

/** What `evolve` reads of a stored event: facts, who, when, verdict; never the private part. */
export type RecordedCaseEvent = {
  [T in CaseEventType]: {
    readonly type: T
    readonly facts: CaseFacts<T>
    readonly id: string
    readonly at: Instant
    readonly actor: string
    readonly via: 'window' | 'cli' | 'import' | 'duty'
    readonly verdict: 'pending' | 'accepted' | 'conflict' | 'void'
  }
}[CaseEventType]
