import type { Instant } from '#shared/domain/clock/instant.ts'
import { minuteOf } from '#shared/domain/clock/instant.ts'
import { dateOfDayNumber, dayNumberOf } from '#shared/domain/clock/local-date.ts'
import {
  isWorkingDay,
  localDateOf,
  nextWorkingDay,
  nextWorkingMoment,
  startOfLocalDay,
} from '#shared/domain/clock/working-time.ts'
import { instantOfLocal, offsetAt } from '#shared/domain/clock/zone.ts'
import type { Refusal } from '#shared/lib/result.ts'
import { because } from './because.ts'
import type { DecideContext } from './context.ts'
import type { CaseFacts } from './events.ts'
import { currentCycle, isReachable } from './reading.ts'
import type { Attempt } from './answer-state.ts'
import type { Case } from './state.ts'

/** How far the call-back protocol has come, and what it asks for. */
export interface Protocol {
  readonly made: number
  readonly required: {
    readonly count: number
    readonly days: number
    readonly bands: number
    readonly channels: number
  }
  readonly isMet: boolean
  readonly wasReached: boolean
}

/**
 * The call-back protocol of a cycle (Z-03): attempts since the answer went out (all of the cycle where none could go
 * out), on different working days, in different halves of the day, over different channels as far as the client named them.
 */
export function protocolOf(state: Case, context: Pick<DecideContext, 'clock' | 'settings'>): Protocol {
  const attempts = countedAttempts(state)
  const { attempts: asked } = context.settings
  const named = state.complainant?.contactableBy.length ?? 0
  const required = { ...asked, channels: Math.max(1, Math.min(asked.channels, named)) }
  const workingDays = attempts
    .map(({ localDate }) => localDate)
    .filter((date) => isWorkingDay(context.clock.calendar, date))
  const isMet =
    attempts.length >= required.count &&
    distinct(workingDays) >= required.days &&
    distinct(attempts.map(({ band }) => band)) >= required.bands &&
    distinct(attempts.map(({ channel }) => channel)) >= required.channels
  return { made: attempts.length, required, isMet, wasReached: attempts.some(({ result }) => result === 'reached') }
}

/** Why the decision that somebody cannot be reached cannot be taken yet: reached once, or not tried enough (Z-03, Z-04). */
export function unreachableRefusal(state: Case, context: Pick<DecideContext, 'clock' | 'settings'>): Refusal | null {
  const { made, required, isMet, wasReached } = protocolOf(state, context)
  if (wasReached) return because('client-was-reached')
  return isMet ? null : because('protocol-not-met', { made, ...required })
}

/** An answer is left undelivered only where nobody can be reached, or all was tried (Z-03, A-03). */
export function undeliveredRefusal(state: Case, context: Pick<DecideContext, 'clock' | 'settings'>): Refusal | null {
  const isStillReachable = isReachable(state.complainant) && !protocolOf(state, context).isMet
  return isStillReachable ? because('reply-needs-contact') : null
}

/** Local date and half of the day of an attempt, as the office's clock shows them. */
export function localMoment(zone: string, at: Instant): Pick<CaseFacts<'contact_attempt'>, 'localDate' | 'band'> {
  const minute = minuteOf(at)
  const local = minute + offsetAt(zone, minute)
  const minuteOfDay = ((local % 1440) + 1440) % 1440
  return { localDate: localDateOf(zone, at), band: minuteOfDay < 720 ? 'morning' : 'afternoon' }
}

/**
 * When the next attempt is to be made: on the next working day, in its other half where the office works then. Null where
 * with this one all was tried (Z-03).
 */
export function nextAttempt(
  state: Case,
  attempt: Attempt,
  context: Pick<DecideContext, 'clock' | 'settings'>,
): Instant | null {
  const cycle = currentCycle(state)
  const cycles = [...state.cycles.slice(0, -1), { ...cycle, attempts: [...cycle.attempts, attempt] }]
  if (protocolOf({ ...state, cycles }, context).isMet) return null
  const { calendar } = context.clock
  const { zone } = calendar.calendar
  const date = dateOfDayNumber(nextWorkingDay(calendar, dayNumberOf(attempt.localDate), 1))
  const opening = nextWorkingMoment(calendar, startOfLocalDay(zone, date))
  if (attempt.band === 'afternoon') return opening
  const afternoon = nextWorkingMoment(calendar, instantOfLocal(zone, date, '12:00'))
  return localDateOf(zone, afternoon) === date ? afternoon : opening
}

function countedAttempts(state: Case): readonly Attempt[] {
  const { attempts, resolution } = currentCycle(state)
  return resolution?.how === 'answered' ? attempts.filter(({ at }) => at >= resolution.at) : attempts
}

function distinct(values: readonly string[]): number {
  return new Set(values).size
}
