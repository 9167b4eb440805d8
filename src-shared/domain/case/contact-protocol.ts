import type { Instant } from '#shared/domain/clock/instant.ts'
import { minuteOf } from '#shared/domain/clock/instant.ts'
import { isWorkingDay, localDateOf } from '#shared/domain/clock/working-time.ts'
import { offsetAt } from '#shared/domain/clock/zone.ts'
import type { DecideContext } from './context.ts'
import type { CaseFacts } from './events.ts'
import { currentCycle } from './reading.ts'
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

/** Local date and half of the day of an attempt, as the office's clock shows them. */
export function localMoment(zone: string, at: Instant): Pick<CaseFacts<'contact_attempt'>, 'localDate' | 'band'> {
  const minute = minuteOf(at)
  const local = minute + offsetAt(zone, minute)
  const minuteOfDay = ((local % 1440) + 1440) % 1440
  return { localDate: localDateOf(zone, at), band: minuteOfDay < 720 ? 'morning' : 'afternoon' }
}

function countedAttempts(state: Case): readonly Attempt[] {
  const { attempts, resolution } = currentCycle(state)
  return resolution?.how === 'answered' ? attempts.filter(({ at }) => at >= resolution.at) : attempts
}

function distinct(values: readonly string[]): number {
  return new Set(values).size
}
