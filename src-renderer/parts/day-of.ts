import type { Instant } from '#shared/domain/clock/instant.ts'
import { minuteOf } from '#shared/domain/clock/instant.ts'
import { offsetAt } from '#shared/domain/clock/zone.ts'

/** In: an instant, a zone. Out: the day on the office's wall, as days since 1970-01-01. */
export function dayOf(instant: Instant, zone: string): number {
  const minute = minuteOf(instant)
  return Math.floor((minute + offsetAt(zone, minute)) / 1440)
}
