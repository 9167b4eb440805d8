import type { Label } from '#shared/domain/access/events.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { CaseType } from '#shared/domain/lists/case-types.ts'
import type { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import type { Language } from '#shared/i18n/messages.ts'

export type LetterKind = 'receipt' | 'referral' | 'reply' | 'rejection'
/** The case file is no letter: it holds the whole case, and its reader is in the office. */
export type PaperKind = LetterKind | 'case_file'
export type Paper = 'a4' | 'a5' | 'thermal'

/** What every paper of the office says. */
export interface PaperFacts {
  readonly office: OfficeSettings
  /** Its date: when it left, else when it is made. */
  readonly madeAt: Instant
  readonly reference: string
  readonly type: Label
  readonly registeredAt: Instant
}

export interface ReceiptFacts extends PaperFacts {
  readonly receivedAt: Instant
  readonly channel: Label
  /** Says what who brought it is called. */
  readonly caseType: CaseType
  /** Null where the complainant is not known or not to be named. */
  readonly complainant: string | null
  readonly subject: string
  readonly expectedAnswerBy: Instant | null
  readonly trackingCode: string | null
  /** Short code derived from a hash of what was registered (B-18): shows that a receipt was not altered. */
  readonly verification: string | null
  /** The office's own words; null: a sentence made from the letterhead. */
  readonly followUp: string | null
}

/** Holds nothing of the complainant: a department's letter names him only where the text does. */
export interface ReferralFacts extends PaperFacts {
  readonly referral: {
    readonly department: Label
    readonly text: string
    /** The text tells who complained: the letter does not say that this was withheld. */
    readonly tellsIdentity: boolean
    readonly sentAt: Instant | null
    readonly due: Instant | null
  } | null
  readonly signatory: Signatory | null
}

export interface ReplyFacts extends PaperFacts {
  readonly complainant: string | null
  readonly subject: string
  readonly reply: {
    readonly text: string
    /** What it is written in, whatever the complainant speaks (C-08). */
    readonly language?: Language
    /** One that nobody has approved yet says so on the paper. */
    readonly isDraft: boolean
    /** When the reply left that this one puts right. */
    readonly corrects?: Instant | null
  } | null
  /** The right of objection: until when the case can be resumed and how; null where it cannot. */
  readonly objection: { readonly until: Instant | null; readonly how: string | null } | null
  readonly signatory: Signatory | null
}

/** A rejection as the complainant is told it (L-03): it cannot be resumed, so no objection is promised. */
export interface RejectionFacts extends PaperFacts {
  readonly complainant: string | null
  readonly subject: string
  readonly rejection: { readonly reason: Label; readonly text: string } | null
  readonly signatory: Signatory | null
}

interface Signatory {
  readonly name: string
  readonly title: string
}

export interface LetterFacts extends ReceiptFacts, ReferralFacts, ReplyFacts, RejectionFacts {
  /** The case text as it came; on none of the papers: a reply answers it, a referral carries its own. */
  readonly text: string
  /** The language of the complainant. */
  readonly language: Language
}
