import { z } from 'zod'
import { UserId } from '#shared/domain/access/events.ts'
import { DueStamp } from '#shared/domain/clock/case-clock.ts'
import { Instant } from '#shared/domain/clock/instant.ts'
import { ListCode } from '#shared/domain/lists/list-code.ts'
import {
  attemptResults,
  closeReasons,
  contactChannels,
  deliveries,
  outcomes,
  ratings,
  reopenCauses,
  reopenRoutes,
} from './codes.ts'
import {
  CaseId,
  DraftId,
  FileAddress,
  LongText,
  Note,
  PersonId,
  ReferralId,
  Waited,
  atVersion,
  factsOnly,
  withPrivate,
  dues,
} from './event-parts.ts'

const Reason = z.object({ reason: ListCode })
const ofReferral = <T extends z.ZodRawShape>(shape: T) => z.object({ referral: ReferralId, ...shape })

/** What happens to the clock, the answer, its approval and rating, and at the end. See `events.ts`. */
export const answerEvents = {
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
  /** Since version 2 also by fax and by text message, here and where a correction or a rejection is told. */
  reply_sent: atVersion(
    2,
    withPrivate(
      'shared',
      z.object({
        draft: DraftId,
        delivery: z.enum(deliveries),
        sentAt: Instant,
        session: z.string().max(64).nullable(),
      }),
      Note,
    ),
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
  correction_sent: atVersion(
    2,
    withPrivate(
      'shared',
      z.object({
        sentAt: Instant,
        of: z.strictObject({ draft: DraftId, delivery: z.enum(deliveries) }).optional(),
      }),
      Note,
    ),
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
      /** What the cycle that ends by it had found; left out where its closing told it, and by earlier programs. */
      outcome: z.enum(outcomes).optional(),
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
