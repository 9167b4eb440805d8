import type { Result } from '#shared/lib/result.ts'
import type { CaseCommand, CaseCommandKind } from './commands.ts'
import type { DecideContext } from './context.ts'
import type { CaseEvent } from './events.ts'
import type { Case } from './state.ts'

export type InputOf<K extends CaseCommandKind> = Extract<CaseCommand, { readonly kind: K }>['input']

/** Decides one command on a registered case; what the state alone forbids is left to the guards. */
export type Decider<K extends CaseCommandKind> = (
  state: Case,
  input: InputOf<K>,
  context: DecideContext,
) => Result<readonly CaseEvent[]>
export type Deciders<K extends CaseCommandKind> = { readonly [C in K]: Decider<C> }
