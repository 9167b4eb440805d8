import { z } from 'zod'
import { assertNever } from '#shared/lib/assert.ts'
import type { CompiledCalendar } from './compiled-calendar.ts'
import type { ClockMode } from './due.ts'
import { Instant, minuteOf } from './instant.ts'
import { addWorkingDays, workingMinutesBetween } from './working-time.ts'

/**
 * A stretch in which a clock stands still (W4). `info`: from the question really sent to the answer or the cap;
 * `suspended`: before a court or committee; `clarification`: of a referral's clock only. `to` null: still paused.
 */
export const Pause = z.object({
  cause: z.enum(['info', 'suspended', 'clarification']),
  from: Instant,
  to: Instant.nullable(),
  /** Working days after which the clock runs on by itself; null where only an act ends the pause. */
  capDays: z.int().min(1).nullable(),
})
export type Pause = z.infer<typeof Pause>

export interface PausedStretch {
  readonly from: Instant
  readonly to: Instant
  readonly cause: Pause['cause']
  readonly isCapped: boolean
  /** Not ended by an act. */
  readonly isOpen: boolean
}

/** In: a pause. Out: the instant it ends by itself (end of its last permitted working day), or null without a cap. */
export function capOf(calendar: CompiledCalendar, pause: Pause): Instant | null {
  return pause.capDays === null ? null : addWorkingDays(calendar, pause.from, pause.capDays)
}

/**
 * In: pauses in any order, an instant. Out: what of them lies before that instant, caps applied, in order of time,
 * no minute in two stretches (W5).
 */
export function pausedStretches(
  calendar: CompiledCalendar,
  pauses: readonly Pause[],
  until: Instant,
): readonly PausedStretch[] {
  const ended = pauses.map((pause) => endedBy(calendar, pause, until)).filter((stretch) => stretch.to > stretch.from)
  ended.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const apart: PausedStretch[] = []
  let covered: Instant | null = null
  for (const stretch of ended) {
    const from: Instant = covered !== null && covered > stretch.from ? covered : stretch.from
    if (from >= stretch.to) continue
    apart.push({ ...stretch, from })
    covered = stretch.to
  }
  return apart
}

/** In: pauses, an instant, how the limit runs. Out: whole paused minutes before that instant, counted once (W4, W5). */
export function pausedMinutes(
  calendar: CompiledCalendar,
  pauses: readonly Pause[],
  reading: { readonly until: Instant; readonly mode: ClockMode },
): number {
  return pausedStretches(calendar, pauses, reading.until).reduce(
    (sum, { from, to }) => sum + minutesIn(calendar, { from, to }, reading.mode),
    0,
  )
}

/** In: pauses, the instant of reading. Out: how far they count: the reading, or the cap of a question still open then. */
export function pauseHorizon(calendar: CompiledCalendar, pauses: readonly Pause[], until: Instant): Instant {
  const caps = pauses
    .filter((pause) => pause.to === null && pause.from <= until)
    .map((pause) => capOf(calendar, pause))
    .filter((cap) => cap !== null)
  return caps.reduce((latest, cap) => (cap > latest ? cap : latest), until)
}

/** In: two instants. Out: whole minutes between them, of the kind the mode counts. */
export function minutesIn(
  calendar: CompiledCalendar,
  span: { readonly from: Instant; readonly to: Instant },
  mode: ClockMode,
): number {
  switch (mode) {
    case 'working':
      return workingMinutesBetween(calendar, span.from, span.to)
    case 'elapsed':
      return Math.max(0, minuteOf(span.to) - minuteOf(span.from))
    default:
      return assertNever(mode)
  }
}

function endedBy(calendar: CompiledCalendar, pause: Pause, until: Instant): PausedStretch {
  const cap = capOf(calendar, pause)
  const acted = pause.to !== null && pause.to < until ? pause.to : until
  const isCapped = cap !== null && cap < acted
  return { from: pause.from, to: isCapped ? cap : acted, cause: pause.cause, isCapped, isOpen: pause.to === null }
}
