import { useRef, useState } from 'react'
import { eachCase } from './each-case.ts'
import type { BulkResult, BulkStep } from './each-case.ts'

export type BulkState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'finished'; readonly result: BulkResult }

/** Something done to many cases, with progress, which can be stopped. */
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
    const result = await eachCase(ids, step, {
      onProgress: (done) => setState({ kind: 'running', done, total: ids.length }),
      isStopped: () => stopped.current,
    })
    setState({ kind: 'finished', result })
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
