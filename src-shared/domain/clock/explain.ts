import { must } from '#shared/lib/assert.ts'
import type { BilingualName, Period } from './calendar.ts'
import { countedUntil, dueNow, dueOriginal } from './case-clock.ts'
import type { CaseClock, ClockVersions, Extension } from './case-clock.ts'
import { dayAt, dayPlan, lastEndOfDay, spansOfDay } from './compiled-calendar.ts'
import type { CompiledCalendar } from './compiled-calendar.ts'
import { dueAt } from './due.ts'
import { instantOfMinute, minuteOf } from './instant.ts'
import type { Instant } from './instant.ts'
import type { Limit } from './limits.ts'
import { dateOfDayNumber } from './local-date.ts'
import type { LocalDate } from './local-date.ts'
import { minutesIn, pausedStretches } from './pauses.ts'
import type { PausedStretch } from './pauses.ts'
import { dayZero, localDateOf, workingMinutesBetween } from './working-time.ts'

/*
 * Why a due date is what it is (B-05, "Why 15 Feb?"): codes and values only, sentences are made in the window.
 * Every day from the start to the due date appears exactly once in `days`, counted or skipped.
 */

/** Why a day holds no counted time. `clock-change`: its only hours were jumped over. */
export type SkipReason = 'weekend' | 'holiday' | 'pattern' | 'after-hours' | 'clock-change'

export type ExplainedDay = {
  readonly date: LocalDate
  /** Holiday or dated pattern in force, also where the weekend alone already closes the office. */
  readonly holiday: BilingualName | null
  readonly pattern: BilingualName | null
  readonly periods: readonly Period[]
  /** Working minutes between start and due that lie on this day. */
  readonly minutes: number
} & (
  | { readonly kind: 'day-zero' }
  | { readonly kind: 'counted'; readonly number: number }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
)

export interface ExplainedPause extends PausedStretch {
  readonly minutes: number
}

export interface DueExplanation {
  readonly start: Instant
  readonly startDate: LocalDate
  readonly zone: string
  readonly limit: Limit
  readonly versions: ClockVersions
  /** Limit from start, before any pause. */
  readonly beforePauses: Instant
  /** Days up to `beforePauses`; empty for limits on the clock. */
  readonly days: readonly ExplainedDay[]
  readonly pauses: readonly ExplainedPause[]
  readonly pausedMinutes: number
  /** Days the pauses moved the date over, from `beforePauses` to `dueOriginal`. */
  readonly movedDays: readonly ExplainedDay[]
  readonly dueOriginal: Instant
  readonly extension: Extension | null
  readonly dueNow: Instant
}

/** In: a clock, the instant of reading. Out: the whole reckoning of its due dates. */
export function explainDue(calendar: CompiledCalendar, clock: CaseClock, until: Instant): DueExplanation {
  const beforePauses = dueAt(calendar, clock.start, clock.limit)
  const original = dueOriginal(calendar, clock, until)
  const pauses = explainPauses(calendar, clock, until)
  const isElapsed = clock.limit.mode === 'elapsed'
  return {
    start: clock.start,
    startDate: localDateOf(calendar.calendar.zone, clock.start),
    zone: calendar.calendar.zone,
    limit: clock.limit,
    versions: clock.versions,
    beforePauses,
    days: isElapsed ? [] : explainDays(calendar, clock, beforePauses),
    pauses,
    pausedMinutes: pauses.reduce((sum, pause) => sum + pause.minutes, 0),
    movedDays: isElapsed || original <= beforePauses ? [] : explainMove(calendar, beforePauses, original),
    dueOriginal: original,
    extension: clock.extensions.at(-1) ?? null,
    dueNow: dueNow(calendar, clock, until),
  }
}

function explainPauses(calendar: CompiledCalendar, clock: CaseClock, until: Instant): readonly ExplainedPause[] {
  return pausedStretches(calendar, clock.pauses, countedUntil(calendar, clock, until)).map((stretch) => ({
    ...stretch,
    minutes: minutesIn(calendar, stretch, clock.limit.mode),
  }))
}

function explainDays(calendar: CompiledCalendar, clock: CaseClock, due: Instant): readonly ExplainedDay[] {
  const first = dayAt(calendar, minuteOf(clock.start))
  const zero = clock.limit.unit === 'days' ? dayZero(calendar, clock.start) : null
  const days: ExplainedDay[] = []
  let counted = 0
  for (let day = first; day <= lastDay(calendar, due); day++) {
    const facts = dayFacts(calendar, day, { from: clock.start, to: due })
    if (day === zero) days.push({ ...facts, kind: 'day-zero' })
    else if (isCounted(calendar, day, { zero, minutes: facts.minutes }))
      days.push({ ...facts, kind: 'counted', number: ++counted })
    else days.push({ ...facts, kind: 'skipped', reason: skipReason(calendar, day) })
  }
  return days
}

/** Limits in days count working days after day 0; limits in hours count every day that gave minutes. */
function isCounted(
  calendar: CompiledCalendar,
  day: number,
  reckoning: { readonly zero: number | null; readonly minutes: number },
): boolean {
  if (reckoning.zero === null) return reckoning.minutes > 0
  return day > reckoning.zero && lastEndOfDay(calendar, day) !== null
}

function explainMove(calendar: CompiledCalendar, from: Instant, to: Instant): readonly ExplainedDay[] {
  const days: ExplainedDay[] = []
  let counted = 0
  for (let day = dayAt(calendar, minuteOf(from)); day <= lastDay(calendar, to); day++) {
    const facts = dayFacts(calendar, day, { from, to })
    if (facts.minutes > 0) days.push({ ...facts, kind: 'counted', number: ++counted })
    else if (lastEndOfDay(calendar, day) === null)
      days.push({ ...facts, kind: 'skipped', reason: skipReason(calendar, day) })
  }
  return days
}

/** A due date at 24:00 is the first minute of the next day, but belongs to the day that ends there. */
function lastDay(calendar: CompiledCalendar, due: Instant): number {
  return dayAt(calendar, minuteOf(due) - 1)
}

function dayFacts(
  calendar: CompiledCalendar,
  day: number,
  span: { readonly from: Instant; readonly to: Instant },
): Pick<ExplainedDay, 'date' | 'holiday' | 'pattern' | 'periods' | 'minutes'> {
  const { holiday, pattern, periods } = dayPlan(calendar, day)
  const spans = spansOfDay(calendar, day)
  const first = spans[0]
  if (first === undefined) return { date: dateOfDayNumber(day), holiday, pattern, periods, minutes: 0 }
  const opening = instantOfMinute(first[0])
  const closing = instantOfMinute(must(spans.at(-1), 'a day with a first span has a last')[1])
  const from = span.from > opening ? span.from : opening
  const to = span.to < closing ? span.to : closing
  return { date: dateOfDayNumber(day), holiday, pattern, periods, minutes: workingMinutesBetween(calendar, from, to) }
}

/** Weekend first: a holiday on a weekend skips nothing more (bug 9). */
function skipReason(calendar: CompiledCalendar, day: number): SkipReason {
  if (lastEndOfDay(calendar, day) !== null) return 'after-hours'
  const plan = dayPlan(calendar, day)
  if (!plan.isOpenByHours) return plan.isBaseWorkday ? 'pattern' : 'weekend'
  return plan.holiday === null ? 'clock-change' : 'holiday'
}
