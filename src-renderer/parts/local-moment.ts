import { instantFromMs, minuteOf } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { instantOfLocal, offsetAt } from '#shared/domain/clock/zone.ts'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'

/** In: an instant, the office's zone. Out: what the clock on its wall shows. */
export function localMomentOf(instant: Instant, zone: string): LocalMoment {
  const minute = minuteOf(instant)
  const text = instantFromMs((minute + offsetAt(zone, minute)) * 60_000)
  return { day: text.slice(0, 10), time: text.slice(11, 16) }
}

/** In: day and time on the wall, the zone. Out: the instant, or null while one of the two is missing. */
export function instantOfMoment(moment: LocalMoment, zone: string): Instant | null {
  return moment.day === null || moment.time === null ? null : instantOfLocal(zone, moment.day, moment.time)
}
