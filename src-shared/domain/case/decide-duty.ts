import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { admit } from './admit.ts'
import type { CaseCommand } from './commands.ts'
import type { DecideContext } from './context.ts'
import { clockDeciders } from './decide-clock.ts'
import { policyOf } from './decide.ts'
import type { CaseEvent } from './events.ts'
import { lifecycleRow } from './lifecycle.ts'
import type { Case } from './state.ts'
import { statusOf } from './status.ts'

type Duty = Extract<CaseCommand, { kind: 'recompute_due' }>

/**
 * In: a case, what the machine does by itself, the context. Out: the events, none when its ground is gone. A duty asks for
 * nobody's right and nobody's sight (S9): a strictly confidential case keeps right dates whoever changed the calendar.
 */
export function decideDuty(state: Case, duty: Duty, context: DecideContext): Result<readonly CaseEvent[]> {
  if (!lifecycleRow(duty.kind).statuses.includes(statusOf(state))) return ok([])
  const decided = clockDeciders.recompute_due(state, duty.input, context)
  if (!decided.ok) return decided
  const { actor, now: at } = context
  const isAdmitted = (event: CaseEvent): boolean =>
    admit(state, { event, actor: actor.user, at, via: 'duty', expects: {}, sameCommit: [] }, policyOf(context)).kind ===
    'accepted'
  return ok(decided.value.filter(isAdmitted))
}
