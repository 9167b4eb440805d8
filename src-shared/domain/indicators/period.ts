import type { Instant } from '#shared/domain/clock/instant.ts'
import { localDateOf, startOfLocalDay } from '#shared/domain/clock/working-time.ts'

export interface Period {
  readonly from: Instant
  readonly to: Instant
}

export interface Quarter {
  readonly year: number
  readonly quarter: number
}

/** In: calendar quarter, zone of the institution. Out: [00:00 of the first day, 00:00 after the last) (P2). */
export function quarterPeriod({ year, quarter }: Quarter, zone: string): Period {
  const first = (quarter - 1) * 3
  return { from: startOfMonth(zone, year, first), to: startOfMonth(zone, year, first + 3) }
}

/** Out: the quarter before. */
export function previousQuarter({ year, quarter }: Quarter): Quarter {
  return quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: quarter - 1 }
}

/** In: a moment, zone. Out: the calendar quarter it lies in. */
export function quarterAt(moment: Instant, zone: string): Quarter {
  const date = localDateOf(zone, moment)
  return { year: Number(date.slice(0, 4)), quarter: Math.floor((Number(date.slice(5, 7)) - 1) / 3) + 1 }
}

/** In: period and zone, moment up to which is counted. Out: its months `YYYY-MM`, the last cut at `until`. */
export function monthsOf(span: {
  readonly from: Instant
  readonly until: Instant
  readonly zone: string
}): readonly (Period & { readonly month: string })[] {
  const months: (Period & { readonly month: string })[] = []
  const first = localDateOf(span.zone, span.from)
  for (let step = 0, from = span.from; from < span.until; step++) {
    const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1 + step]
    const next = startOfMonth(span.zone, year, month + 1)
    months.push({ month: monthText(year, month), from, to: next < span.until ? next : span.until })
    from = next
  }
  return months
}

/** In: a moment, zone, how many. Out: that many months up to the one that runs at the moment, oldest first. */
export function monthsUntil(
  moment: Instant,
  zone: string,
  count: number,
): readonly (Period & { readonly month: string })[] {
  const date = localDateOf(zone, moment)
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1]
  return Array.from({ length: count }, (_, place) => {
    const at = month - count + 1 + place
    return { month: monthText(year, at), from: startOfMonth(zone, year, at), to: startOfMonth(zone, year, at + 1) }
  })
}

/** Month counted from 0, may lie outside the year. */
const monthText = (year: number, month: number): string => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7)

const startOfMonth = (zone: string, year: number, month: number): Instant =>
  startOfLocalDay(zone, `${monthText(year, month)}-01`)
