import { z } from 'zod'
import { UnitId, UserId } from '#shared/domain/access/events.ts'
import { DueStamp } from '#shared/domain/clock/case-clock.ts'
import { Instant } from '#shared/domain/clock/instant.ts'
import { ListCode } from '#shared/domain/lists/list-code.ts'
import { identityTold } from './identity-told.ts'
import {
  FileAddress,
  LongText,
  Note,
  OpenableFile,
  ReferralId,
  RequestId,
  SenderLetter,
  Waited,
  factsOnly,
  withPrivate,
} from './event-parts.ts'

/** Who is to be told: how many, and who; a duty that reaches none is a fault that a list shows (B-10). */
const reached = { recipients: z.int().min(0).optional(), users: z.array(UserId).max(200).optional() }
const ofReferral = <T extends z.ZodRawShape>(shape: T) => z.object({ referral: ReferralId, ...shape })
/** What goes to a department, or comes back: `attached` lets its audience, which holds no `file_added`, open the files. */
const ReferralLetter = z.object({
  text: LongText,
  files: z.array(FileAddress).max(50),
  attached: z.array(OpenableFile).max(50).optional(),
})

/** What happens between the office and a department, and inside the department. See `events.ts`. */
export const referralEvents = {
  /** Whom the department is told by that it is there: of the text nothing (F-03). Those of before it was kept bear none. */
  referred: withPrivate(
    'referral',
    ofReferral({ department: UnitId, departments: z.string().max(64), due: DueStamp, ...reached, ...identityTold }),
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
} as const
