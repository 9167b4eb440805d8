import { z } from 'zod'

/** A day on the office's wall calendar, `YYYY-MM-DD`, Gregorian; carries no zone. */
export const LocalDate = z.iso.date()
export type LocalDate = z.infer<typeof LocalDate>

export const weekdays = ['0', '1', '2', '3', '4', '5', '6'] as const
/** `'0'` is Sunday. */
export type Weekday = (typeof weekdays)[number]

/** In: a local date. Out: days since 1970-01-01. */
export function dayNumberOf(date: LocalDate): number {
  return Math.floor(Date.parse(`${date}T00:00:00.000Z`) / 86_400_000)
}

/** In: days since 1970-01-01. Out: the local date. */
export function dateOfDayNumber(day: number): LocalDate {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** In: days since 1970-01-01 (a Thursday). Out: the day of the week. */
export function weekdayOf(day: number): Weekday {
  return weekdays[(((day + 4) % 7) + 7) % 7] as Weekday
}

/** In: a year of the common era. Out: the day number of its 1 January. */
export function firstDayOfYear(year: number): number {
  return dayNumberOf(`${String(year).padStart(4, '0')}-01-01`)
}
