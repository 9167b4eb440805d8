import { useMemo } from 'react'
import { currentCycle } from '#shared/domain/case/reading.ts'
import type { Attempt } from '#shared/domain/case/answer-state.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import { isWorkingDay } from '#shared/domain/clock/working-time.ts'
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

/** How far the call-back protocol has come, as the core counts it: days are working days of the office. */
export function useProtocol(state: Case): readonly ProtocolPart[] {
  const asked = useCoreQuery(api.admin.settings.queryOptions({ input: {} })).data?.attempts
  const calendar = useCoreQuery(api.admin.calendar.queryOptions({ input: {} })).data?.calendar
  const compiled = useMemo(() => (calendar === undefined ? null : compileCalendar(calendar)), [calendar])
  if (asked === undefined || compiled === null) return []
  const made = countedAttempts(state)
  const named = state.complainant?.contactableBy.length ?? 0
  const days = made.map(({ localDate }) => localDate).filter((date) => isWorkingDay(compiled, date))
  const distinct = (values: readonly string[]): number => new Set(values).size
  return [
    { kind: 'count', done: made.length, required: asked.count },
    { kind: 'days', done: distinct(days), required: asked.days },
    { kind: 'bands', done: distinct(made.map(({ band }) => band)), required: asked.bands },
    {
      kind: 'channels',
      done: distinct(made.map(({ channel }) => channel)),
      required: Math.max(1, Math.min(asked.channels, named)),
    },
  ]
}
