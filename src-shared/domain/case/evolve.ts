import { doesStand } from './does-stand.ts'
import { clockAppliers } from './evolve-clock.ts'
import { closingAppliers } from './evolve-closing.ts'
import { intakeAppliers, registeredCase } from './evolve-intake.ts'
import { untouched } from './evolve-parts.ts'
import type { Appliers } from './evolve-parts.ts'
import { referralAppliers } from './evolve-referral.ts'
import { replyAppliers } from './evolve-reply.ts'
import type { CaseId } from './event-parts.ts'
import type { CaseEventType, RecordedCaseEvent } from './events.ts'
import { factsSetBy } from './stamps.ts'
import { noCase } from './state.ts'
import type { Case, CaseState, NoCase } from './state.ts'
import { stageOf } from './status.ts'

/*
 * Folding. Total: any event in any order gives a state; what cannot be applied is kept by id in `unapplied` and shown.
 * Reads facts, ids, actors and times as they were written; computes no date, looks at no calendar and no private part.
 * Earlier cycles, referrals and drafts never change once their cycle is past (Z-08).
 */

type Later = Exclude<CaseEventType, 'received' | 'registered'>

const appliers: Appliers<Later> = {
  ...intakeAppliers,
  ...clockAppliers,
  ...referralAppliers,
  ...replyAppliers,
  ...closingAppliers,
  qa_scored: untouched,
  action_created: untouched,
  action_done: untouched,
}

/** In: the state of a case, its next recorded event, the case's id. Out: the state after it; never throws. */
export function evolve(state: CaseState, event: RecordedCaseEvent, id: CaseId): CaseState {
  if (!doesStand(event)) return withUnapplied(state, event)
  if (state.kind === 'none') return begun(state, event, id)
  if (event.type === 'received' || event.type === 'registered') return withUnapplied(state, event)
  const after = applied(state, event)
  return after === null ? withUnapplied(state, event) : traced(after, event)
}

/** In: the events of one case in the order of its feed. Out: its state. */
export function foldCase(id: CaseId, events: Iterable<RecordedCaseEvent>): CaseState {
  let state: CaseState = noCase
  for (const event of events) state = evolve(state, event, id)
  return state
}

function begun(state: NoCase, event: RecordedCaseEvent, id: CaseId): CaseState {
  if (event.type === 'received' && state.receipt === null) {
    const { receivedAt, channel, form } = event.facts
    return { ...state, receipt: { receivedAt, channel, form, event: event.id } }
  }
  if (event.type !== 'registered' || state.receipt === null) return withUnapplied(state, event)
  return traced({ ...registeredCase(id, state.receipt, event), unapplied: state.unapplied }, event)
}

type LaterEvent = Exclude<RecordedCaseEvent, { readonly type: 'received' | 'registered' }>

function applied(state: Case, event: LaterEvent): Case | null {
  // An event of a newer program may carry a type that this one does not know.
  const apply = appliers[event.type] as ((state: Case, event: LaterEvent) => Case | null) | undefined
  return apply === undefined ? null : apply(state, event)
}

/** Notes who set what, when the case was last touched, and the stage it came to. */
function traced(state: Case, event: RecordedCaseEvent): Case {
  const stage = stageOf(state)
  const isNewStage = state.stages.at(-1)?.stage !== stage
  return {
    ...state,
    setBy: settersAfter(state.setBy, event),
    lastEventAt: event.at > state.lastEventAt ? event.at : state.lastEventAt,
    stages: isNewStage ? [...state.stages, { stage, at: event.at }] : state.stages,
  }
}

/** Most events set nothing that a later step relies on. */
function settersAfter(setBy: Case['setBy'], event: RecordedCaseEvent): Case['setBy'] {
  const facts = factsSetBy(event)
  if (facts.length === 0) return setBy
  const after = { ...setBy }
  for (const fact of facts) after[fact] = event.id
  return after
}

function withUnapplied<S extends CaseState>(state: S, event: RecordedCaseEvent): S {
  return { ...state, unapplied: [...state.unapplied, event.id] }
}
