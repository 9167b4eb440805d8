import { z } from 'zod'
import { UnitId, UserId } from '#shared/domain/access/events.ts'
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
import { cleanText } from '#shared/text/clean-text.ts'
import { isBlank } from '#shared/text/is-blank.ts'
import {
  CaseId,
  DraftId,
  FileAddress,
  OpenableFile,
  PersonId,
  ReferralId,
  RequestId,
  SenderLetter,
} from './event-parts.ts'

/** Text that a person typed: cleaned and trimmed, and something of it can be seen (T-09). */
const typed = (most: number) =>
  z
    .string()
    .max(most)
    .overwrite((text) => cleanText(text, most).trim())
    .refine((text) => !isBlank(text), 'empty')
const ShortText = typed(500)
const LongText = typed(20_000)

const note = z.string().max(20_000).default('')
const reasoned = { reason: ListCode, note }
/** `withinRemit` must be said where the case was not accepted before: what lies outside it is refused here and transferred (L-02). */
const ended = { ...reasoned, withinRemit: z.boolean().optional() }
/** Reason for passing a separation rule where nobody else holds the right; empty when not asked for. */
const exceptionReason = z.string().max(2000).default('')

export const FileInput = OpenableFile

/** `files`: what the caller chose; `attached`: the same with what opens it, which the office's core fills in. */
const referralFiles = {
  files: z.array(FileAddress).max(50).default([]),
  attached: z.array(OpenableFile).max(50).optional(),
}

export const ComplainantInput = z.object({
  person: PersonId.nullable(),
  anonymous: z.boolean(),
  contactableBy: z.array(z.enum(contactChannels)).max(6),
  preferred: z.enum(contactChannels).nullable(),
  language: z.enum(['ar', 'en']),
  governorate: ListCode.nullable(),
})

/**
 * Everything a person can ask of a case: kind → input. The right each asks for and the states that allow it
 * stand in `lifecycle.ts`. Due dates, numbers and frozen times are never inputs; `decide` computes them.
 */
export const caseCommands = {
  register: z.object({
    type: z.enum(caseTypes),
    /** The entry of the list of types, where it is another than the type's own (T-01). */
    typeEntry: ListCode.nullable().default(null),
    channel: ListCode,
    form: z.enum(['oral', 'written']),
    receivedAt: Instant,
    stampedBy: z.enum(['person', 'machine']),
    pages: z.int().min(1).max(5000).nullable(),
    subject: ShortText,
    text: LongText,
    textLanguage: z.enum(['ar', 'en']),
    senderLetter: SenderLetter.nullable(),
    remedySought: z.string().max(2000),
    subjects: z.array(ListCode).max(20),
    cause: ListCode.nullable(),
    complainantKind: ListCode.nullable(),
    confidentiality: z.enum(confidentialities),
    /** Who besides the registrar may open a strictly confidential case. */
    namedUsers: z.array(UserId).max(50),
    complainant: ComplainantInput,
    verification: z.enum(verifications).nullable(),
    files: z.array(FileInput).max(100),
    numberTold: z.enum(['printed', 'told', 'message']).nullable(),
    source: z.enum(['staff', 'email_file', 'scan']),
    session: z.string().max(64).nullable(),
  }),
  change_details: z.object({
    subjects: z.array(ListCode).max(20),
    cause: ListCode.nullable(),
    complainantKind: ListCode.nullable(),
  }),
  describe: z.object({ subject: ShortText, text: LongText, language: z.enum(['ar', 'en']) }),
  set_complainant: ComplainantInput,
  verify_identity: z.object({ state: z.enum(verifications), note }),
  tell_number: z.object({ how: z.enum(['printed', 'told']) }),
  add_note: z.object({ text: LongText }),
  add_files: z.object({ files: z.array(FileInput).min(1).max(100), original: z.boolean() }),
  record_contact: z.object({ channel: ListCode, purpose: z.enum(['status', 'addition', 'objection']), note }),
  set_confidentiality: z.object({ level: z.enum(confidentialities), users: z.array(UserId).max(50), note }),
  /** The employees that the complaint is about: neither they nor those of their unit see it from then on (G-05). */
  set_complained_about: z.object({
    employees: z.array(z.object({ staffId: typed(40), unit: UnitId })).max(20),
    note,
  }),
  settle_conflict: z.object({ event: z.uuid(), choice: z.enum(['keep', 'apply']), note }),
  retype: z.object({ to: z.enum(caseTypes), toEntry: ListCode.nullable().default(null), note }),
  move_to_unit: z.object({ unit: UnitId, note: typed(2000) }),
  accept: z.object({}),
  reject: z.object({ ...ended }),
  /** That the complainant was told of the rejection: how and when (L-03). */
  record_rejection_sent: z.object({ delivery: z.enum(deliveries), sentAt: Instant, note }),
  file: z.object({ ...ended }),
  withdraw: z.object({ note }),
  classify: z.object({
    service: ListCode.nullable(),
    complexity: z.enum(complexities),
    importance: z.enum(importances),
    importanceReason: z.string().max(2000).default(''),
    procedure: z.enum(procedures),
    /** null: computed from importance × complexity; a value overrides and wants a reason (L-09). */
    priority: z.enum(priorities).nullable(),
    priorityReason: z.string().max(2000).default(''),
  }),
  /** `onlyIfFree`: whoever takes it means a case that nobody has; it is not taken from a colleague who was faster. */
  assign: z.object({ user: UserId, exceptionReason, onlyIfFree: z.boolean().optional() }),
  request_info: z.object({ channel: z.enum(contactChannels), text: LongText }),
  /** When it came, where that was before it was typed: the clock goes on from there (W4). */
  receive_info: z.object({ note, receivedAt: Instant.optional() }),
  suspend: z.object({ ...reasoned }),
  resume: z.object({}),
  /** A new calendar or new limits for an open case, after the preview (W9); or the end of a question nobody answered (W4). */
  recompute_due: z.object({ cause: z.enum(['calendar', 'limit', 'pause_cap']) }),
  extend: z.object({ ...reasoned, until: Instant, clientNotified: z.boolean() }),
  refer: z.object({
    referrals: z
      .array(z.object({ department: UnitId, text: LongText, ...referralFiles, ...identityTold }))
      .min(1)
      .max(30),
  }),
  acknowledge_referral: z.object({
    referral: ReferralId,
    statedAt: Instant,
    beyondLimitApproved: z.boolean().default(false),
  }),
  /** The department's period made longer, which the team approves (F-05). */
  extend_referral: z.object({ referral: ReferralId, statedAt: Instant }),
  return_referral: z.object({ referral: ReferralId, proposedDepartment: UnitId.nullable(), ...reasoned }),
  reply_to_referral: z.object({
    referral: ReferralId,
    text: LongText,
    /** When it came, where the team enters what a department sent; null: now. */
    receivedAt: Instant.nullable().default(null),
    /** Of the department's letter that carries it, where there is one. */
    senderLetter: SenderLetter.nullable().default(null),
    ...referralFiles,
  }),
  cancel_referral: z.object({ referral: ReferralId, ...reasoned, ...identityTold }),
  waive_referral: z.object({ referral: ReferralId, note: typed(2000), ...identityTold }),
  ask_clarification: z.object({
    referral: ReferralId,
    by: z.enum(['team', 'department']),
    text: LongText,
    ...identityTold,
  }),
  answer_clarification: z.object({ referral: ReferralId, text: LongText, ...identityTold }),
  remind: z.object({ referral: ReferralId, note, ...identityTold }),
  ask_directorate: z.object({ referral: ReferralId, directorate: UnitId, text: LongText, ...identityTold }),
  answer_for_directorate: z.object({
    referral: ReferralId,
    request: RequestId,
    /** By when the directorate says it can be done; null where it names no time. */
    neededUntil: Instant.nullable(),
    text: LongText,
  }),
  /** The department of this referral may know who the complainant is, for a reason, until then (R-09, B-17). */
  disclose: z.object({ referral: ReferralId, until: Instant, note: typed(2000) }),
  end_disclosure: z.object({ referral: ReferralId }),
  submit_draft: z.object({
    text: LongText,
    language: z.enum(['ar', 'en']),
    remedies: z.array(ListCode).max(10).default([]),
  }),
  return_draft: z.object({ draft: DraftId, reason: ListCode, note }),
  approve_draft: z.object({ draft: DraftId, exceptionReason }),
  record_reply_sent: z.object({
    draft: DraftId,
    delivery: z.enum(deliveries),
    sentAt: Instant,
    session: z.string().max(64).nullable().default(null),
    note,
  }),
  resolve_without_contact: z.object({ note }),
  send_correction: z.object({ draft: DraftId, delivery: z.enum(deliveries), sentAt: Instant, note }),
  record_attempt: z.object({
    attemptedAt: Instant,
    channel: z.enum(contactChannels),
    result: z.enum(attemptResults),
    /** When to try again, where the client said so; null lets the protocol propose it (Z-03). */
    nextAt: Instant.nullable().default(null),
    note,
  }),
  rate: z.object({
    rating: z.enum(ratings),
    mode: z.enum(contactChannels),
    ratedAt: Instant,
    corrects: z.string().max(64).nullable().default(null),
    dissatisfaction: ListCode.nullable().default(null),
    note,
    exceptionReason,
  }),
  decline_rating: z.object({ mode: z.enum(contactChannels), note, exceptionReason }),
  declare_unreachable: z.object({ note: typed(2000) }),
  close: z.object({
    reason: z.enum(closeReasons),
    outcome: z.enum(outcomes).nullable(),
    rootCause: ListCode.nullable(),
    remedies: z.array(ListCode).max(10).default([]),
    knowledge: z.boolean(),
    improvement: z.boolean(),
    analysis: z.string().max(20_000).default(''),
  }),
  reopen: z.object({
    cause: z.enum(reopenCauses),
    route: z.enum(reopenRoutes),
    /** What the cycle that ends by it had found; what a closed one found stands in its closing. */
    outcome: z.enum(outcomes).nullable().default(null),
    handler: UserId,
    note,
    exceptionReason,
  }),
  link: z.object({ lead: CaseId, kind: z.enum(['duplicate', 'repeat']), note }),
  unlink: z.object({ note }),
  transfer_external: z.object({
    body: ListCode,
    transferredAt: Instant,
    externalReference: z.string().max(100).nullable(),
    contactGiven: z.boolean(),
    followUpAt: Instant,
    note,
  }),
  follow_up_external: z.object({ followUpAt: Instant, note }),
  confirm_external: z.object({ solved: z.boolean(), contactRating: z.enum(ratings).nullable(), note }),
  escalate: z.object({ referral: ReferralId.nullable(), rung: z.int().min(1).max(9), note }),
} as const

export type CaseCommandKind = keyof typeof caseCommands
export type CaseCommand = {
  [K in CaseCommandKind]: { readonly kind: K; readonly input: z.output<(typeof caseCommands)[K]> }
}[CaseCommandKind]
