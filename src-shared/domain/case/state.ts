import type { UnitId, UserId } from '#shared/domain/access/events.ts'
import type { Attempt, Closing, Draft, RatingTaken, Resolution } from './answer-state.ts'
import type { DueStamp } from '#shared/domain/clock/case-clock.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type {
  Complexity,
  Confidentiality,
  ContactChannel,
  Delivery,
  Importance,
  Outcome,
  Priority,
  Procedure,
  Rating,
  ReopenCause,
  ReopenRoute,
  Stage,
  Verification,
} from './codes.ts'
import type { CaseType } from '#shared/domain/lists/case-types.ts'
import type { ListCode } from '#shared/domain/lists/list-code.ts'
import type { CaseId, Employee, PersonId, ReferralId, RequestId, Waited } from './event-parts.ts'

/*
 * The folded state of one case: all that rules, figures and queues read, from facts alone (no private part).
 * `CaseState` is `none` before registration. Every field that a later step relies on is named in `setBy`,
 * fact → id of the event that last set it: these ids are the stamps of the sync design.
 */

export interface Classification {
  readonly service: ListCode | null
  readonly complexity: Complexity
  readonly importance: Importance
  readonly procedure: Procedure
  readonly priority: Priority
  readonly priorityOverridden: boolean
  readonly fcrPossible: boolean
  readonly services: string
  readonly at: Instant
  readonly by: UserId
  /** True when a second user corrected the first classification (L-10). */
  readonly corrected: boolean
  /** True when the cycle was late by the class it had, and a change of class moved the due date on (W7). */
  readonly savedFromLate: boolean
}

export interface Pause {
  readonly cause: 'info' | 'suspension' | 'clarification'
  readonly from: Instant
  /** null while the pause lasts. */
  readonly until: Instant | null
  /** Latest end of a pause for information (W4), and the working days it rests on; null for other causes. */
  readonly capAt: Instant | null
  readonly capDays: number | null
}

export interface Clock {
  readonly startedAt: Instant
  /** Before extensions, after pauses and reclassification (`due_orig`). */
  readonly dueOrig: DueStamp
  /** After approved extensions (`due_now`). */
  readonly dueNow: DueStamp
  readonly pauses: readonly Pause[]
  readonly extensions: readonly {
    readonly at: Instant
    readonly to: Instant
    readonly reason: ListCode
    readonly clientNotified: boolean
  }[]
}

export interface Escalation {
  readonly at: Instant
  readonly rung: number
  readonly automatic: boolean
  readonly recipients: number
}

export interface DirectorateRequest {
  readonly id: RequestId
  readonly directorate: UnitId
  readonly at: Instant
  readonly answered: { readonly at: Instant; readonly neededUntil: Instant | null } | null
}

export interface Referral {
  readonly id: ReferralId
  readonly department: UnitId
  readonly status: 'ref_sent' | 'in_progress' | 'returned' | 'clarify' | 'answered' | 'cancelled' | 'waived'
  readonly sentAt: Instant
  readonly sentBy: UserId
  /** Who complains was known for certain when it was sent. */
  readonly identityVerified: boolean
  readonly due: DueStamp
  readonly statedAt: Instant | null
  /** When that was said: pauses from before are in it. */
  readonly statedOn: Instant | null
  /** The team let the stated period run past the limit (F-05). */
  readonly beyondLimitApproved: boolean
  readonly acknowledged: { readonly at: Instant; readonly waited: Waited } | null
  readonly returned: { readonly at: Instant; readonly reason: ListCode; readonly proposed: UnitId | null } | null
  /** The later referral that took the place of a returned one (F-06). */
  readonly replacedBy: ReferralId | null
  readonly replied: {
    readonly at: Instant
    readonly by: UserId
    readonly waited: Waited
    readonly enteredByTeam: boolean
  } | null
  readonly endedAt: Instant | null
  readonly reminders: number
  /** Questions of the team about what the department was asked or wrote; its own questions are none of these (K6e). */
  readonly clarifications: number
  /** The question that waits for an answer; the department's own also pauses the referral's clock (W4). */
  readonly asked: { readonly by: 'team' | 'department'; readonly at: Instant } | null
  /** The team's last question about a reply that was there, and when the department answered it. */
  readonly askedAgain: { readonly at: Instant; readonly answeredAt: Instant | null } | null
  readonly pauses: readonly Pause[]
  /** What the department asked of its directorates (F-05). */
  readonly requests: readonly DirectorateRequest[]
  readonly escalations: readonly Escalation[]
  /** Rungs of the ladder that a duty has climbed: each once, also when the due date moves (SYNC-DUTY-2). */
  readonly climbed: readonly number[]
  /** Reminders by a duty that reached nobody (B-10). */
  readonly unheard: number
  /** How long the department may know who the complainant is; null where it may not. */
  readonly disclosedUntil: Instant | null
}

/** One pass from acceptance, or reopening, to closing. Earlier cycles are read-only (Z-08). */
export interface Cycle {
  readonly number: number
  /** Receipt for cycle 1, reopening later. */
  readonly startedAt: Instant
  readonly acceptedAt: Instant | null
  readonly reopening: {
    readonly cause: ReopenCause
    readonly route: ReopenRoute
    /** What the cycle before had found, where no closing told it. */
    readonly outcome: Outcome | null
    readonly by: UserId
  } | null
  readonly excluded: readonly UserId[]
  readonly handler: { readonly user: UserId; readonly unit: UnitId; readonly at: Instant } | null
  readonly handlers: readonly UserId[]
  readonly approvers: readonly UserId[]
  readonly classification: Classification | null
  readonly clock: Clock
  readonly referrals: readonly Referral[]
  readonly drafts: readonly Draft[]
  /** Of the case as a whole; a referral has its own. */
  readonly escalations: readonly Escalation[]
  readonly resolution: Resolution | null
  readonly corrections: readonly Instant[]
  readonly attempts: readonly Attempt[]
  readonly ratings: readonly RatingTaken[]
  readonly declinedAt: Instant | null
  readonly unreachable: { readonly at: Instant; readonly attempts: number; readonly protocolMet: boolean } | null
  readonly closing: Closing | null
  /** First of closing and the reopening after its resolution (`t_close`); null while open. How a case left otherwise stands in `Case.exit`. */
  readonly endedAt: Instant | null
}

export interface Complainant {
  readonly person: PersonId | null
  readonly anonymous: boolean
  readonly contactableBy: readonly ContactChannel[]
  readonly preferred: ContactChannel | null
  readonly language: 'ar' | 'en'
  readonly governorate: ListCode | null
}

/** What was decided on admissibility; `undecided` until then. Every decision but acceptance ends the case for the clocks. */
export type Decision =
  | { readonly kind: 'undecided' }
  | { readonly kind: 'accepted'; readonly at: Instant; readonly by: UserId; readonly waited: Waited }
  | {
      readonly kind: 'rejected'
      readonly at: Instant
      readonly by: UserId
      readonly reason: ListCode
      readonly waited: Waited
    }

/** How the case left the office's own work other than by closing a cycle; null while it has not. */
export type Exit =
  | { readonly kind: 'withdrawn'; readonly at: Instant }
  | {
      readonly kind: 'rejected'
      readonly at: Instant
      /** Somebody is to be told of it (L-03). */
      readonly toNotify: boolean
      readonly notified: { readonly sentAt: Instant; readonly delivery: Delivery; readonly by: UserId } | null
    }
  | { readonly kind: 'filed'; readonly at: Instant; readonly reason: ListCode }
  | {
      readonly kind: 'external'
      readonly at: Instant
      readonly body: ListCode
      readonly externalReference: string | null
      readonly followUpAt: Instant
      /** Only what was solved there ends so: what was not comes back. */
      readonly confirmed: { readonly at: Instant; readonly contactRating: Rating | null } | null
    }

/** Another body did not solve the matter: the case is the team's again, until it transfers it or takes it up. */
export interface CameBack {
  readonly at: Instant
  readonly body: ListCode
  readonly externalReference: string | null
  readonly contactRating: Rating | null
}

export interface Case {
  readonly kind: 'case'
  readonly id: CaseId
  readonly reference: string
  /** The unit that owns the case now, and how it came there (G-07). */
  readonly office: UnitId
  readonly moves: readonly { readonly from: UnitId; readonly to: UnitId; readonly at: Instant }[]
  readonly type: CaseType
  /** The entry of the list of types by which it is called; most are the type itself (T-01). */
  readonly typeEntry: ListCode
  readonly types: readonly CaseType[]
  readonly practice: boolean
  readonly source: 'staff' | 'email_file' | 'scan' | 'import'
  readonly channel: ListCode
  readonly form: 'oral' | 'written'
  readonly receivedAt: Instant
  readonly registeredAt: Instant
  readonly registeredBy: UserId
  readonly registrationLag: Waited
  readonly subjects: readonly ListCode[]
  readonly cause: ListCode | null
  readonly complainantKind: ListCode | null
  readonly confidentiality: Confidentiality
  readonly namedUsers: readonly UserId[]
  /** Employees whom the complaint is about, and their units: kept out (G-05). */
  readonly complainedAbout: readonly Employee[]
  readonly complainant: Complainant | null
  readonly verification: Verification
  readonly numberTold: boolean
  readonly sessions: readonly { readonly session: string; readonly channel: ListCode; readonly at: Instant }[]
  /** When the complainant came again after the receipt itself. */
  readonly inboundContacts: readonly Instant[]
  readonly decision: Decision
  readonly exit: Exit | null
  readonly cameBack: CameBack | null
  readonly link: { readonly lead: CaseId; readonly kind: 'duplicate' | 'repeat'; readonly at: Instant } | null
  /** Links that were undone, kept for the history (L-17). */
  readonly formerLinks: readonly {
    readonly lead: CaseId
    readonly kind: 'duplicate' | 'repeat'
    readonly from: Instant
    readonly until: Instant
  }[]
  readonly cycles: readonly Cycle[]
  readonly files: number
  readonly notes: number
  readonly articlesUsed: number
  /** When each stage of the bar was entered (L-01). */
  readonly stages: readonly { readonly stage: Stage; readonly at: Instant }[]
  /** Last progress or delay notice to the complainant. */
  readonly lastNoticeAt: Instant | null
  readonly exceptions: readonly {
    readonly rule: string
    readonly way: string
    readonly at: Instant
    readonly cycle: number
  }[]
  readonly lastEventAt: Instant
  /** Fact → id of the event that last set it (stamps). */
  readonly setBy: Readonly<Record<string, string>>
  /** Ids of events that could not be applied (void, conflict), shown to a person. */
  readonly unapplied: readonly string[]
}

/** Before registration: nothing, or the receipt that its registration will take up. */
export interface NoCase {
  readonly kind: 'none'
  readonly receipt: {
    readonly receivedAt: Instant
    readonly channel: ListCode
    readonly form: 'oral' | 'written'
    readonly event: string
  } | null
  readonly unapplied: readonly string[]
}

export type CaseState = NoCase | Case

export const noCase: NoCase = { kind: 'none', receipt: null, unapplied: [] }
