import { currentCycle } from '#shared/domain/case/reading.ts'
import type { Attempt, Case } from '#shared/domain/case/state.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'

export interface ProtocolPart {
  readonly kind: 'count' | 'days' | 'bands' | 'channels'
  readonly done: number
  readonly required: number
}

/** Attempts that count in the cycle in hand: since the answer went out, or all where none could go out (Z-03). */
export function countedAttempts(state: Case): readonly Attempt[] {
  const { attempts, resolution } = currentCycle(state)
  return resolution?.how === 'answered' ? attempts.filter(({ at }) => at >= resolution.at) : attempts
}

/** How far the call-back protocol has come, as the desk is shown it; the core counts again, working days only. */
export function useProtocol(state: Case): readonly ProtocolPart[] {
  const asked = useCoreQuery(api.admin.settings.queryOptions({ input: {} })).data?.attempts
  if (asked === undefined) return []
  const made = countedAttempts(state)
  const named = state.complainant?.contactableBy.length ?? 0
  const distinct = (values: readonly string[]): number => new Set(values).size
  return [
    { kind: 'count', done: made.length, required: asked.count },
    { kind: 'days', done: distinct(made.map(({ localDate }) => localDate)), required: asked.days },
    { kind: 'bands', done: distinct(made.map(({ band }) => band)), required: asked.bands },
    {
      kind: 'channels',
      done: distinct(made.map(({ channel }) => channel)),
      required: Math.max(1, Math.min(asked.channels, named)),
    },
  ]
}
