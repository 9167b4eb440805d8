import { z } from 'zod'
import type { CompiledCalendar } from './compiled-calendar.ts'
import { dueAt, moveBy } from './due.ts'
import { Instant } from './instant.ts'
import { Limit } from './limits.ts'
import { capOf, Pause, pausedMinutes, pauseHorizon } from './pauses.ts'
import { workingMinutesBetween } from './working-time.ts'

/*
 * The clock of one cycle of a case, as a value. It holds what was decided (start, limit, pauses, extensions)
 * and every due date is a reading of it; `decide` writes the reading in its event as a DueStamp (W11).
 *
 * Invariants:
 * - the start never moves: not by registration (W3), reclassification (W7) or a new calendar (W9);
 * - a due date is limit from start, moved by exactly the paused time (W5), and an extension only ever adds (W6);
 * - a stopped clock has no open pause and is never changed again (W9).
 */

/** The versions a due date was computed with, written beside it (W11). */
export const ClockVersions = z.object({
  calendarVersion: z.string(),
  limitVersion: z.string(),
  zoneVersion: z.string(),
})
export type ClockVersions = z.infer<typeof ClockVersions>

/** A due date as an event carries it (W11). */
export const DueStamp = z.object({ at: Instant, limit: Limit, zone: z.string(), ...ClockVersions.shape })
export type DueStamp = z.infer<typeof DueStamp>

/** An approved new due date (W6); pauses after the approval move it on. */
export const Extension = z.object({ approvedAt: Instant, to: Instant })
export type Extension = z.infer<typeof Extension>

export const CaseClock = z.object({
  start: Instant,
  limit: Limit,
  versions: ClockVersions,
  pauses: z.array(Pause),
  extensions: z.array(Extension),
  stoppedAt: Instant.nullable(),
})
export type CaseClock = z.infer<typeof CaseClock>

/** In: start of the cycle: receipt of the case (W3) or its reopening; limit; versions. Out: a running clock. */
export function startClock(opening: Pick<CaseClock, 'start' | 'limit' | 'versions'>): CaseClock {
  return { ...opening, pauses: [], extensions: [], stoppedAt: null }
}

/** In: pauses, an instant. Out: working minutes paused before it, caps applied, nothing counted twice (W4, W5). */
export function pauseMinutes(calendar: CompiledCalendar, pauses: readonly Pause[], until: Instant): number {
  return pausedMinutes(calendar, pauses, { until, mode: 'working' })
}

/**
 * `due_orig`: limit from the start, moved by the pauses. In: the instant of reading; a question still open counts up
 * to its cap, so that the date needs no further event when nobody answers; a suspension counts up to the reading.
 */
export function dueOriginal(calendar: CompiledCalendar, clock: CaseClock, until: Instant): Instant {
  const mode = clock.limit.mode
  const minutes = pausedMinutes(calendar, clock.pauses, { until: pauseHorizon(calendar, clock.pauses, until), mode })
  return moveBy(calendar, { from: dueAt(calendar, clock.start, clock.limit), minutes, mode })
}

/**
 * `due_now`: the last extension, moved by what was paused beyond the pauses its approver knew of, but never
 * before `due_orig` (W6). Reading as above.
 */
export function dueNow(calendar: CompiledCalendar, clock: CaseClock, until: Instant): Instant {
  const original = dueOriginal(calendar, clock, until)
  const extension = clock.extensions.at(-1)
  if (extension === undefined) return original
  const mode = clock.limit.mode
  const paused = (pauses: readonly Pause[], at: Instant): number =>
    pausedMinutes(calendar, pauses, { until: pauseHorizon(calendar, pauses, at), mode })
  const known = pausesKnownAt(clock.pauses, extension.approvedAt)
  const minutes = paused(clock.pauses, until) - paused(known, extension.approvedAt)
  const extended = moveBy(calendar, { from: extension.to, minutes, mode })
  return extended > original ? extended : original
}

/** In: a clock and one of its readings. Out: the stamp an event carries (W11). */
export function dueStamp(calendar: CompiledCalendar, clock: CaseClock, due: Instant): DueStamp {
  return { at: due, limit: clock.limit, zone: calendar.calendar.zone, ...clock.versions }
}

/** In: resolution, due. Out: whether it is in time, to the minute (W8). Offsets are whole minutes, so UTC minutes are local minutes. */
export function inTime(resolvedAt: Instant, due: Instant): boolean {
  return resolvedAt.slice(0, 16) <= due.slice(0, 16)
}

/** In: a clock, an instant. Out: working minutes from start to it or to the stop, net of pauses, and gross (K15). */
export function clockMinutes(
  calendar: CompiledCalendar,
  clock: CaseClock,
  until: Instant,
): { readonly net: number; readonly gross: number } {
  const end = clock.stoppedAt !== null && clock.stoppedAt < until ? clock.stoppedAt : until
  const gross = workingMinutesBetween(calendar, clock.start, end)
  return { net: gross - pauseMinutes(calendar, clock.pauses, end), gross }
}

/** In: a clock, an instant. Out: whether time stands still then (question open and not past its cap, or suspended). */
export function isPaused(calendar: CompiledCalendar, clock: CaseClock, instant: Instant): boolean {
  return clock.pauses.some((pause) => {
    const cap = capOf(calendar, pause)
    return pause.from <= instant && (pause.to === null || instant < pause.to) && (cap === null || instant < cap)
  })
}

/** The pauses as they stood at an instant: later ones not begun, running ones open. */
function pausesKnownAt(pauses: readonly Pause[], instant: Instant): readonly Pause[] {
  return pauses
    .filter((pause) => pause.from <= instant)
    .map((pause) => (pause.to !== null && pause.to > instant ? { ...pause, to: null } : pause))
}
