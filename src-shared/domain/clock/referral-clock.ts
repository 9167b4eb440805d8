import { z } from 'zod'
import { assertNever } from '#shared/lib/assert.ts'
import type { CompiledCalendar } from './compiled-calendar.ts'
import { dueAt, moveBy } from './due.ts'
import type { ClockMode } from './due.ts'
import { Instant } from './instant.ts'
import { Limit } from './limits.ts'
import { pausedMinutes } from './pauses.ts'
import type { Pause } from './pauses.ts'

/** The time a liaison says the department needs: until an instant, or a limit from the moment of saying so (F-05). */
export const StatedPeriod = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('until'), at: Instant }),
  z.object({ kind: z.literal('period'), from: Instant, limit: Limit }),
])
export type StatedPeriod = z.infer<typeof StatedPeriod>

export interface ReferralTerms {
  readonly sent: Instant
  readonly limit: Limit
  readonly statedPeriod?: StatedPeriod | null
  /** When it was stated: what was paused before is in it. */
  readonly statedOn?: Instant | null
  /** Due date of the case as it stands now. */
  readonly caseDue: Instant
  /** The team let the stated period run past the limit, and past the due date of the case. */
  readonly isPastCaseDueApproved?: boolean
  /** Clarifications asked by the department; each pauses this clock until the team answers (W4). */
  readonly pauses?: readonly Pause[]
  /** The instant of reading: how far an open clarification counts. Needed with pauses. */
  readonly until?: Instant
}

export interface ReferralDue {
  readonly at: Instant
  /** What the date rests on. */
  readonly ground: 'limit' | 'stated' | 'case-due'
  readonly limitAt: Instant
  /** The stated period; later than `limitAt` it holds only where the team approved it (F-05). */
  readonly statedAt: Instant | null
}

/**
 * In: the calendar of the department's office (W1), the terms. Out: the referral's due: the sooner of sent + limit and
 * the stated period, each moved by the clarifications, never after the case's due (5.1); where the team approved a longer
 * period, that period (F-05).
 * A referral sent after the case fell due is held to its limit alone, or it would be late when sent.
 */
export function referralDue(calendar: CompiledCalendar, terms: ReferralTerms): ReferralDue {
  const limitAt = moved(calendar, terms, { from: dueAt(calendar, terms.sent, terms.limit), mode: terms.limit.mode })
  const statedAt = statedDue(calendar, terms)
  const isApproved = terms.isPastCaseDueApproved === true
  const own = statedAt !== null && (isApproved || statedAt < limitAt) ? statedAt : limitAt
  const isCapped = !isApproved && terms.sent < terms.caseDue && terms.caseDue < own
  if (isCapped) return { at: terms.caseDue, ground: 'case-due', limitAt, statedAt }
  return { at: own, ground: own === limitAt ? 'limit' : 'stated', limitAt, statedAt }
}

function statedDue(calendar: CompiledCalendar, terms: ReferralTerms): Instant | null {
  const stated = terms.statedPeriod ?? null
  if (stated === null) return null
  switch (stated.kind) {
    case 'until':
      return moved(calendar, sinceStated(terms), { from: stated.at, mode: 'working' })
    case 'period':
      return moved(calendar, sinceStated(terms), {
        from: dueAt(calendar, stated.from, stated.limit),
        mode: stated.limit.mode,
      })
    default:
      return assertNever(stated)
  }
}

function sinceStated(terms: ReferralTerms): ReferralTerms {
  const { statedOn = null, pauses = [] } = terms
  return statedOn === null
    ? terms
    : { ...terms, pauses: pauses.filter(({ to }) => to === null || to === undefined || to > statedOn) }
}

function moved(
  calendar: CompiledCalendar,
  terms: ReferralTerms,
  due: { readonly from: Instant; readonly mode: ClockMode },
): Instant {
  const pauses = terms.pauses ?? []
  if (pauses.length === 0) return due.from
  const minutes = pausedMinutes(calendar, pauses, { until: terms.until ?? lastMention(pauses), mode: due.mode })
  return moveBy(calendar, { ...due, minutes })
}

/** Without a reading only ended clarifications count. */
function lastMention(pauses: readonly Pause[]): Instant {
  return pauses.map((pause) => pause.to ?? pause.from).reduce((latest, each) => (each > latest ? each : latest))
}
