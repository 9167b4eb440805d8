import { assert, must } from '#shared/lib/assert.ts'
import type { BilingualName, Period, Week, WorkCalendar } from './calendar.ts'
import { dayNumberOf, firstDayOfYear, weekdayOf } from './local-date.ts'
import { minuteOfDay, utcMinuteOf, yearOf } from './zone.ts'

/*
 * A calendar made fast. Each local year is laid out once, on first use, as real spans of working time in
 * UTC minutes with a running total, so that working minutes are two look-ups and a subtraction.
 *
 * Invariants of a YearIndex (n days, s spans):
 * - dayStart has n+1 entries, never falling: day i is [dayStart[i], dayStart[i+1]);
 * - spans of day i are daySpan[i] .. daySpan[i+1]-1, in order, apart, not empty, inside the day;
 * - total[j] is the working minutes of the year before span j; total[s] those of the whole year.
 */
export interface YearIndex {
  readonly year: number
  readonly firstDay: number
  readonly dayStart: Int32Array
  readonly daySpan: Int32Array
  readonly spanStart: Int32Array
  readonly spanEnd: Int32Array
  readonly total: Int32Array
}

/** What a calendar says about one day before any daylight-saving change is looked at. */
export interface DayPlan {
  readonly periods: readonly Period[]
  readonly holiday: BilingualName | null
  readonly pattern: BilingualName | null
  /** Whether the base week works on this weekday. */
  readonly isBaseWorkday: boolean
  /** Whether the hours in force would work on this day, were it no holiday. */
  readonly isOpenByHours: boolean
}

interface DatedRange<T> {
  readonly first: number
  readonly last: number
  readonly value: T
}

export interface CompiledCalendar {
  readonly calendar: WorkCalendar
  readonly holidays: readonly DatedRange<BilingualName>[]
  readonly patterns: readonly DatedRange<{ readonly name: BilingualName; readonly weekly: Week }>[]
  readonly years: Map<number, YearIndex>
}

const dayMinutes = 1440
const compiled = new WeakMap<WorkCalendar, CompiledCalendar>()

/** In: a calendar that passed `checkCalendar` and is not changed afterwards. Out: its index; the same object gives the same index. */
export function compileCalendar(calendar: WorkCalendar): CompiledCalendar {
  const known = compiled.get(calendar)
  if (known !== undefined) return known
  const fresh: CompiledCalendar = {
    calendar,
    holidays: calendar.holidays.map((holiday) => ranged(holiday, holiday.name)),
    patterns: calendar.patterns.map((pattern) => ranged(pattern, pattern)).reverse(),
    years: new Map(),
  }
  compiled.set(calendar, fresh)
  return fresh
}

/** In: a day number. Out: the plan of that day: holiday before pattern, later pattern before earlier, then the base week. */
export function dayPlan(calendar: CompiledCalendar, day: number): DayPlan {
  const weekday = weekdayOf(day)
  const holiday = calendar.holidays.find((range) => covers(range, day))?.value ?? null
  const pattern = calendar.patterns.find((range) => covers(range, day))?.value ?? null
  const base = calendar.calendar.weekly[weekday]
  const hours = pattern?.weekly[weekday] ?? base
  return {
    periods: holiday === null ? hours : [],
    holiday,
    pattern: pattern?.name ?? null,
    isBaseWorkday: base.length > 0,
    isOpenByHours: hours.length > 0,
  }
}

/** In: a year. Out: its index, laid out on first use. */
export function yearIndex(calendar: CompiledCalendar, year: number): YearIndex {
  const known = calendar.years.get(year)
  if (known !== undefined) return known
  const index = layOutYear(calendar, year)
  calendar.years.set(year, index)
  return index
}

/** In: a UTC minute. Out: the index of the local year it lies in. */
export function yearIndexAt(calendar: CompiledCalendar, minute: number): YearIndex {
  const index = yearIndex(calendar, yearOf(minute))
  if (minute < at(index.dayStart, 0)) return yearIndex(calendar, index.year - 1)
  if (minute >= at(index.dayStart, index.dayStart.length - 1)) return yearIndex(calendar, index.year + 1)
  return index
}

/** In: a UTC minute inside the year. Out: the place of its day in the index. */
export function dayPlaceAt(index: YearIndex, minute: number): number {
  const last = index.dayStart.length - 2
  let place = Math.min(last, Math.max(0, Math.floor((minute - at(index.dayStart, 0)) / dayMinutes)))
  while (place > 0 && at(index.dayStart, place) > minute) place--
  while (place < last && at(index.dayStart, place + 1) <= minute) place++
  return place
}

/** In: a UTC minute. Out: the number of the local day it lies in. */
export function dayAt(calendar: CompiledCalendar, minute: number): number {
  const index = yearIndexAt(calendar, minute)
  return index.firstDay + dayPlaceAt(index, minute)
}

/** In: a day number. Out: the working spans of that day as pairs of UTC minutes, in order. */
export function spansOfDay(calendar: CompiledCalendar, day: number): readonly (readonly [number, number])[] {
  const index = yearIndexOfDay(calendar, day)
  const spans: [number, number][] = []
  const place = day - index.firstDay
  for (let i = at(index.daySpan, place); i < at(index.daySpan, place + 1); i++) {
    spans.push([at(index.spanStart, i), at(index.spanEnd, i)])
  }
  return spans
}

/** In: a day number. Out: the UTC minute at which its last period ends, or null on a day off. */
export function lastEndOfDay(calendar: CompiledCalendar, day: number): number | null {
  const index = yearIndexOfDay(calendar, day)
  const place = day - index.firstDay
  const next = at(index.daySpan, place + 1)
  return next === at(index.daySpan, place) ? null : at(index.spanEnd, next - 1)
}

/** An entry that the invariants say is there. */
export function at(list: Int32Array, place: number): number {
  return must(list[place], 'place inside the year index')
}

function yearIndexOfDay(calendar: CompiledCalendar, day: number): YearIndex {
  const index = yearIndex(calendar, yearOf(day * dayMinutes))
  assert(day >= index.firstDay, 'a day lies in its own year')
  return index
}

function layOutYear(calendar: CompiledCalendar, year: number): YearIndex {
  const { zone } = calendar.calendar
  const firstDay = firstDayOfYear(year)
  const days = firstDayOfYear(year + 1) - firstDay
  const dayStart: number[] = []
  const daySpan: number[] = []
  const spans = { start: [] as number[], end: [] as number[], total: [0] }
  for (let day = firstDay; day <= firstDay + days; day++) {
    dayStart.push(utcMinuteOf(zone, day * dayMinutes))
    daySpan.push(spans.start.length)
    if (day === firstDay + days) break
    for (const period of dayPlan(calendar, day).periods) {
      const start = utcMinuteOf(zone, day * dayMinutes + minuteOfDay(period.from))
      const end = utcMinuteOf(zone, day * dayMinutes + minuteOfDay(period.to))
      // A period that the clock jumped over holds no time, and alone makes no working day.
      if (end <= start) continue
      spans.start.push(start)
      spans.end.push(end)
      spans.total.push((spans.total.at(-1) ?? 0) + end - start)
    }
  }
  return {
    year,
    firstDay,
    dayStart: Int32Array.from(dayStart),
    daySpan: Int32Array.from(daySpan),
    spanStart: Int32Array.from(spans.start),
    spanEnd: Int32Array.from(spans.end),
    total: Int32Array.from(spans.total),
  }
}

function ranged<T>(range: { readonly from: string; readonly to: string }, value: T): DatedRange<T> {
  return { first: dayNumberOf(range.from), last: dayNumberOf(range.to), value }
}

function covers(range: DatedRange<unknown>, day: number): boolean {
  return range.first <= day && day <= range.last
}
