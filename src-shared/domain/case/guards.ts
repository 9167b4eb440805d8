import type { UnitId, UserId } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import type { Refusal } from '#shared/lib/result.ts'
import { closingGuards } from './guards-closing.ts'
import { referralGuards } from './guards-referral.ts'
import { replyGuards } from './guards-reply.ts'
import { triageGuards } from './guards-triage.ts'
import type { CaseEvent, CaseEventType } from './events.ts'
import type { CaseSettings } from './settings.ts'
import type { Case } from './state.ts'

/*
 * What an event needs of the state beyond the status and right of its lifecycle row. Asked by `admit` of every event,
 * so by `decide` too: each rule stands here once. Guards look at state, facts, actor and settings; never at a clock.
 */

/** The author of an event as the one who judges it knows him. */
export interface JudgedActor {
  readonly user: UserId
  readonly unit: UnitId | null
  readonly staffId: string | null
  readonly rights: readonly Right[]
  readonly settings: CaseSettings
}

type OfType<T extends CaseEventType> = Extract<CaseEvent, { readonly type: T }>

/** Out: why the event cannot stand at this state, or null. */
export type Guard<T extends CaseEventType> = (
  state: Case,
  facts: OfType<T>['facts'],
  actor: JudgedActor,
) => Refusal | null
export type Guards = { readonly [T in CaseEventType]?: Guard<T> }

const guards: Guards = { ...triageGuards, ...referralGuards, ...replyGuards, ...closingGuards }

/** The guard's answer for one event. */
export function guarded(state: Case, event: Pick<CaseEvent, 'type' | 'facts'>, actor: JudgedActor): Refusal | null {
  const guard = guards[event.type] as
    | ((state: Case, facts: CaseEvent['facts'], actor: JudgedActor) => Refusal | null)
    | undefined
  return guard === undefined ? null : guard(state, event.facts, actor)
}
