import type { CompiledCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import { dateOfDayNumber, dayNumberOf } from '#shared/domain/clock/local-date.ts'
import { isWorkingDay, localDateOf, startOfLocalDay } from '#shared/domain/clock/working-time.ts'
import type { Random } from './random.ts'

const days = 365
const minuteMs = 60_000

/** Busier after the weekend, quiet on days without work. */
const weekShape = (calendar: CompiledCalendar, date: string, day: number): number => {
  if (!isWorkingDay(calendar, date)) return 0.12
  return isWorkingDay(calendar, dateOfDayNumber(day - 1)) ? 1 : 1.35
}

/** Over the year: a rush at its beginning, when licences are renewed, another in September; a calm summer. */
const monthShape = [1.35, 1.2, 1, 0.95, 0.95, 0.9, 0.8, 0.8, 1.2, 1.1, 1, 0.95]

export interface Arrival {
  readonly at: Instant
  /** During office hours: by phone or at the counter too. */
  readonly inHours: boolean
}

/**
 * In: how many, until when. Out: that many receipts over the year before, in their order, with the shape of weeks and seasons.
 * Until the same day the same seed gives the same receipts; those of today are not later than now.
 */
export function planArrivals(
  calendar: CompiledCalendar,
  random: Random,
  asked: { readonly count: number; readonly until: Instant },
): readonly Arrival[] {
  const { zone } = calendar.calendar
  const today = dayNumberOf(localDateOf(zone, asked.until))
  const weights = Array.from({ length: days }, (_, index) => {
    const day = today - days + 1 + index
    const date = dateOfDayNumber(day)
    return (
      weekShape(calendar, date, day) * (monthShape[Number(date.slice(5, 7)) - 1] ?? 1) * (0.8 + 0.4 * random.next())
    )
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const arrivals: Arrival[] = []
  let due = 0
  for (const [index, weight] of weights.entries()) {
    due += (weight / total) * asked.count
    const date = dateOfDayNumber(today - days + 1 + index)
    const wanted = index === days - 1 ? asked.count : Math.round(due)
    const isOpen = isWorkingDay(calendar, date)
    const start = msOf(startOfLocalDay(zone, date))
    while (arrivals.length < wanted) arrivals.push(arrival(random, start, isOpen))
  }
  return arrivals
    .map((each) => notAfter(each, asked.until))
    .toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
}

const morning = 8 * 60
const lastContact = 14 * 60 + 30

function arrival(random: Random, dayStart: number, isOpen: boolean): Arrival {
  const inHours = isOpen && random.chance(0.86)
  // Two draws: most people come before noon.
  const minute = inHours
    ? morning + Math.floor((lastContact - morning) * Math.min(random.next(), random.next() + 0.25))
    : random.between(15 * 60, 24 * 60 - 10)
  return {
    at: instantFromMs(
      dayStart + Math.min(minute, inHours ? lastContact : 24 * 60 - 10) * minuteMs + random.between(0, 59) * 1000,
    ),
    inHours,
  }
}

/** What would come later today came a day earlier. */
function notAfter({ at, inHours }: Arrival, until: Instant): Arrival {
  return at < until ? { at, inHours } : { at: instantFromMs(msOf(at) - 24 * 60 * minuteMs), inHours: false }
}
