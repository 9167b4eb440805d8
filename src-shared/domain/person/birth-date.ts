import { z } from 'zod'

/** A birth date as it stands in the document, with the calendar it was read in; never converted. Stack: Hijri dates are stored as entered. */
export const BirthDate = z
  .strictObject({ calendar: z.enum(['gregory', 'islamic-umalqura']), text: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) })
  .readonly()
  .refine(isDate)
export type BirthDate = z.infer<typeof BirthDate>

/** In: Gregorian year, month from 1. Out: days of that month, 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** The length of a Hijri month is known from tables only; 30 days are possible in each. */
function isDate(date: { readonly calendar: 'gregory' | 'islamic-umalqura'; readonly text: string }): boolean {
  const [year = 0, month = 0, day = 0] = date.text.split('-').map(Number)
  if (day < 1) return false
  if (date.calendar === 'gregory') return year >= 1850 && day <= daysInMonth(year, month)
  return year >= 1266 && year < 1600 && month >= 1 && month <= 12 && day <= 30
}
