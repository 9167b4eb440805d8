import type {
  CloseReason,
  Complexity,
  Importance,
  Outcome,
  Procedure,
  Rating,
  ReopenCause,
} from '#shared/domain/case/codes.ts'
import type { CaseType } from '#shared/domain/lists/case-types.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'

/*
 * What figures read of a case: flat rows of strings, integers, booleans and short arrays, fit to be stored as they are.
 * They are derived from the folded state by `factsOf` alone and hold nothing of a private part.
 * Minutes are working minutes frozen when the step was taken (W9); `…Day` beside them is the office's normal day (W10).
 */

/** How a cycle left the open ones; `closed` and `reopened` are its own ends (t_close), the rest end the whole case. */
export type CycleEnd = 'closed' | 'reopened' | 'rejected' | 'withdrawn' | 'filed' | 'linked' | 'external'

export interface CaseFacts {
  readonly id: string
  readonly reference: string
  readonly office: string
  readonly type: CaseType
  readonly practice: boolean
  readonly source: string
  readonly channel: string
  readonly receivedAt: Instant
  readonly registeredAt: Instant
  readonly lagMinutes: number
  readonly lagDay: number
  readonly lastEventAt: Instant
  /** Last moment at which some figure attributes something to the case; null while it is open. */
  readonly mattersUntil: Instant | null
  readonly subjects: readonly string[]
  readonly cause: string | null
  readonly complainantKind: string | null
  readonly governorate: string | null
  readonly anonymous: boolean
  readonly decision: 'undecided' | 'accepted' | 'rejected'
  readonly decidedAt: Instant | null
  readonly decisionMinutes: number | null
  readonly decisionDay: number | null
  readonly rejectReason: string | null
  readonly exit: 'rejected' | 'withdrawn' | 'filed' | 'external' | null
  readonly exitAt: Instant | null
  readonly exitReason: string | null
  readonly externalConfirmedAt: Instant | null
  readonly link: 'duplicate' | 'repeat' | null
  readonly linkedAt: Instant | null
  readonly lead: string | null
  /** Contacts by the complainant between the receipt and the first answer. */
  readonly inboundContacts: number
  /** How often another office took the case over before the first answer. */
  readonly movesOfOwner: number
  /** Class values as they stand now. */
  readonly service: string | null
  readonly complexity: Complexity | null
  readonly importance: Importance | null
  readonly procedure: Procedure | null
  /** `rule/way/cycle` of every separation rule that was passed. */
  readonly exceptions: readonly string[]
  /** Events that could not be applied. */
  readonly unapplied: number
}

export interface CycleFacts {
  readonly number: number
  readonly startedAt: Instant
  readonly acceptedAt: Instant | null
  readonly resolvedAt: Instant | null
  readonly end: CycleEnd | null
  readonly endedAt: Instant | null
  readonly closeReason: CloseReason | null
  readonly outcome: Outcome | null
  readonly dueOrig: Instant | null
  readonly dueNow: Instant | null
  readonly extensionReasons: readonly string[]
  /** Stretches in which the clock was suspended, from and to; the last may go on. */
  readonly suspensions: readonly (readonly [Instant, Instant | null])[]
  /** Class values as they stood at resolution; as they stand now while unresolved. */
  readonly service: string | null
  readonly complexity: Complexity | null
  readonly importance: Importance | null
  readonly procedure: Procedure | null
  readonly fcrPossible: boolean
  readonly classCorrected: boolean
  /** A change of class moved the due date of a cycle that was late already (W7). */
  readonly savedFromLate: boolean
  readonly netMinutes: number | null
  readonly grossMinutes: number | null
  readonly day: number | null
  /** Resolved in the contact session in which the case came in (K1). */
  readonly inFirstSession: boolean
  /** There is an answer's text, or an article was used (guard of K1). */
  readonly hasAnswer: boolean
  readonly repliesSent: number
  readonly referrals: number
  readonly departments: readonly string[]
  readonly draftsReturned: number
  readonly approvedAt: Instant | null
  readonly corrections: number
  readonly attempts: number
  readonly surveyable: boolean
  /** Last valid rating; ratings corrected away do not count (B-08). */
  readonly rating: Rating | null
  readonly ratedAt: Instant | null
  readonly ratingMode: string | null
  readonly dissatisfaction: string | null
  readonly declinedAt: Instant | null
  readonly unreachableAt: Instant | null
  readonly protocolMet: boolean
  readonly handlers: readonly string[]
  readonly approvers: readonly string[]
  /** How this cycle began; null for the first. */
  readonly reopenCause: ReopenCause | null
  /** Staff of earlier cycles that worked on this one although excluded (Z-06). */
  readonly sameStaff: number
  /** The reopening that followed this cycle. */
  readonly reopenedAt: Instant | null
  readonly reopenedCause: ReopenCause | null
}

export interface ReferralFacts {
  readonly id: string
  readonly cycle: number
  readonly department: string
  readonly sentAt: Instant
  /** The identity of the complainant was verified by then. */
  readonly identityVerified: boolean
  readonly dueAt: Instant
  readonly acknowledgedAt: Instant | null
  readonly ackMinutes: number | null
  readonly returnedAt: Instant | null
  readonly returnReason: string | null
  readonly repliedAt: Instant | null
  /** The team's last question about the reply that was there, and when it was answered: between them it waits again. */
  readonly askedAgainAt: Instant | null
  readonly answeredAgainAt: Instant | null
  readonly endedAt: Instant | null
  readonly cancelled: boolean
  readonly waived: boolean
  readonly clarifications: number
  readonly automaticEscalations: number
  readonly manualEscalations: number
  readonly highestRung: number
  readonly firstEscalatedAt: Instant | null
  /** Escalations that found nobody to receive them (B-10). */
  readonly unreachedEscalations: number
}

/** All facts of one case; what the store keeps in one row. */
export interface CaseRecord {
  readonly of: CaseFacts
  readonly cycles: readonly CycleFacts[]
  readonly referrals: readonly ReferralFacts[]
}
