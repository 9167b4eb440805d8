import type { Label } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import type {
  CloseReason,
  Complexity,
  Confidentiality,
  Importance,
  Priority,
  Stage,
  Status,
} from '#shared/domain/case/codes.ts'
import type { SenderLetter } from '#shared/domain/case/event-parts.ts'
import type { CaseType } from '#shared/domain/lists/case-types.ts'
import type { Case } from '#shared/domain/case/state.ts'
import type { DueStamp } from '#shared/domain/clock/case-clock.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { PersonDetails } from '#shared/domain/person/person-details.ts'
import type { RefusalData } from './procedure.ts'
import type { ReferralLine } from './referral-line.ts'

/** What the window shows; every label that comes from a list is already resolved in both languages. */

export interface Named {
  readonly id: string
  readonly name: Label
}

/** One line of a queue or of search results. */
export interface CaseLine {
  readonly id: string
  readonly reference: string
  /** Whose case it is now. */
  readonly office: Named
  readonly type: CaseType
  /** What the office calls it (T-01). */
  readonly typeLabel: Label
  readonly status: Status
  readonly stage: Stage
  /** What an answered case waits for; null before the answer, at the end, and for a department. */
  readonly awaits: 'call' | 'reopen' | 'close' | null
  /** Empty where the user may not see the text. */
  readonly subject: string
  /** null where nobody is named or the user may not see who. */
  readonly person: string | null
  /** Why nobody is named: he gave no name, his details were removed (S19), or who he is is not shown here. */
  readonly unnamed: 'anonymous' | 'forgotten' | 'hidden' | null
  readonly channel: Named
  readonly service: Named | null
  readonly complexity: Complexity | null
  readonly importance: Importance | null
  readonly priority: Priority | null
  readonly confidentiality: Confidentiality
  readonly receivedAt: Instant
  readonly due: Instant | null
  readonly overdue: boolean
  readonly cycle: number
  readonly handler: Named | null
  readonly departments: readonly Named[]
  /** Soonest due date among live referrals. */
  readonly referralDue: Instant | null
  /** When the next call or follow-up is to be made (Z-03, X-02); null where no day was set. */
  readonly nextAt: Instant | null
  readonly escalation: number
  /** For a department's user: his unit's own referral, the newest; null for everyone else. */
  readonly referral: ReferralLine | null
}

export interface CasePage {
  /** All that match, never capped at the page (bug 15). */
  readonly total: number
  readonly lines: readonly CaseLine[]
}

export interface FileView {
  readonly file: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly pages: number | null
  readonly original: boolean
  readonly addedAt: Instant
  readonly addedBy: Named
  /** Whether its bytes are on this machine: a case may arrive before its file; opening it fetches them (S16). */
  readonly present: boolean
  /** Opens the bytes through the file route; the key never leaves the core. */
  readonly url: string
}

/** What stood there: nothing, something that the reader may not see, words, a moment, or days. */
export type ChangedValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'words'; readonly words: Label }
  | { readonly kind: 'moment'; readonly at: string }
  | { readonly kind: 'days'; readonly from: string; readonly to: string }

/** One thing that an event changed, with what stood there before and after it (G-06). */
export interface Change {
  readonly field: Label
  readonly before: ChangedValue
  readonly after: ChangedValue
}

export interface TimelineEntry {
  readonly id: string
  readonly type: string
  readonly at: Instant
  readonly actor: Named
  readonly via: 'window' | 'cli' | 'import' | 'duty'
  readonly device: string
  readonly facts: Readonly<Record<string, unknown>>
  /** null where there is none, or it may not be seen, or it was forgotten. */
  readonly private: Readonly<Record<string, unknown>> | null
  readonly verdict: 'pending' | 'accepted' | 'conflict' | 'void'
  /** What it changed that an earlier event had set; none for what was set for the first time. */
  readonly changes: readonly Change[]
}

export interface ClockView {
  readonly kind: 'case' | 'referral' | 'reopening_window' | 'progress_notice'
  readonly referral: string | null
  readonly label: Label
  readonly startedAt: Instant
  readonly due: DueStamp
  readonly stopped: Instant | null
  readonly stoppedBy: 'reply' | 'answer' | 'end'
  readonly paused: boolean
  /** When a pause ends by itself; null where only an act ends it, and where there is none (W4). */
  readonly pausedUntil: Instant | null
  /** When it was due before it was extended; null where it was not (W6). */
  readonly extendedFrom: Instant | null
  readonly overdue: boolean
  /** Working days that lie ahead, after today up to the day it is due. */
  readonly daysLeft: number
  /** Working minutes left (negative: late) at the moment of asking. */
  readonly minutesLeft: number
}

/** A department where nobody receives a referral at a machine, and why (F-01). */
export interface Receiver {
  readonly unit: string
  /** Nobody answers for it; the case is about it; those who answer lack the right, or are not among those named (R-08, G-05). */
  readonly lack: 'nobody' | 'concerned' | 'no_right' | 'not_named'
  /** Who answers for it, though he may not open this case. */
  readonly answering: readonly Label[]
}

export interface ReferralView {
  readonly id: string
  readonly department: Named
  /** The department has people of its own who may open the case and answer at its own machine: for the office there is nothing to enter in its name. */
  readonly answersItself: boolean
  /** Whom it is told by that the referral is there (F-03); null for one of before that was kept, and for the department itself. */
  readonly told: readonly Named[] | null
  readonly text: string
  readonly files: readonly string[]
  readonly reply: {
    readonly text: string
    readonly files: readonly string[]
    /** Number and date of the department's own letter. */
    readonly senderLetter: SenderLetter | null
    /** The reply, then what the department answered when it was asked about it. */
    readonly said: readonly string[]
  } | null
  readonly messages: readonly {
    readonly at: Instant
    readonly by: Named
    readonly kind: string
    readonly text: string
    /** It was said of a reply that stood there already. */
    readonly isAfterReply: boolean
  }[]
  /** Of a referral that waits: the levels it rises by when it is late; none where it has ended. */
  readonly ladder: readonly RungView[]
}

/** A level of reminder or escalation of one referral (E-03). */
export interface RungView {
  readonly rung: number
  readonly at: Instant
  /** Permission groups whose holders are told. */
  readonly groups: readonly string[]
  readonly climbed: boolean
}

export interface DraftView {
  readonly id: string
  readonly text: string
  readonly returnNote: string | null
}

export interface PersonView {
  readonly id: string
  readonly displayName: string
  readonly details: PersonDetails
}

/** What was done on a case and does not stand yet (N-06). */
export interface HeldView {
  readonly commit: string
  readonly actor: Named
  readonly at: Instant
  readonly types: readonly string[]
  /** Why; null where it is not the caller’s to decide. */
  readonly reason: RefusalData | null
  /** On this machine, and the caller’s to try again or withdraw. */
  readonly isHere: boolean
}

/** Everything the case page needs in one answer. */
export interface CaseView {
  readonly line: CaseLine
  readonly state: Case
  readonly text: {
    readonly subject: string
    readonly text: string
    readonly senderLetter: { readonly number: string; readonly date: string } | null
    readonly remedySought: string
  } | null
  readonly person: PersonView | null
  /** Of its receipt; null for a department, and where another machine gave it (P-01). */
  readonly trackingCode: string | null
  readonly clocks: readonly ClockView[]
  readonly referrals: readonly ReferralView[]
  readonly drafts: readonly DraftView[]
  readonly files: readonly FileView[]
  readonly timeline: readonly TimelineEntry[]
  /** What was done on it and does not stand yet, on any machine of this unit (N-06). */
  readonly held: readonly HeldView[]
  /** Commands that the rulebook and this user's rights allow now. */
  readonly allowed: readonly CaseCommandKind[]
  /** Of these, what would be refused now whatever is typed, and why. */
  readonly refused: readonly {
    readonly command: CaseCommandKind
    readonly reason: RefusalData
  }[]
  /** For what the rules and this user's rights would close it now; the cycle from which on the head may close it as final (D6). */
  readonly closing: { readonly reasons: readonly CloseReason[]; readonly finalFrom: number }
  readonly linkedCases: readonly {
    readonly id: string
    readonly reference: string
    readonly kind: 'duplicate' | 'repeat'
    readonly role: 'lead' | 'follower'
  }[]
  /** Users named in the state, and units that it came from and went to, for display. */
  readonly users: readonly Named[]
  readonly units: readonly Named[]
}

/** Answer to a command: the case as it stands after it. */
export interface CommandDone {
  readonly case: string
  readonly reference: string
  readonly status: Status
  readonly events: readonly { readonly id: string; readonly type: string }[]
  readonly due: Instant | null
}

export interface SessionView {
  readonly token: string
  readonly user: Named & { readonly username: string; readonly language: 'ar' | 'en' }
  readonly unit: Named & { readonly kind: 'central' | 'office' | 'department' | 'directorate' }
  readonly office: {
    readonly code: string
    readonly name: Label
    readonly practice: boolean
    readonly automation: boolean
  }
  readonly rights: readonly Right[]
  readonly format: {
    readonly digits: 'latin' | 'arabic'
    readonly hijri: boolean
    readonly zone: string
    readonly country: 'SA' | 'JO' | 'EG' | 'PS'
  }
  readonly idleLockMinutes: number
}

/** A person and what he brought before. */
export interface CallerHistory {
  readonly person: PersonView
  /** This one and those joined with it, as far as they are known here (L-16). */
  readonly records: number
  /** Joined ones that another office keeps: nothing done here reaches them (S19). */
  readonly elsewhere: number
  readonly open: number
  readonly total: number
  readonly cases: readonly CaseLine[]
}
