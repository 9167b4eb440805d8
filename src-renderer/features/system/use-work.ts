import { useEffect, useState } from 'react'
import type { LongWork, WorkDone } from '#shared/contract/desktop/system.ts'
import { core } from '#renderer/client/core.ts'

const askEveryMs = 300

/** How far long work is, asked again and again while it is under way; null until there is something to count. */
export function useWork(kind: LongWork, isBusy: boolean): WorkDone | null {
  const [work, setWork] = useState<WorkDone | null>(null)
  useEffect(() => {
    if (!isBusy) return
    // What cannot be asked now is asked again soon; the work itself says what went wrong.
    let isOver = false
    const hear = (done: WorkDone | null) => {
      if (!isOver) setWork(done)
    }
    const ask = () => void core.system.work({ kind }).then(hear, () => null)
    const timer = setInterval(ask, askEveryMs)
    return () => {
      isOver = true
      clearInterval(timer)
      setWork(null)
    }
  }, [kind, isBusy])
  return work
}
