import type { UserId } from '#shared/domain/access/events.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { ListCode } from '#shared/domain/lists/list-code.ts'
import type { AttemptResult, CloseReason, ContactChannel, Delivery, Outcome, Rating } from './codes.ts'
import type { DraftId, Waited } from './event-parts.ts'
import type { Classification } from './state.ts'

/* What a folded case holds of its answer, of satisfaction with it, and of its closing (`state.ts`). */

export interface Draft {
  readonly id: DraftId
  readonly author: UserId
  readonly submittedAt: Instant
  readonly language: 'ar' | 'en'
  /** Written to put right an answer that had left. */
  readonly correction: boolean
  readonly remedies: readonly ListCode[]
  readonly returned: { readonly at: Instant; readonly by: UserId; readonly reason: ListCode } | null
  readonly approved: { readonly at: Instant; readonly by: UserId } | null
  readonly sent: { readonly sentAt: Instant; readonly delivery: Delivery; readonly by: UserId } | null
}

export interface Attempt {
  readonly at: Instant
  readonly by: UserId
  readonly channel: ContactChannel
  readonly result: AttemptResult
  readonly localDate: string
  readonly band: 'morning' | 'afternoon'
  readonly nextAt?: Instant | undefined
}

export interface RatingTaken {
  readonly event: string
  readonly at: Instant
  readonly by: UserId
  readonly rating: Rating
  readonly mode: ContactChannel
  readonly corrects: string | null
  readonly dissatisfaction: ListCode | null
}

export interface Resolution {
  readonly at: Instant
  readonly how: 'answered' | 'no_contact'
  readonly session: string | null
  readonly surveyable: boolean
  readonly net: Waited
  readonly gross: Waited
  /** The class values as they stood then (spec/kpis.md 5.1). */
  readonly classification: Classification | null
}

export interface Closing {
  readonly at: Instant
  readonly by: UserId
  readonly reason: CloseReason
  readonly outcome: Outcome | null
  readonly rootCause: ListCode | null
  readonly remedies: readonly ListCode[]
  readonly knowledge: boolean
  readonly improvement: boolean
}
