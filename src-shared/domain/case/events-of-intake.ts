import { z } from 'zod'
import { UnitId, UserId } from '#shared/domain/access/events.ts'
import { DueStamp } from '#shared/domain/clock/case-clock.ts'
import { Instant } from '#shared/domain/clock/instant.ts'
import { caseTypes } from '#shared/domain/lists/case-types.ts'
import { ListCode } from '#shared/domain/lists/list-code.ts'
import {
  complexities,
  confidentialities,
  contactChannels,
  deliveries,
  importances,
  priorities,
  procedures,
  ratings,
  verifications,
} from './codes.ts'
import {
  Employee,
  FileAddress,
  LongText,
  Note,
  PersonId,
  SenderLetter,
  ShortText,
  Waited,
  atVersion,
  factsOnly,
  withPrivate,
  dues,
} from './event-parts.ts'

const Reason = z.object({ reason: ListCode })
/** Whether the matter is the office's own (L-02). Null where an event of version 1 does not say; left out by an old register's line, and where it was said before. */
const remitSaid = { withinRemit: z.boolean().nullable().optional() }
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

/** What happens to a case until it is classified and given to somebody, and how it leaves without an answer. See `events.ts`. */
export const intakeEvents = {
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
  rejection_notified: atVersion(
    2,
    withPrivate('shared', z.object({ delivery: z.enum(deliveries), sentAt: Instant }), Note),
  ),
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
} as const
