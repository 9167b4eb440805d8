import type { Instant } from '#shared/domain/clock/instant.ts'
import type { ListName } from '#shared/domain/lists/events.ts'
import { isBlank } from '#shared/text/is-blank.ts'
import { ok } from '#shared/lib/result.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import { because } from './because.ts'
import type { DecideContext } from './context.ts'
import type { ListCode } from '#shared/domain/lists/list-code.ts'
import type { CaseType } from '#shared/domain/lists/case-types.ts'
import type { CaseEvent } from './events.ts'
import { made } from './made.ts'
import { waitingReferrals } from './reading.ts'
import { statedBefore } from './stated-times.ts'
import type { Cycle } from './state.ts'

/* Checks that several commands share; each says why not, or null. */

/** The events, unless one of the checks said why not. */
export function unless(
  checks: readonly (Refusal | null)[],
  events: readonly CaseEvent[],
): Result<readonly CaseEvent[]> {
  const refusal = checks.find((check) => check !== null) ?? null
  return refusal === null ? ok(events) : { ok: false, refusal }
}

/** Codes must stand, active, in their list (C-01, T-07, T-08). null codes pass. */
export function inList(context: DecideContext, list: ListName, codes: readonly (ListCode | null)[]): Refusal | null {
  const unknown = codes.filter((code) => code !== null).find((code) => !context.lists.isActive(list, code))
  return unknown === undefined ? null : because('list-entry-unknown', { list, code: unknown })
}

/** A stated moment may not lie ahead (C-07), nor before the step it follows; both to the minute. */
export function happened(context: DecideContext, at: Instant, notBefore: Instant): Refusal | null {
  if (at > context.now) return because('time-in-future', { at })
  return statedBefore(at, notBefore)
}

/** A date to come. */
export function isAhead(context: DecideContext, at: Instant): Refusal | null {
  return at > context.now ? null : because('time-not-later', { at })
}

/** A free text that must not be empty. */
export function given(text: string): Refusal | null {
  return isBlank(text) ? because('reason-missing') : null
}

/** What departments still have in hand is taken back when the case leaves; shipped reason. */
export function takenBack(cycle: Cycle): readonly CaseEvent[] {
  const reason = 'no_longer_needed' as ListCode
  return waitingReferrals(cycle).map(({ id }) => made('ref_cancelled', { referral: id, reason }, { text: '' }))
}

/** The chosen entry of the list of types must be used, and behave as the type that was named (T-01). */
export function typeWrong({ lists }: DecideContext, type: CaseType, entry: ListCode | null): Refusal | null {
  const code = entry ?? (type as ListCode)
  const isUsed = lists.isActive('types', code) && lists.typeOf(code) === type
  return isUsed ? null : because('list-entry-unknown', { list: 'types', code })
}
