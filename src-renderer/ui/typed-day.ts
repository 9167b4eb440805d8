import { latinDigits } from './digits.ts'
import type { Read } from './use-typed.ts'

/**
 * In: a typed day as 15/2/2026, 15-02-26, 15.2.2026 or 2026-02-15, in either kind of digits; two-digit years are of this century.
 * Out: `YYYY-MM-DD`, or null when there is no such day.
 */
export function parseDay(text: string): string | null {
  const parts = latinDigits(text)
    .trim()
    .split(/[\s/.\-،]+/)
  if (parts.length !== 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return null
  const numbers = parts.map(Number)
  const yearFirst = parts[0]?.length === 4
  const [year, month, day] = yearFirst ? numbers : [...numbers].reverse()
  return realDay(fullYear(year ?? 0), month ?? 0, day ?? 0)
}

interface DayRange {
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** In: a typed day, the first and last that it may be. Out: the day, or what is wrong with it. */
export function readDay(text: string, { min, max }: DayRange): Read<string, 'dayInvalid' | 'dayEarly' | 'dayLate'> {
  if (text.trim() === '') return { value: null, wrong: null }
  const day = parseDay(text)
  if (day === null) return { value: null, wrong: 'dayInvalid' }
  if (min !== undefined && day < min) return { value: null, wrong: 'dayEarly' }
  return max !== undefined && day > max ? { value: null, wrong: 'dayLate' } : { value: day, wrong: null }
}

/** In: `YYYY-MM-DD`. Out: `15/02/2026` as it is typed. */
export function typedDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

/** In: typed time as 9, 930, 9:30 or 14.05, in either kind of digits. Out: `HH:mm` or null. */
export function parseTime(text: string): string | null {
  const clean = latinDigits(text).trim()
  const match = /^(\d{1,2})[:.\s]?(\d{2})?$/.exec(clean)
  if (match === null) return null
  const hour = Number(match[1])
  const minute = Number(match[2] ?? 0)
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null
}

const fullYear = (year: number): number => (year < 100 ? 2000 + year : year)

const two = (value: number): string => String(value).padStart(2, '0')

function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1900 && year <= 2100 ? `${year}-${two(month)}-${two(day)}` : null
}
