import { useCallback } from 'react'
import type { LongWork, WorkDone } from '#shared/contract/desktop/system.ts'
import { core } from '#renderer/client/core.ts'
import { useHowFar } from '#renderer/parts/use-how-far.ts'

/** How far long work of the open office is; null until there is something to count. */
export function useWork(kind: LongWork, isBusy: boolean): WorkDone | null {
  const ask = useCallback(() => core.system.work({ kind }), [kind])
  return useHowFar(ask, isBusy)
}
