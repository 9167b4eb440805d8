import type { BilingualName, WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { compileCalendar, dayPlan } from '#shared/domain/clock/compiled-calendar.ts'
import { dateOfDayNumber, dayNumberOf, weekdayOf } from '#shared/domain/clock/local-date.ts'

export interface YearDay {
  readonly date: string
  readonly kind: 'work' | 'off' | 'holiday' | 'special'
  /** Of the holiday or of the special hours. */
  readonly name: BilingualName | null
}

export interface YearMonth {
  readonly month: number
  /** Weekday of its first day, Sunday is 0. */
  readonly startsOn: number
  readonly days: readonly YearDay[]
}

/** In: calendar, year. Out: every day of its twelve months with what it is (W1). */
export function yearMonths(calendar: WorkCalendar, year: number): readonly YearMonth[] {
  const compiled = compileCalendar(calendar)
  return Array.from({ length: 12 }, (_, index) => {
    const first = dayNumberOf(monthStart(year, index))
    const next = dayNumberOf(monthStart(year, index + 1))
    const days = Array.from({ length: next - first }, (_unused, place) =>
      yearDay(dayPlan(compiled, first + place), first + place),
    )
    return { month: index + 1, startsOn: Number(weekdayOf(first)), days }
  })
}

function yearDay(plan: ReturnType<typeof dayPlan>, day: number): YearDay {
  const date = dateOfDayNumber(day)
  if (plan.holiday !== null) return { date, kind: 'holiday', name: plan.holiday }
  if (plan.periods.length === 0) return { date, kind: 'off', name: null }
  return plan.pattern === null ? { date, kind: 'work', name: null } : { date, kind: 'special', name: plan.pattern }
}

const monthStart = (year: number, index: number): string => {
  const [of, month] = index === 12 ? [year + 1, 1] : [year, index + 1]
  return `${of}-${String(month).padStart(2, '0')}-01`
}
