import type { Instant } from '#shared/domain/clock/instant.ts'
import type { Refusal } from '#shared/lib/result.ts'
import { because } from './because.ts'
import type { CaseEvent, CaseEventType, CaseFacts } from './events.ts'

/* Moments that a person states of what happened before he entered it. */

/** Event → the fact that names such a moment. */
const stated = {
  received: 'receivedAt',
  rejection_notified: 'sentAt',
  external_transferred: 'transferredAt',
  ref_replied: 'receivedAt',
  info_received: 'receivedAt',
  reply_sent: 'sentAt',
  resolved: 'resolvedAt',
  correction_sent: 'sentAt',
  contact_attempt: 'attemptedAt',
  rated: 'ratedAt',
} as const satisfies { readonly [T in CaseEventType]?: keyof CaseFacts<T> }

/** In: an event and when it was made. Out: `time-in-future` where it states what had not come yet by its own author's clock. */
export function statedAhead({ type, facts }: Pick<CaseEvent, 'type' | 'facts'>, at: Instant): Refusal | null {
  if (!Object.hasOwn(stated, type)) return null
  const moment = (facts as Readonly<Record<string, unknown>>)[stated[type as keyof typeof stated]]
  return typeof moment === 'string' && moment > at ? because('time-in-future', { at: moment }) : null
}

/** Out: `time-too-early` where a moment lies before the step it follows; to the minute, as people state it. */
export function statedBefore(at: Instant, notBefore: Instant): Refusal | null {
  return at.slice(0, 16) < notBefore.slice(0, 16) ? because('time-too-early', { at, notBefore }) : null
}
