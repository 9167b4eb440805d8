import { z } from 'zod'
import type { CompiledCalendar } from './compiled-calendar.ts'
import { dueAt, moveBy } from './due.ts'
import { Instant } from './instant.ts'
import { Limit } from './limits.ts'
import { capOf, minutesIn, Pause, pausedMinutes, pauseHorizon } from './pauses.ts'
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
 * `due_orig`: limit from the start, moved by the pauses. In: the instant of reading. A suspension counts up to the
 * reading. A question still open counts up to its cap, so that the date needs no further event when nobody answers;
 * but not on a clock that is late already, or the late case would look timely while it waits.
 */
export function dueOriginal(calendar: CompiledCalendar, clock: CaseClock, until: Instant): Instant {
  const minutes = pausedOn(calendar, clock, countedUntil(calendar, clock, until))
  return moveBy(calendar, { from: dueAt(calendar, clock.start, clock.limit), minutes, mode: clock.limit.mode })
}

/**
 * `due_now`: the last extension, moved by what was paused beyond the pauses its approver knew of, but never
 * before `due_orig` (W6). Reading as above.
 */
export function dueNow(calendar: CompiledCalendar, clock: CaseClock, until: Instant): Instant {
  const original = dueOriginal(calendar, clock, until)
  const extension = clock.extensions.at(-1)
  if (extension === undefined) return original
  const known = { ...clock, pauses: pausesKnownAt(clock.pauses, extension.approvedAt) }
  const before = pausedOn(calendar, known, pauseHorizon(calendar, known.pauses, extension.approvedAt))
  const base = { due: extension.to, before }
  const minutes = pausedOn(calendar, clock, furthest(calendar, clock, { until, base })) - before
  const extended = moveBy(calendar, { from: extension.to, minutes, mode: clock.limit.mode })
  return extended > original ? extended : original
}

/** In: a clock, the instant of reading. Out: up to when `dueOriginal` counts pauses. */
export function countedUntil(calendar: CompiledCalendar, clock: CaseClock, until: Instant): Instant {
  return furthest(calendar, clock, { until, base: { due: dueAt(calendar, clock.start, clock.limit), before: 0 } })
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

interface Reading {
  readonly until: Instant
  /** A due date and the paused minutes that are in it already. */
  readonly base: { readonly due: Instant; readonly before: number }
}

/** The cap of an open question while the clock is in time, else the reading itself; never past the stop. */
function furthest(calendar: CompiledCalendar, clock: CaseClock, reading: Reading): Instant {
  if (clock.stoppedAt !== null && clock.stoppedAt <= reading.until) return clock.stoppedAt
  const { due, before } = reading.base
  const mode = clock.limit.mode
  const minutes = pausedOn(calendar, clock, reading.until) - before
  const exact = moveBy(calendar, { from: due, minutes, mode })
  // While paused the due date keeps its distance from now, so this answer is the same at every reading of one pause.
  const isLate = minutesIn(calendar, { from: exact, to: reading.until }, mode) > 0
  return isLate ? reading.until : pauseHorizon(calendar, clock.pauses, reading.until)
}

function pausedOn(calendar: CompiledCalendar, clock: CaseClock, until: Instant): number {
  return pausedMinutes(calendar, clock.pauses, { until, mode: clock.limit.mode })
}

/** The pauses as they stood at an instant: later ones not begun, running ones open. */
function pausesKnownAt(pauses: readonly Pause[], instant: Instant): Pause[] {
  return pauses
    .filter((pause) => pause.from <= instant)
    .map((pause) => (pause.to !== null && pause.to > instant ? { ...pause, to: null } : pause))
}
