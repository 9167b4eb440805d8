import { z } from 'zod'
import { assert } from '#shared/lib/assert.ts'
import { dateOfDayNumber, dayNumberOf, daysOfMonth, digitsAt } from './local-date.ts'

/** A moment, canonical ISO 8601 in UTC with milliseconds (`2026-01-04T07:00:00.000Z`); compares as a string. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine(isCanonical)
  .brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/**
 * The pattern alone lets 30 February through, and the engine would read it as 2 March. By arithmetic: every event has
 * several, and a `Date` there and back cost as much as reading all the rest of it.
 */
function isCanonical(text: string): boolean {
  const [year, month, day] = [digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2)]
  if (!(day >= 1 && day <= daysOfMonth(year, month))) return false
  return digitsAt(text, 11, 2) < 24 && digitsAt(text, 14, 2) < 60 && digitsAt(text, 17, 2) < 60
}

/** In: milliseconds since the epoch (integer). Out: the instant. */
export function instantFromMs(ms: number): Instant {
  return new Date(ms).toISOString() as Instant
}

/** In: an instant. Out: milliseconds since the epoch. */
export function msOf(instant: Instant): number {
  return Date.parse(instant)
}

/** Reads an ISO 8601 text with offset or Z; null when it is not one. Out: the instant in UTC. */
export function parseInstant(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return null
  if (!isCanonical(`${text.slice(0, 10)}T00:00:00.000Z`)) return null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : instantFromMs(ms)
}

const dayMinutes = 1440

/** In: an instant. Out: whole minutes since the epoch, seconds dropped: the engine counts "to the minute" (W8). */
export function minuteOf(instant: Instant): number {
  return dayNumberOf(instant) * dayMinutes + digitsAt(instant, 11, 2) * 60 + digitsAt(instant, 14, 2)
}

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

/** In: whole minutes since the epoch. Out: the instant at which that minute begins. */
export function instantOfMinute(minute: number): Instant {
  const day = Math.floor(minute / dayMinutes)
  const rest = minute - day * dayMinutes
  const hour = Math.floor(rest / 60)
  const [hours, minutes] = [twoDigits[hour], twoDigits[rest - hour * 60]]
  assert(hours !== undefined && minutes !== undefined, 'a minute is a whole number')
  return `${dateOfDayNumber(day)}T${hours}:${minutes}:00.000Z` as Instant
}
