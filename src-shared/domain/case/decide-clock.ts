import { dueNow, dueStamp } from '#shared/domain/clock/case-clock.ts'
import { extendClock } from '#shared/domain/clock/clock-changes.ts'
import { referralLimit } from '#shared/domain/clock/limits.ts'
import { addWorkingDays } from '#shared/domain/clock/working-time.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { because } from './because.ts'
import type { DecideContext } from './context.ts'
import {
  calendarFor,
  caseClockOf,
  classOf,
  duesAsClass,
  duesOf,
  duesWithPauses,
  officeVersions,
  referralDueAgain,
} from './deadlines.ts'
import type { Dues } from './deadlines.ts'
import { happened, inList, unless } from './decide-checks.ts'
import type { Deciders, InputOf } from './decider.ts'
import { endedPauses } from './evolve-parts.ts'
import type { CaseEvent } from './events.ts'
import { made } from './made.ts'
import { currentCycle, isReachable, runningPause, waitingReferrals } from './reading.ts'
import type { Case, Cycle } from './state.ts'

type ClockCommand = 'request_info' | 'receive_info' | 'suspend' | 'resume' | 'recompute_due' | 'extend' | 'escalate'

/** What stops, moves and presses the clock (W4 to W7, W9, L-03). */
export const clockDeciders: Deciders<ClockCommand> = {
  request_info: (state, { channel, text }, context) => {
    const { pauseCapDays: capDays } = context.clock.targets
    const capAt = addWorkingDays(context.clock.calendar, context.now, capDays)
    const cycle = currentCycle(state)
    const asked = { cause: 'info' as const, from: context.now, until: null, capAt, capDays }
    const dues = duesWithPauses(context, cycle, [...cycle.clock.pauses, asked])
    return ok([made('info_requested', { channel, capDays, capAt, ...dues }, { text })])
  },
  receive_info: (state, { note, receivedAt }, context) => {
    const asked = runningPause(currentCycle(state))?.from ?? context.now
    const came = receivedAt ?? context.now
    const facts = {
      ...duesAfterPause(state, context, came),
      ...(came === context.now ? {} : { receivedAt: came }),
    }
    return unless([happened(context, came, asked)], [made('info_received', facts, { text: note })])
  },
  suspend: (_state, { reason, note }, context) =>
    unless([inList(context, 'suspend_reasons', [reason])], [made('suspended', { reason }, { text: note })]),
  resume: (state, _input, context) => ok([made('resumed', duesAfterPause(state, context), null)]),
  recompute_due: recompute,
  extend,
  escalate: (_state, { referral, rung }, context) => {
    const recipients = context.othersWithRight('final_closure', []).length
    return ok([made('escalated', { referral, rung, automatic: false, recipients }, null)])
  },
}

function duesAfterPause(state: Case, context: DecideContext, until = context.now): Dues {
  const cycle = currentCycle(state)
  return duesWithPauses(context, cycle, endedPauses(cycle.clock.pauses, until))
}

function extend(state: Case, input: InputOf<'extend'>, context: DecideContext): Result<readonly CaseEvent[]> {
  const { calendar } = context.clock
  const extended = extendClock(calendar, caseClockOf(currentCycle(state).clock, null), {
    extension: { approvedAt: context.now, to: input.until },
    allowed: context.settings.extensionsPerCycle,
  })
  if (!extended.ok) return extended
  const due = dueStamp(calendar, extended.value, dueNow(calendar, extended.value, context.now))
  const isUntold = isReachable(state.complainant) && !input.clientNotified
  return unless(
    [inList(context, 'extension_reasons', [input.reason]), isUntold ? because('extension-not-notified') : null],
    [made('extended', { reason: input.reason, due, clientNotified: input.clientNotified }, { text: input.note })],
  )
}

/**
 * Open cases and referrals counted anew: with another calendar, other limits, or after a question nobody answered (W9, W11).
 * A date that stays where it was is no event.
 */
function recompute(
  state: Case,
  { cause }: InputOf<'recompute_due'>,
  context: DecideContext,
): Result<readonly CaseEvent[]> {
  const cycle = currentCycle(state)
  const pause = runningPause(cycle)
  if (cause === 'pause_cap' && (pause === null || pause.capAt === null || pause.capAt > context.now)) {
    return { ok: false, refusal: because('pause-cap-not-reached') }
  }
  const dues = duesFor(cause, { state, cycle, context })
  const ofCase = made('due_recomputed', { referral: null, ...dues, cause }, null)
  if (cause === 'pause_cap') return ok([ofCase])
  const { dueNow: shown, dueOrig } = cycle.clock
  const isMoved = dues.due.at !== shown.at || dues.dueOrig.at !== dueOrig.at
  return ok([...(isMoved ? [ofCase] : []), ...referralsAnew(cause, { cycle, caseDue: dues.due.at, context })])
}

function duesFor(
  cause: InputOf<'recompute_due'>['cause'],
  { state, cycle, context }: { readonly state: Case; readonly cycle: Cycle; readonly context: DecideContext },
): Dues {
  switch (cause) {
    case 'limit':
      return duesAsClass(context, cycle, classOf(state))
    case 'calendar':
      return duesOf(
        context.clock,
        { ...caseClockOf(cycle.clock, null), versions: officeVersions(context.clock) },
        context.now,
      )
    case 'pause_cap':
      return duesAfterPause(state, context)
  }
}

function referralsAnew(
  cause: 'calendar' | 'limit',
  {
    cycle,
    caseDue,
    context,
  }: { readonly cycle: Cycle; readonly caseDue: Cycle['startedAt']; readonly context: DecideContext },
): readonly CaseEvent[] {
  const limit = referralLimit(context.clock.targets.referrals, cycle.classification?.complexity ?? null)
  return waitingReferrals(cycle).flatMap((referral) => {
    const under = cause === 'limit' ? { ...referral, due: { ...referral.due, limit } } : referral
    const due = referralDueAgain(context, calendarFor(context, referral.department), { referral: under, caseDue })
    return due.at === referral.due.at
      ? []
      : [made('due_recomputed', { referral: referral.id, due, dueOrig: due, cause }, null)]
  })
}
