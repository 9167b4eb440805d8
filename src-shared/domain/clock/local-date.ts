import { z } from 'zod'

/** A day on the office's wall calendar, `YYYY-MM-DD`, Gregorian; carries no zone. */
export const LocalDate = z.iso.date()
export type LocalDate = z.infer<typeof LocalDate>

export const weekdays = ['0', '1', '2', '3', '4', '5', '6'] as const
/** `'0'` is Sunday. */
export type Weekday = (typeof weekdays)[number]

/** Days of a common year before each month. */
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const
/** From 1 January of the year 1 to 1 January 1970. */
const daysBeforeEpoch = 719_162

/**
 * In: a local date, or an instant for its day in UTC. Out: days since 1970-01-01. By arithmetic: every due date asks for
 * many, and a `Date` for each cost more than all the rest of it.
 */
export function dayNumberOf(date: LocalDate): number {
  const [year, month, day] = [digitsAt(date, 0, 4), digitsAt(date, 5, 2), digitsAt(date, 8, 2)]
  const past = year - 1
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
  const isLeapDayPast = month > 2 && isLeapYear(year)
  return past * 365 + leapDays + (daysBeforeMonth[month - 1] ?? 0) + (isLeapDayPast ? 1 : 0) + day - 1 - daysBeforeEpoch
}

/** In: a year, a month from 1 to 12. Out: how many days it has; none for what is no month. */
export function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return (daysBeforeMonth[month] ?? (month === 12 ? 365 : NaN)) - (daysBeforeMonth[month - 1] ?? NaN)
}

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const zero = 48

/** The number that so many decimal digits of a text are. */
export function digitsAt(text: string, at: number, count: number): number {
  let number = 0
  for (let place = at; place < at + count; place += 1) number = number * 10 + text.charCodeAt(place) - zero
  return number
}

const dates = new Map<number, LocalDate>()
const mostDates = 20_000

/** In: days since 1970-01-01. Out: the local date. */
export function dateOfDayNumber(day: number): LocalDate {
  const known = dates.get(day)
  if (known !== undefined) return known
  const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
  if (dates.size >= mostDates) dates.clear()
  dates.set(day, date)
  return date
}

/** In: days since 1970-01-01 (a Thursday). Out: the day of the week. */
export function weekdayOf(day: number): Weekday {
  return weekdays[(((day + 4) % 7) + 7) % 7] as Weekday
}

/** In: a year of the common era. Out: the day number of its 1 January. */
export function firstDayOfYear(year: number): number {
  return dayNumberOf(`${String(year).padStart(4, '0')}-01-01`)
}
