import { assertNever } from '#shared/lib/assert.ts'
import type { CompiledCalendar } from './compiled-calendar.ts'
import { instantOfMinute, minuteOf } from './instant.ts'
import type { Instant } from './instant.ts'
import type { Limit } from './limits.ts'
import { addWorkingDays, addWorkingMinutes } from './working-time.ts'

/** How the time of a limit runs: `elapsed` limits ignore the calendar, also for pauses. */
export type ClockMode = Limit['mode']

/**
 * In: the start (receipt, reopening, sending), the limit. Out: the due instant by W2, on a whole minute.
 * Days: day 0 is the day of the start when the office still works then, else the next working day; due is the end
 * of the last period of the Nth working day after it. Hours: working minutes, or minutes on the clock.
 * Periods lie on the wall clock: an hour that is skipped or repeated is treated as `zone.ts` says.
 */
export function dueAt(calendar: CompiledCalendar, start: Instant, limit: Limit): Instant {
  switch (limit.unit) {
    case 'days':
      return addWorkingDays(calendar, start, limit.amount)
    case 'hours':
      return moveBy(calendar, { from: start, minutes: limit.amount * 60, mode: limit.mode })
    default:
      return assertNever(limit)
  }
}

/** In: an instant, minutes of the kind the mode counts. Out: the instant moved by exactly them (W5). */
export function moveBy(
  calendar: CompiledCalendar,
  move: { readonly from: Instant; readonly minutes: number; readonly mode: ClockMode },
): Instant {
  switch (move.mode) {
    case 'working':
      if (move.minutes >= 0) return addWorkingMinutes(calendar, move.from, move.minutes)
      // A due date that moves back sits at a closing, not at the opening worth the same minutes.
      return addWorkingMinutes(calendar, addWorkingMinutes(calendar, move.from, move.minutes - 1), 1)
    case 'elapsed':
      return instantOfMinute(minuteOf(move.from) + move.minutes)
    default:
      return assertNever(move.mode)
  }
}
