import { assert } from '#shared/lib/assert.ts'
import { at, dayAt, dayPlaceAt, lastEndOfDay, yearIndex, yearIndexAt } from './compiled-calendar.ts'
import type { CompiledCalendar, YearIndex } from './compiled-calendar.ts'
import { instantOfMinute, minuteOf } from './instant.ts'
import type { Instant } from './instant.ts'
import { dateOfDayNumber, dayNumberOf } from './local-date.ts'
import type { LocalDate } from './local-date.ts'
import { instantOfLocal, offsetAt } from './zone.ts'

/** `checkCalendar` keeps a calendar from closing for longer; a search that goes on further is a fault. */
const searchYears = 100

/** In: two instants. Out: whole working minutes between them, 0 when `to` is not later (W1, W10). */
export function workingMinutesBetween(calendar: CompiledCalendar, from: Instant, to: Instant): number {
  const first = minuteOf(from)
  const last = minuteOf(to)
  if (last <= first) return 0
  let index = yearIndexAt(calendar, first)
  const end = yearIndexAt(calendar, last)
  let minutes = minutesBefore(end, last) - minutesBefore(index, first)
  for (; index.year < end.year; index = yearIndex(calendar, index.year + 1)) minutes += totalOf(index)
  return minutes
}

/**
 * In: an instant, a whole number of working minutes (may be negative). Out: the earliest instant by which they
 * have passed; going back, the latest from which they have still to pass; for 0 the minute of the instant.
 */
export function addWorkingMinutes(calendar: CompiledCalendar, from: Instant, minutes: number): Instant {
  const minute = minuteOf(from)
  if (minutes === 0) return instantOfMinute(minute)
  const index = yearIndexAt(calendar, minute)
  const target = minutesBefore(index, minute) + minutes
  return instantOfMinute(minutes > 0 ? forwardTo(calendar, index, target) : backTo(calendar, index, target))
}

/** In: an instant, n ≥ 0. Out: the end of the last period of the nth working day after day 0 (W2). */
export function addWorkingDays(calendar: CompiledCalendar, from: Instant, days: number): Instant {
  let day = dayZero(calendar, from)
  for (let left = days; left > 0; left--) day = nextWorkingDay(calendar, day, 1)
  return instantOfMinute(endOfWorkingDay(calendar, day))
}

/**
 * In: an instant, n ≠ 0. Out: the end of the last period of the nth working day after (before, when negative)
 * the local day of the instant. For what is counted from a due date, itself the end of a day: "due + 2 working days".
 */
export function workingDaysFrom(calendar: CompiledCalendar, from: Instant, days: number): Instant {
  let day = dayAt(calendar, minuteOf(from))
  for (let left = Math.abs(days); left > 0; left--) day = nextWorkingDay(calendar, day, Math.sign(days))
  return instantOfMinute(endOfWorkingDay(calendar, day))
}

/**
 * In: two instants. Out: working days after the local day of the first up to and with that of the second (K7a, K7b); of a
 * due date those that still lie ahead, whatever the hour.
 */
export function workingDaysBetween(calendar: CompiledCalendar, from: Instant, to: Instant): number {
  const last = dayAt(calendar, minuteOf(to))
  let count = 0
  for (let day = dayAt(calendar, minuteOf(from)) + 1; day <= last; day++) {
    if (lastEndOfDay(calendar, day) !== null) count++
  }
  return count
}

/** In: the receipt. Out: number of day 0: its day when the office still works then, else the next working day (W2). */
export function dayZero(calendar: CompiledCalendar, receipt: Instant): number {
  const minute = minuteOf(receipt)
  const day = dayAt(calendar, minute)
  const end = lastEndOfDay(calendar, day)
  return end !== null && minute < end ? day : nextWorkingDay(calendar, day, 1)
}

/** In: a zone, an instant. Out: the date the wall calendar shows there: "today" of an office (bug 14). */
export function localDateOf(zone: string, instant: Instant): LocalDate {
  const minute = minuteOf(instant)
  return dateOfDayNumber(Math.floor((minute + offsetAt(zone, minute)) / 1440))
}

/** In: a zone, a local date. Out: the instant at which that day begins there; the jump where midnight is skipped (P2). */
export function startOfLocalDay(zone: string, date: LocalDate): Instant {
  return instantOfLocal(zone, date, '00:00')
}

/** In: a local date. Out: whether the office works on it at all. */
export function isWorkingDay(calendar: CompiledCalendar, date: LocalDate): boolean {
  return lastEndOfDay(calendar, dayNumberOf(date)) !== null
}

/** In: an instant. Out: whether it lies inside a period (the end of a period does not). */
export function isWorkingTime(calendar: CompiledCalendar, instant: Instant): boolean {
  const minute = minuteOf(instant)
  const index = yearIndexAt(calendar, minute)
  return minutesBefore(index, minute + 1) > minutesBefore(index, minute)
}

/** In: an instant. Out: itself when the office is open, else the next opening: nothing is sent outside working time (bug 8). */
export function nextWorkingMoment(calendar: CompiledCalendar, instant: Instant): Instant {
  if (isWorkingTime(calendar, instant)) return instant
  const next = minuteOf(addWorkingMinutes(calendar, instant, 1))
  return instantOfMinute(next - 1)
}

/** In: a day number, step 1 or -1. Out: the nearest working day in that direction, the day itself not counted. */
export function nextWorkingDay(calendar: CompiledCalendar, day: number, step: number): number {
  for (let tried = 1; tried < searchYears * 366; tried++) {
    if (lastEndOfDay(calendar, day + tried * step) !== null) return day + tried * step
  }
  throw new Error('broken invariant: a checked calendar has working days')
}

function endOfWorkingDay(calendar: CompiledCalendar, day: number): number {
  const end = lastEndOfDay(calendar, day)
  return end ?? endOfWorkingDay(calendar, nextWorkingDay(calendar, day, 1))
}

/** Working minutes of the year before a minute of it. */
function minutesBefore(index: YearIndex, minute: number): number {
  const place = dayPlaceAt(index, minute)
  const first = at(index.daySpan, place)
  let minutes = at(index.total, first)
  for (let i = first; i < at(index.daySpan, place + 1); i++) {
    const start = at(index.spanStart, i)
    if (minute <= start) break
    minutes += Math.min(minute, at(index.spanEnd, i)) - start
  }
  return minutes
}

function totalOf(index: YearIndex): number {
  return at(index.total, index.total.length - 1)
}

/** The earliest minute with `target` working minutes of its year behind it; target counts from the start of `index`. */
function forwardTo(calendar: CompiledCalendar, start: YearIndex, target: number): number {
  let index = start
  let left = target
  while (left > totalOf(index)) {
    left -= totalOf(index)
    index = nextYear(calendar, index, start.year + searchYears)
  }
  // Exactly total[i] minutes belong to the end of span i-1, not to the opening of span i.
  const span = lastWithTotalBelow(index, left)
  return at(index.spanStart, span) + left - at(index.total, span)
}

/** The latest minute with `target` working minutes of its year behind it; a negative target lies in earlier years. */
function backTo(calendar: CompiledCalendar, start: YearIndex, target: number): number {
  let index = start
  let left = target
  while (left < 0) {
    assert(index.year > start.year - searchYears, 'a checked calendar has working time')
    index = yearIndex(calendar, index.year - 1)
    left += totalOf(index)
  }
  const span = lastWithTotalBelow(index, left + 1)
  return at(index.spanStart, span) + left - at(index.total, span)
}

function nextYear(calendar: CompiledCalendar, index: YearIndex, limit: number): YearIndex {
  assert(index.year < limit, 'a checked calendar has working time')
  return yearIndex(calendar, index.year + 1)
}

/** The last span that begins with fewer than `minutes` behind it. */
function lastWithTotalBelow(index: YearIndex, minutes: number): number {
  let low = 0
  let high = index.spanStart.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (at(index.total, middle) < minutes) low = middle
    else high = middle - 1
  }
  return low
}

/** In: zone, a moment. Out: `YYYY-MM-DD HH:MM` on the wall clock there. */
export function localTimeText(zone: string, instant: Instant): string {
  const minute = minuteOf(instant)
  const local = instantOfMinute(minute + offsetAt(zone, minute))
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`
}
