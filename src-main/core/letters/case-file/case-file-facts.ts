import type { Label } from '#shared/domain/access/events.ts'
import type { Status } from '#shared/domain/case/codes.ts'
import type { SenderLetter } from '#shared/domain/case/event-parts.ts'
import type { Case } from '#shared/domain/case/state.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { PersonDetails } from '#shared/domain/person/person-details.ts'
import type { Change } from '#shared/i18n/changes.ts'
import type { viaLabels } from '#shared/i18n/codes.ts'
import type { FormatSettings } from '#shared/i18n/format.ts'
import type { Names } from '#shared/wording/names.ts'
import type { ShownClock } from '#shared/wording/clock-sentence.ts'
import type { Speaker } from '#shared/wording/speaker.ts'
import type { PaperFacts } from '#core/letters/letter-facts.ts'
import type { Writing } from '#core/letters/paper-parts.ts'

interface Called {
  readonly name: Label
}

export interface FiledEvent {
  readonly id: string
  readonly type: string
  readonly at: Instant
  readonly actor: Called
  readonly via: keyof typeof viaLabels
  readonly device: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly private: Readonly<Record<string, unknown>> | null
  readonly changes: readonly Change[]
  readonly verdict: 'pending' | 'accepted' | 'conflict' | 'void'
}

export interface FiledClock extends ShownClock {
  readonly kind: 'case' | 'referral' | 'reopening_window' | 'progress_notice'
  readonly label: Label
}

interface WrittenLetter {
  readonly text: string
  readonly files: readonly string[]
}

export interface FiledReferral extends WrittenLetter {
  readonly id: string
  readonly department: Called
  readonly reply: (WrittenLetter & { readonly senderLetter: SenderLetter | null }) | null
  readonly messages: readonly {
    readonly at: Instant
    readonly by: Called
    readonly kind: string
    readonly text: string
    readonly isAfterReply: boolean
  }[]
}

/** A case as its page shows it to one reader: what he may not see is not here. */
export interface CaseFileFacts extends PaperFacts {
  readonly madeBy: Label
  /** A department's reader gets its own referrals and nothing that the office wrote to the complainant. */
  readonly reader: 'office' | 'department'
  readonly state: Case
  readonly line: {
    readonly status: Status
    readonly awaits: 'call' | 'reopen' | 'close' | null
    readonly subject: string
    readonly handler: Called | null
  }
  readonly text: {
    readonly subject: string
    readonly text: string
    readonly senderLetter: { readonly number: string; readonly date: string } | null
    readonly remedySought: string
  } | null
  readonly person: { readonly displayName: string; readonly details: PersonDetails } | null
  readonly clocks: readonly FiledClock[]
  readonly referrals: readonly FiledReferral[]
  readonly drafts: readonly { readonly id: string; readonly text: string; readonly returnNote: string | null }[]
  readonly files: readonly {
    readonly file: string
    readonly name: string
    readonly size: number
    readonly pages: number | null
    readonly original: boolean
    readonly addedAt: Instant
    readonly addedBy: Called
  }[]
  readonly timeline: readonly FiledEvent[]
}

/** Everything that makes words of the facts, in the language of the file. */
export interface FileTelling extends Writing {
  readonly facts: CaseFileFacts
  readonly names: Names
  readonly speech: Speaker
  /** As `speech`, its dates with the Hijri beside them where the office uses it: the cover alone has room for both. */
  readonly coverSpeech: Speaker
  readonly format: FormatSettings
}
