import { useRef, useState } from 'react'
import { core } from '#renderer/client/core.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { failureOf } from '#renderer/client/errors.ts'
import { currentCycle, waitingReferrals } from '#shared/domain/case/reading.ts'

export interface BulkResult {
  readonly done: number
  readonly refused: readonly { readonly id: string; readonly why: Failure | null }[]
}

export type BulkState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'finished'; readonly result: BulkResult }

/** What is done to one case; false where there was nothing to do. */
export type BulkStep = (id: string) => Promise<boolean>

/** One case after another, with progress; a refusal of one does not stop the others. */
export function useBulk(): {
  readonly state: BulkState
  readonly start: (ids: readonly string[], step: BulkStep) => Promise<void>
  readonly stop: () => void
  readonly clear: () => void
} {
  const [state, setState] = useState<BulkState>({ kind: 'idle' })
  const stopped = useRef(false)
  const start = async (ids: readonly string[], step: BulkStep): Promise<void> => {
    stopped.current = false
    const refused: { id: string; why: Failure | null }[] = []
    let done = 0
    for (const [index, id] of ids.entries()) {
      if (stopped.current) break
      setState({ kind: 'running', done: index, total: ids.length })
      try {
        if (await step(id)) done += 1
        else refused.push({ id, why: null })
      } catch (error) {
        refused.push({ id, why: failureOf(error) })
      }
    }
    setState({ kind: 'finished', result: { done, refused } })
  }
  return {
    state,
    start,
    stop: () => {
      stopped.current = true
    },
    clear: () => setState({ kind: 'idle' }),
  }
}

/** A reminder to every department of the case that has not answered (F-07). */
export const remindDepartments: BulkStep = async (id) => {
  const { state } = await core.cases.get({ case: id })
  const waiting = waitingReferrals(currentCycle(state))
  for (const referral of waiting) await core.referral.remind({ case: id, referral: referral.id, note: '' })
  return waiting.length > 0
}
