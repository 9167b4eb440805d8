import type { UserId } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { RefusalCode } from '#shared/lib/refusals/catalogue.ts'
import type { DecideContext } from './context.ts'
import type { CaseEvent, CaseFacts } from './events.ts'
import { made } from './made.ts'
import { currentCycle } from './reading.ts'
import type { CaseSettings } from './settings.ts'
import type { Case } from './state.ts'

/*
 * Separation of duties and its way out for small offices. A rule refuses while someone else of the office holds the
 * right. Where nobody does, the unit above takes the step; in a stand-alone office the head passes the rule with a
 * reason. Both ways are marked on the case by `separation_excepted`.
 */

type Rule = CaseFacts<'separation_excepted'>['rule']

export interface SeparatedStep {
  readonly rule: Rule
  /** What one must be allowed to do to take the step. */
  readonly right: Right
  /** Who may not take it. */
  readonly excluded: readonly UserId[]
  /** Who would take it: the actor, or whom he chose. */
  readonly person: UserId
  readonly reason: string
}

const refusals: Readonly<Record<Rule, RefusalCode>> = {
  author_approver: 'separation-author-approver',
  recorder_handler: 'separation-recorder-handler',
  new_staff: 'separation-new-staff',
}

/** In: a step under a separation rule. Out: the marks to write before it (none when the rule is kept), or the refusal. */
export function separated(state: Case, step: SeparatedStep, context: DecideContext): Result<readonly CaseEvent[]> {
  const others = context.othersWithRight(step.right, step.excluded)
  if (!step.excluded.includes(step.person)) {
    const isFromAbove = others.length === 0 && context.units.isAbove(context.actor.unit, state.office)
    return ok(isFromAbove ? [excepted(step.rule, 'unit_above', step.reason)] : [])
  }
  if (others.length > 0) return refuse(refusals[step.rule])
  if (!context.settings.standAlone) return refuse('separation-unit-above')
  if (!context.actor.rights.includes('final_closure')) return refuse('separation-head-only')
  if (step.reason.trim() === '') return refuse('separation-needs-reason')
  return ok([excepted(step.rule, 'head', step.reason)])
}

/** Whether the author himself may approve: at first contact, where the office does not ask for another. */
export const isApprovedByAuthor = (state: Case, { fourEyesForFcr }: Pick<CaseSettings, 'fourEyesForFcr'>): boolean =>
  currentCycle(state).classification?.procedure === 'fcr' && !fourEyesForFcr

/** The mark on the case. */
export function excepted(rule: Rule, way: CaseFacts<'separation_excepted'>['way'], reason: string): CaseEvent {
  return made('separation_excepted', { rule, way }, { text: reason })
}
