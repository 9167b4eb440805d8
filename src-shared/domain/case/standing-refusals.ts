import type { Instant } from '#shared/domain/clock/instant.ts'
import { extendClock } from '#shared/domain/clock/clock-changes.ts'
import type { Refusal } from '#shared/lib/result.ts'
import type { CaseCommandKind } from './commands.ts'
import { undeliveredRefusal, unreachableRefusal } from './contact-protocol.ts'
import type { DecideContext } from './context.ts'
import { caseClockOf } from './deadlines.ts'
import { cyclesUsed } from './guards-closing.ts'
import type { JudgedActor } from './guards.ts'
import { unverified } from './guards-referral.ts'
import { writer } from './guards-reply.ts'
import { sameLiaison } from './new-liaison.ts'
import { currentCycle, waitingReferrals } from './reading.ts'
import type { Case } from './state.ts'

export interface StandingRefusal {
  readonly command: CaseCommandKind
  readonly refusal: Refusal
}

type Standing = Pick<DecideContext, 'clock' | 'settings' | 'now' | 'othersOfUnit'>
type Rule = (state: Case, actor: JudgedActor, standing: Standing) => Refusal | null

const rules: Readonly<Partial<Record<CaseCommandKind, Rule>>> = {
  refer: (state, { settings }) => unverified(state, settings),
  reply_to_referral: ofSameLiaison,
  submit_draft: writer,
  resolve_without_contact: (state, _actor, standing) => undeliveredRefusal(state, standing),
  declare_unreachable: (state, _actor, standing) => unreachableRefusal(state, standing),
  reopen: (state, { settings }) => cyclesUsed(state, settings),
  extend: notExtended,
}

/**
 * In: a case, who looks at it, the office's clock and the time. Out: what the rules refuse now whatever is typed, with the
 * refusal that `decide` would give, so that a step says beforehand what it lacks (UI-4, Z-03, W6, D6, R-07, Z-06). Status and
 * right are for `allowedCommands`.
 */
export function standingRefusals(state: Case, actor: JudgedActor, standing: Standing): readonly StandingRefusal[] {
  return (Object.keys(rules) as CaseCommandKind[]).flatMap((command) => {
    const refusal = rules[command]?.(state, actor, standing) ?? null
    return refusal === null ? [] : [{ command, refusal }]
  })
}

/** An answer of the actor's own department, where it is asked in this cycle (Z-06). */
function ofSameLiaison(state: Case, actor: JudgedActor, standing: Standing): Refusal | null {
  const own = waitingReferrals(currentCycle(state)).find(({ department }) => department === actor.unit)
  return own === undefined ? null : sameLiaison(state, { department: own.department, actor }, standing)
}

const endOfTime = '9999-12-31T00:00:00.000Z' as Instant

/** Extended often enough, or too late for it, to whatever day (W6). */
function notExtended(state: Case, _actor: JudgedActor, { clock, now, settings }: Standing): Refusal | null {
  const extension = { approvedAt: now, to: endOfTime }
  const extended = extendClock(clock.calendar, caseClockOf(currentCycle(state).clock, null), {
    extension,
    allowed: settings.extensionsPerCycle,
  })
  return extended.ok ? null : extended.refusal
}
