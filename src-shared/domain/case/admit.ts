import type { UnitId, UserId } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import type { Refusal } from '#shared/lib/result.ts'
import { admission, dutyEvents, registrationEvents } from './admission.ts'
import { because } from './because.ts'
import type { CaseCommandKind } from './commands.ts'
import { hasGround } from './duty-ground.ts'
import type { CaseEvent, CaseEventType, RecordedCaseEvent } from './events.ts'
import { guarded } from './guards.ts'
import type { JudgedActor } from './guards.ts'
import { lifecycleRow } from './lifecycle.ts'
import { mayOpen } from './may-open.ts'
import { answeringDepartments, currentCycle } from './reading.ts'
import { isRival } from './rivals.ts'
import type { CaseSettings } from './settings.ts'
import { movedFacts } from './stamps.ts'
import { statedAhead } from './stated-times.ts'
import type { Case, CaseState } from './state.ts'
import { statusOf } from './status.ts'

/*
 * Judges one event at the state it arrives at: order of states, authority, stamps. Never recomputes a date or number.
 * One set of rules for both sides: `decide` passes every event it makes through here, the server every event it gets.
 */

/** The rights and settings under which events are judged. */
export interface AdmitPolicy {
  readonly rightsOf: (user: UserId) => readonly Right[]
  readonly unitOf: (user: UserId) => UnitId | null
  readonly staffIdOf: (user: UserId) => string | null
  readonly settings: CaseSettings
}

/** An event as it asks to be taken, with what its author had seen. */
export type Submitted = Pick<RecordedCaseEvent, 'at' | 'via'> & {
  readonly event: Pick<CaseEvent, 'type' | 'facts'>
  readonly actor: UserId
  readonly expects: Readonly<Record<string, string>>
  /** Ids of the earlier events of the same commit. */
  readonly sameCommit: readonly string[]
}

export type Verdict =
  /** Taken; `moved` names facts that changed meanwhile, shown to the author. */
  | { readonly kind: 'accepted'; readonly moved: readonly string[] }
  /** A field that somebody set unseen, or a step that somebody did: stored, not applied, an item for a person. */
  | { readonly kind: 'conflict'; readonly facts: readonly string[] }
  /** The order of states does not allow it now: waits for a person. */
  | { readonly kind: 'held'; readonly refusal: Refusal }
  /** The author has no authority for it. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** A duty whose ground is gone. */
  | { readonly kind: 'void' }

/** In: a state, an event with its author and stamps, the policy. Out: the verdict (S9, S14). */
export function admit(state: CaseState, submitted: Submitted, policy: AdmitPolicy): Verdict {
  const actor = judged(submitted, policy)
  const ahead = submitted.via === 'import' ? null : statedAhead(submitted.event, submitted.at)
  if (ahead !== null) return held(ahead)
  if (state.kind === 'none') return admitFirst(state.receipt !== null, submitted.event.type, actor)
  const { event } = submitted
  if (event.type === 'received' || event.type === 'registered') return held(because('case-exists'))
  if (submitted.via === 'import') return admitImport(actor)
  if (submitted.via === 'duty') return admitDuty(state, submitted, actor)
  if (followsOwnStep(state, submitted)) return guardedVerdict(state, event, actor)
  const commands: readonly CaseCommandKind[] | null = admission[event.type]
  if (!mayOpen(state, actor)) return { kind: 'refused', refusal: because('case-not-yours-to-open') }
  const allowed =
    commands === null ? ['add_note' as const] : commands.filter((command) => isAuthorised(state, command, actor))
  if (allowed.length === 0) return { kind: 'refused', refusal: because('not-allowed', { right: rightName(commands) }) }
  return judgedInOrder(state, { submitted, allowed, actor })
}

interface Authorised {
  readonly submitted: Submitted
  readonly allowed: readonly CaseCommandKind[]
  readonly actor: JudgedActor
}

function judgedInOrder(state: Case, { submitted, allowed, actor }: Authorised): Verdict {
  const moved = movedFacts(state, submitted.expects, submitted.sameCommit)
  const rows = allowed.map(lifecycleRow)
  const status = statusOf(state)
  const open = rows.filter(({ statuses }) => statuses.includes(status))
  // An assignment may come with a reopening, which is a step; where nothing can be reopened it can only be a field.
  const judged = open.length === 0 ? rows : open
  if (moved.length > 0 && judged.every(({ kind }) => kind === 'field')) return { kind: 'conflict', facts: moved }
  const refusal = open.length === 0 ? because('case-status', { status }) : guarded(state, submitted.event, actor)
  if (refusal === null) return { kind: 'accepted', moved }
  return isRival(state, submitted.event, moved) ? { kind: 'conflict', facts: moved } : held(refusal)
}

function admitFirst(hasReceipt: boolean, type: CaseEventType, actor: JudgedActor): Verdict {
  if (!actor.rights.includes('register'))
    return { kind: 'refused', refusal: because('not-allowed', { right: 'register' }) }
  const expected = hasReceipt ? 'registered' : 'received'
  return type === expected ? { kind: 'accepted', moved: [] } : held(because('case-not-registered'))
}

/** Past cases are facts: their order was checked where they came in, and only who keeps the store brings them in. */
function admitImport(actor: JudgedActor): Verdict {
  if (actor.rights.includes('manage_store')) return { kind: 'accepted', moved: [] }
  return { kind: 'refused', refusal: because('not-allowed', { right: 'manage_store' }) }
}

/** A duty needs no person's right, and falls away with its ground: answered, returned, paused, resolved (E-04, B-19). */
function admitDuty(state: Case, { event, at }: Submitted, actor: JudgedActor): Verdict {
  if (!dutyEvents.includes(event.type)) return { kind: 'refused', refusal: because('not-allowed', { right: 'duty' }) }
  const commands: readonly CaseCommandKind[] = admission[event.type as 'escalated'] ?? []
  const isTimely = commands.some((command) => lifecycleRow(command).statuses.includes(statusOf(state)))
  const isGrounded = isTimely && guarded(state, event, actor) === null && hasGround(state, event, at)
  return isGrounded ? { kind: 'accepted', moved: [] } : { kind: 'void' }
}

/**
 * What a registration or a reopening brings along comes under the right of that step: events of the same author at
 * the same moment, while the case or cycle is still as that step left it.
 */
function followsOwnStep(state: Case, { event, actor, at }: Submitted): boolean {
  if (registrationEvents.includes(event.type) && state.registeredBy === actor && state.registeredAt === at) return true
  const { reopening, startedAt, handler } = currentCycle(state)
  const isOfReopening = event.type === 'assigned' || event.type === 'separation_excepted'
  return isOfReopening && reopening?.by === actor && startedAt === at && handler === null
}

function guardedVerdict(state: Case, event: Submitted['event'], actor: JudgedActor): Verdict {
  const refusal = guarded(state, event, actor)
  return refusal === null ? { kind: 'accepted', moved: [] } : held(refusal)
}

/** Whether the actor holds the right of a command; where the office says so, the liaison concerned closes too (D7). */
export function isAuthorised(state: Case, command: CaseCommandKind, actor: JudgedActor): boolean {
  const { right } = lifecycleRow(command)
  if (right === null || actor.rights.includes(right)) return true
  if (command !== 'close' || actor.settings.closingAuthority !== 'liaison') return false
  const isConcerned = actor.unit !== null && answeringDepartments(currentCycle(state)).includes(actor.unit)
  return isConcerned && actor.rights.includes('answer_for_department')
}

function judged({ actor }: Submitted, policy: AdmitPolicy): JudgedActor {
  const { rightsOf, unitOf, staffIdOf, settings } = policy
  return { user: actor, unit: unitOf(actor), staffId: staffIdOf(actor), rights: rightsOf(actor), settings }
}

function rightName(commands: readonly CaseCommandKind[] | null): string {
  return (commands ?? []).map((command) => lifecycleRow(command).right).find((right) => right !== null) ?? ''
}

function held(refusal: Refusal): Verdict {
  return { kind: 'held', refusal }
}
