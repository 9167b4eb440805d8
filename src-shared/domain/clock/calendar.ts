import { z } from 'zod'
import { refuse, ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { dayNumberOf, LocalDate, weekdays } from './local-date.ts'
import { isKnownZone, minuteOfDay } from './zone.ts'

/** Opening hours on the wall clock; `to` may be `24:00`, the next local midnight. */
export const Period = z.object({
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
})
export type Period = z.infer<typeof Period>

/** Periods of every weekday, `'0'` is Sunday; an empty list is a day off. */
export const Week = z.record(z.enum(weekdays), z.array(Period).max(12))
export type Week = z.infer<typeof Week>

export const BilingualName = z.object({ ar: z.string(), en: z.string() })
export type BilingualName = z.infer<typeof BilingualName>

/** Other hours between two dates (inclusive), e.g. Ramadan; replaces the base week wholly, the later in the list wins. */
export const HoursPattern = z.object({ from: LocalDate, to: LocalDate, name: BilingualName, weekly: Week })
export type HoursPattern = z.infer<typeof HoursPattern>

/** Days off between two dates (inclusive); stronger than any pattern. */
export const Holiday = z.object({ from: LocalDate, to: LocalDate, name: BilingualName })
export type Holiday = z.infer<typeof Holiday>

/**
 * The working time of one office (W1). The schema checks shape only, so that a replica with older
 * time-zone data still reads it; what a person may save is checked by `checkCalendar`.
 */
export const WorkCalendar = z.object({
  zone: z.string().min(1).max(64),
  weekly: Week,
  patterns: z.array(HoursPattern),
  holidays: z.array(Holiday),
})
export type WorkCalendar = z.infer<typeof WorkCalendar>

/**
 * In: a calendar as typed. Out: the same, fit to count with. Refuses: unknown zone, a period that ends
 * before it begins, periods out of order or overlapping, no working time at all, reversed or endless dates (W1).
 */
export function checkCalendar(calendar: WorkCalendar): Result<WorkCalendar> {
  if (!isKnownZone(calendar.zone)) return refuse('calendar-unknown-zone', { zone: calendar.zone })
  const weeks = [calendar.weekly, ...calendar.patterns.map((pattern) => pattern.weekly)]
  for (const week of weeks) {
    const checked = checkWeek(week)
    if (!checked.ok) return checked
  }
  for (const range of [...calendar.patterns, ...calendar.holidays]) {
    const checked = checkRange(range)
    if (!checked.ok) return checked
  }
  if (normalDayMinutes(calendar) === 0) return refuse('calendar-no-working-time')
  return ok(calendar)
}

/** In: periods of one day. Out: their minutes on the wall clock, without daylight-saving changes. */
export function periodMinutes(periods: readonly Period[]): number {
  return periods.reduce((sum, period) => sum + minuteOfDay(period.to) - minuteOfDay(period.from), 0)
}

/**
 * The office's normal daily minutes, by which durations are printed as working days (W10):
 * the most common working day of the base week, the longer one when two are equally common. 0 without working days.
 */
export function normalDayMinutes(calendar: WorkCalendar): number {
  const known = normalDays.get(calendar)
  if (known !== undefined) return known
  const minutes = mostCommonDay(calendar)
  normalDays.set(calendar, minutes)
  return minutes
}

const normalDays = new WeakMap<WorkCalendar, number>()

function mostCommonDay(calendar: WorkCalendar): number {
  const counts = new Map<number, number>()
  for (const weekday of weekdays) {
    const minutes = periodMinutes(calendar.weekly[weekday])
    if (minutes > 0) counts.set(minutes, (counts.get(minutes) ?? 0) + 1)
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return ranked[0]?.[0] ?? 0
}

/** In: a calendar with working time. Out: when the work of its longest day of the base week ends, `HH:MM`; for `24:00` the minute before. */
export function endOfWork({ weekly }: WorkCalendar): string {
  const latest =
    weekdays
      .flatMap((weekday) => weekly[weekday].map(({ to }) => to))
      .toSorted()
      .at(-1) ?? '12:00'
  return latest === '24:00' ? '23:59' : latest
}

/** In: the hours of a week. Out: the week; refuses periods that are reversed, out of order or over one another. W1. */
export function checkWeek(week: Week): Result<Week> {
  for (const weekday of weekdays) {
    let end = -1
    for (const { from, to } of week[weekday]) {
      if (minuteOfDay(to) <= minuteOfDay(from)) return refuse('calendar-period-reversed', { from, to })
      if (minuteOfDay(from) < end) return refuse('calendar-periods-overlap', { from, to })
      end = minuteOfDay(to)
    }
  }
  return ok(week)
}

function checkRange<T extends { from: LocalDate; to: LocalDate }>(range: T): Result<T> {
  const { from, to } = range
  if (to < from) return refuse('calendar-dates-reversed', { from, to })
  // Ranges without end would leave no working day to fall due on.
  if (dayNumberOf(to) - dayNumberOf(from) >= 366) return refuse('calendar-range-too-long', { from, to })
  return ok(range)
}
