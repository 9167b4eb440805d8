import { offsetAt } from '#shared/domain/clock/zone.ts'
import type { Cell } from '../report-model.ts'
import { safeText } from './safe-text.ts'

/** In: a cell, zone. Out: numbers as numbers, dates as dates (bug 22); where nothing applies the printed words. */
export function cellValue({ kind, text, value }: Cell, zone: string): string | number | Date {
  if (value === null) return safeText(text)
  if (kind === 'date') return new Date(wallClockMs(String(value), zone))
  return typeof value === 'number' ? value : safeText(value)
}

/** A cell's date has no zone: it is made to show what the institution's clocks showed. In: an instant. Out: milliseconds. */
export function wallClockMs(instant: string, zone: string): number {
  const ms = Date.parse(instant)
  return ms + offsetAt(zone, Math.floor(ms / 60_000)) * 60_000
}
