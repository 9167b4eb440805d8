import { assert } from '#shared/lib/assert.ts'
import { instantOfMinute } from './instant.ts'
import type { Instant } from './instant.ts'
import { dayNumberOf, firstDayOfYear } from './local-date.ts'
import type { LocalDate } from './local-date.ts'

/*
 * Time zones as tables of offsets. The only file of the clock that may use Intl, and only to read offsets;
 * what it finds is kept per zone and year, since one Intl call costs more than a whole due date.
 *
 * Units: minutes since the epoch, in UTC or as the wall clock shows them ("local minutes").
 *
 * Local to UTC is defined for every wall-clock time and never runs backwards:
 * - a time that occurs twice (clocks go back) is its first occurrence;
 * - a time that does not occur (clocks go forward) is the moment of the jump.
 * So periods that do not overlap on the wall never overlap in real time, and a day whose midnight
 * is skipped begins at the jump.
 */

/** From UTC minute `from` on, the wall clock is `offset` minutes ahead of UTC. */
interface Stretch {
  readonly from: number
  readonly offset: number
}

interface ZoneTable {
  readonly format: Intl.DateTimeFormat
  readonly years: Map<number, readonly Stretch[]>
}

const dayMinutes = 1440
const tables = new Map<string, ZoneTable>()

/** In: an IANA zone name. Out: whether this machine's time-zone data know it. */
export function isKnownZone(zone: string): boolean {
  try {
    tableOf(zone)
    return true
  } catch (fault) {
    if (fault instanceof RangeError) return false
    throw fault
  }
}

/** In: a zone, a UTC minute. Out: minutes the wall clock is ahead of UTC. */
export function offsetAt(zone: string, minute: number): number {
  const stretches = stretchesOfYear(tableOf(zone), yearOf(minute))
  let offset = 0
  for (const stretch of stretches) {
    if (stretch.from > minute) break
    offset = stretch.offset
  }
  return offset
}

/** In: a zone, a local minute. Out: the UTC minute; see the head of this file for gaps and repeated hours. */
export function utcMinuteOf(zone: string, localMinute: number): number {
  const stretches = stretchesAround(tableOf(zone), localMinute)
  for (let i = 0; i < stretches.length; i++) {
    const { from, offset } = stretches[i] as Stretch
    const next = stretches[i + 1]
    if (next === undefined || localMinute < next.from + offset) {
      return i === 0 ? localMinute - offset : Math.max(localMinute - offset, from)
    }
  }
  throw new Error('broken invariant: a zone has at least one stretch')
}

/** In: a zone, a local date, `HH:MM` (up to `24:00`). Out: the instant, by the rules of this file. */
export function instantOfLocal(zone: string, date: LocalDate, time: string): Instant {
  return instantOfMinute(utcMinuteOf(zone, dayNumberOf(date) * dayMinutes + minuteOfDay(time)))
}

/** In: `HH:MM`. Out: minutes since midnight, 1440 for `24:00`. */
export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** Out: UTC year of a UTC minute. */
export function yearOf(minute: number): number {
  // Most questions are about one year: the same as before.
  if (minute >= lastYear.from && minute < lastYear.to) return lastYear.year
  const year = new Date(minute * 60_000).getUTCFullYear()
  assert(year >= 1 && year <= 9998, `the clock counts in years 1 to 9998, not ${year}`)
  lastYear = { year, from: firstDayOfYear(year) * dayMinutes, to: firstDayOfYear(year + 1) * dayMinutes }
  return year
}

let lastYear = { year: 0, from: 0, to: 0 }

function tableOf(zone: string): ZoneTable {
  const known = tables.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    timeZoneName: 'longOffset',
    year: 'numeric',
  })
  const table: ZoneTable = { format, years: new Map() }
  tables.set(zone, table)
  return table
}

function stretchesAround(table: ZoneTable, localMinute: number): readonly Stretch[] {
  // No zone is more than a day from UTC, so the true stretch lies within a day of the local reading.
  const before = yearOf(localMinute - dayMinutes)
  const after = yearOf(localMinute + dayMinutes)
  const stretches = stretchesOfYear(table, before)
  return before === after ? stretches : [...stretches, ...stretchesOfYear(table, after)]
}

function stretchesOfYear(table: ZoneTable, year: number): readonly Stretch[] {
  const known = table.years.get(year)
  if (known !== undefined) return known
  const stretches = scanYear(table.format, year)
  table.years.set(year, stretches)
  return stretches
}

/** Looks at every day, since Ramadan zones change four times a year and some changes lie weeks apart. */
function scanYear(format: Intl.DateTimeFormat, year: number): readonly Stretch[] {
  const end = firstDayOfYear(year + 1) * dayMinutes
  let at = firstDayOfYear(year) * dayMinutes
  let offset = readOffset(format, at)
  const stretches: Stretch[] = [{ from: at, offset }]
  while (at < end) {
    const next = at + dayMinutes
    const nextOffset = readOffset(format, next)
    if (nextOffset !== offset) {
      stretches.push({ from: changeBetween(format, at, next), offset: nextOffset })
      offset = nextOffset
    }
    at = next
  }
  return stretches
}

/** The first minute in (low, high] with the offset of `high`. */
function changeBetween(format: Intl.DateTimeFormat, low: number, high: number): number {
  const before = readOffset(format, low)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (readOffset(format, middle) === before) low = middle
    else high = middle
  }
  return high
}

function readOffset(format: Intl.DateTimeFormat, minute: number): number {
  const match = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(format.format(minute * 60_000))
  assert(match !== null, 'Intl writes the offset as GMT±HH:MM')
  const size = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)
  return match[1] === '-' ? -size : size
}
