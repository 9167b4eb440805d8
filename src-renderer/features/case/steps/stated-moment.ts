import type { Instant } from '#shared/domain/clock/instant.ts'
import { localMomentOf } from '#renderer/parts/local-moment.ts'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'

interface Place {
  readonly now: Instant
  readonly zone: string
}

/**
 * In: what was typed, and when the referral is due. Out: what the field for the period shows: the limit until someone
 * says otherwise, where it is still to come (F-04).
 */
export function statedMoment(
  { typed, due }: { readonly typed: LocalMoment | null; readonly due: Instant | null },
  { now, zone }: Place,
): LocalMoment | null {
  if (typed !== null || due === null || due <= now) return typed
  return localMomentOf(due, zone)
}
