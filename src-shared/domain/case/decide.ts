import { ok, refuse } from '#shared/lib/result.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { admit, isAuthorised } from './admit.ts'
import type { AdmitPolicy, Verdict } from './admit.ts'
import type { CaseCommand, CaseCommandKind } from './commands.ts'
import type { DecideContext } from './context.ts'
import { clockDeciders } from './decide-clock.ts'
import { closingDeciders } from './decide-closing.ts'
import { deskDeciders } from './decide-desk.ts'
import { directorateDeciders } from './decide-directorate.ts'
import { referralDeciders } from './decide-referral.ts'
import { decideRegister } from './decide-register.ts'
import { replyDeciders } from './decide-reply.ts'
import { triageDeciders } from './decide-triage.ts'
import type { Decider, Deciders } from './decider.ts'
import type { CaseEvent, RecordedCaseEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { lifecycleRow } from './lifecycle.ts'
import { mayOpen } from './may-open.ts'
import { because } from './because.ts'
import { stampsFor } from './stamps.ts'
import type { Case, CaseState } from './state.ts'
import { statusOf } from './status.ts'

/*
 * What a person may do, decided: state, command and context → the events of one commit, or a refusal.
 * 1. the lifecycle row: right and status; 2. the decider of the command: input, lists, clocks, separation;
 * 3. every event through `admit`, folding as it goes. Nothing that `decide` yields is refused at the same state.
 */

const deciders: Deciders<Exclude<CaseCommandKind, 'register'>> = {
  ...deskDeciders,
  ...triageDeciders,
  ...clockDeciders,
  ...referralDeciders,
  ...directorateDeciders,
  ...replyDeciders,
  ...closingDeciders,
}

/** In: a state, a command, the context. Out: its events, in order; or the refusal that says what to do next. */
export function decide(state: CaseState, command: CaseCommand, context: DecideContext): Result<readonly CaseEvent[]> {
  const decided =
    command.kind === 'register' ? register(state, command.input, context) : onCase(state, command, context)
  return decided.ok ? admitted(state, { command, events: decided.value }, context) : decided
}

/** How many fresh ids a command needs in its context. */
export function idsNeeded(command: CaseCommand): number {
  if (command.kind === 'refer') return command.input.referrals.length
  return command.kind === 'submit_draft' || command.kind === 'ask_directorate' ? 1 : 0
}

function register(
  state: CaseState,
  input: Extract<CaseCommand, { kind: 'register' }>['input'],
  context: DecideContext,
): Result<readonly CaseEvent[]> {
  if (state.kind === 'case') return refuse('case-exists')
  if (!context.actor.rights.includes('register')) return refuse('not-allowed', { right: 'register' })
  return decideRegister(input, context)
}

function onCase(
  state: CaseState,
  command: Exclude<CaseCommand, { kind: 'register' }>,
  context: DecideContext,
): Result<readonly CaseEvent[]> {
  if (state.kind === 'none') return refuse('case-not-registered')
  const refusal = outOfRow(state, command.kind, context)
  if (refusal !== null) return { ok: false, refusal }
  const decider = deciders[command.kind] as unknown as (
    ...args: Parameters<Decider<never>>
  ) => ReturnType<Decider<never>>
  return decider(state, command.input as never, context)
}

function outOfRow(state: Case, command: CaseCommandKind, context: DecideContext): Refusal | null {
  const actor = { ...context.actor, settings: context.settings }
  if (!mayOpen(state, actor)) return because('case-not-yours-to-open')
  const { right, statuses } = lifecycleRow(command)
  if (!isAuthorised(state, command, actor)) return because('not-allowed', { right: right ?? '' })
  const status = statusOf(state)
  return statuses.includes(status) ? null : because('case-status', { status })
}

function admitted(
  before: CaseState,
  { command, events }: { readonly command: CaseCommand; readonly events: readonly CaseEvent[] },
  context: DecideContext,
): Result<readonly CaseEvent[]> {
  const policy = policyOf(context)
  const expects = stampsFor(before, command)
  const sameCommit: string[] = []
  let state = before
  for (const event of events) {
    const verdict = admit(
      state,
      { event, actor: context.actor.user, at: context.now, via: 'window', expects, sameCommit: [...sameCommit] },
      policy,
    )
    const refusal = refusalOf(verdict)
    if (refusal !== null) return { ok: false, refusal }
    const id = `this-commit-${sameCommit.length}`
    state = evolve(state, pendingEvent(event, { id, at: context.now, actor: context.actor.user }), context.caseId)
    sameCommit.push(id)
  }
  return ok(events)
}

/** The event as it will stand in the log, before it has an id of its own. */
export function pendingEvent(
  event: CaseEvent,
  stamp: { readonly id: string; readonly at: Instant; readonly actor: string },
): RecordedCaseEvent {
  return { type: event.type, facts: event.facts, ...stamp, via: 'window', verdict: 'pending' } as RecordedCaseEvent
}

/** The context as a policy: the actor's own rights, the office's settings. */
export function policyOf(context: DecideContext): AdmitPolicy {
  const { actor, settings, units } = context
  return {
    rightsOf: (user) => (user === actor.user ? actor.rights : []),
    unitOf: (user) => (user === actor.user ? actor.unit : units.unitOf(user)),
    staffIdOf: (user) => (user === actor.user ? actor.staffId : units.staffIdOf(user)),
    settings,
  }
}

function refusalOf(verdict: Verdict): Refusal | null {
  switch (verdict.kind) {
    case 'accepted':
      return null
    case 'held':
    case 'refused':
      return verdict.refusal
    case 'conflict':
    case 'void':
      return because('case-status')
  }
}
