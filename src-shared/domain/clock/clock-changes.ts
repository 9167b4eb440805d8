import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { clockMinutes, dueNow, dueOriginal, dueStamp, inTime } from './case-clock.ts'
import type { CaseClock, ClockVersions, DueStamp, Extension } from './case-clock.ts'
import type { CompiledCalendar } from './compiled-calendar.ts'
import type { Instant } from './instant.ts'
import type { Limit } from './limits.ts'
import type { Pause } from './pauses.ts'

/*
 * What may happen to a running clock (B-06). Each change yields a new clock; none loses a pause or moves the start.
 * A stopped clock refuses every change.
 */

/** What a stopped clock measured, frozen with its versions: nothing recomputes it later (W9, B-30). */
export interface ClockResult {
  readonly stoppedAt: Instant
  readonly dueOriginal: DueStamp
  readonly dueNow: DueStamp
  readonly isInTime: boolean
  readonly isInTimeExtended: boolean
  readonly netMinutes: number
  readonly grossMinutes: number
}

/** Pauses the clock (W4). Refuses: stopped, already paused for this cause, earlier than the start. */
export function pauseClock(clock: CaseClock, pause: Omit<Pause, 'to'>): Result<CaseClock> {
  const running = openPause(clock, pause.cause)
  if (clock.stoppedAt !== null) return refuse('clock-stopped', { at: clock.stoppedAt })
  if (running !== undefined) return refuse('clock-already-paused', { from: running.from })
  if (pause.from < clock.start) return refuse('clock-times-reversed', { at: pause.from, after: clock.start })
  return ok({ ...clock, pauses: [...clock.pauses, { ...pause, to: null }] })
}

/** Ends the open pause of a cause (W4); harmless after its cap. Refuses: stopped, not paused for it, earlier than its beginning. */
export function resumeClock(clock: CaseClock, cause: Pause['cause'], at: Instant): Result<CaseClock> {
  if (clock.stoppedAt !== null) return refuse('clock-stopped', { at: clock.stoppedAt })
  const running = openPause(clock, cause)
  if (running === undefined) return refuse('clock-not-paused')
  if (at < running.from) return refuse('clock-times-reversed', { at, after: running.from })
  return ok({ ...clock, pauses: clock.pauses.map((pause) => (pause === running ? { ...pause, to: at } : pause)) })
}

/** Extends the clock (W6). Refuses: stopped, extensions of the cycle used, approved at or after `due_now`, not later than it. */
export function extendClock(
  calendar: CompiledCalendar,
  clock: CaseClock,
  request: { readonly extension: Extension; readonly allowed: number },
): Result<CaseClock> {
  const { extension, allowed } = request
  if (clock.stoppedAt !== null) return refuse('clock-stopped', { at: clock.stoppedAt })
  if (clock.extensions.length >= allowed) return refuse('extension-used', { count: allowed })
  const due = dueNow(calendar, clock, extension.approvedAt)
  if (extension.approvedAt >= due) return refuse('extension-too-late', { due })
  if (extension.to <= due) return refuse('extension-not-later', { due })
  return ok({ ...clock, extensions: [...clock.extensions, extension] })
}

/** Another class, another limit: from the same start, with every pause and extension (W7, bug 7). Refuses: stopped. */
export function reclassifyClock(clock: CaseClock, limit: Limit, versions: ClockVersions): Result<CaseClock> {
  if (clock.stoppedAt !== null) return refuse('clock-stopped', { at: clock.stoppedAt })
  return ok({ ...clock, limit, versions })
}

/**
 * In: `due_orig` before and after a reclassification, the moment that decides lateness (resolution, or now).
 * Out: whether the change made a late case timely; such changes are listed with the data quality (W7).
 */
export function isRescuedByChange(before: Instant, after: Instant, moment: Instant): boolean {
  return !inTime(moment, before) && inTime(moment, after)
}

/** A new calendar or time-zone data for an open clock (W9). Refuses: stopped. */
export function recalendarClock(clock: CaseClock, versions: ClockVersions): Result<CaseClock> {
  if (clock.stoppedAt !== null) return refuse('clock-stopped', { at: clock.stoppedAt })
  return ok({ ...clock, versions })
}

/** In: an open clock, two calendars, now. Out: how `due_now` would move, or null when it stays: the preview of W9. */
export function dueMoveByCalendar(
  clock: CaseClock,
  calendars: { readonly before: CompiledCalendar; readonly after: CompiledCalendar },
  now: Instant,
): { readonly from: Instant; readonly to: Instant } | null {
  if (clock.stoppedAt !== null) return null
  const from = dueNow(calendars.before, clock, now)
  const to = dueNow(calendars.after, clock, now)
  return from === to ? null : { from, to }
}

/**
 * Stops the clock at the resolution (W4): open pauses end there, so that a reopening never counts them on.
 * Out: the stopped clock and its frozen result (W9). Refuses: stopped, earlier than the start.
 */
export function stopClock(
  calendar: CompiledCalendar,
  clock: CaseClock,
  at: Instant,
): Result<{ readonly clock: CaseClock; readonly result: ClockResult }> {
  if (clock.stoppedAt !== null) return refuse('clock-stopped', { at: clock.stoppedAt })
  if (at < clock.start) return refuse('clock-times-reversed', { at, after: clock.start })
  const pauses = clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause))
  const stopped: CaseClock = { ...clock, pauses, stoppedAt: at }
  return ok({ clock: stopped, result: resultOf(calendar, stopped, at) })
}

function resultOf(calendar: CompiledCalendar, clock: CaseClock, at: Instant): ClockResult {
  const original = dueOriginal(calendar, clock, at)
  const now = dueNow(calendar, clock, at)
  const { net, gross } = clockMinutes(calendar, clock, at)
  return {
    stoppedAt: at,
    dueOriginal: dueStamp(calendar, clock, original),
    dueNow: dueStamp(calendar, clock, now),
    isInTime: inTime(at, original),
    isInTimeExtended: inTime(at, now),
    netMinutes: net,
    grossMinutes: gross,
  }
}

function openPause(clock: CaseClock, cause: Pause['cause']): Pause | undefined {
  return clock.pauses.find((pause) => pause.cause === cause && pause.to === null)
}
