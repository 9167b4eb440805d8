import { useEffect, useState } from 'react'

const askEveryMs = 300

/** How far long work is, asked again and again while it is under way; null until there is something to count. `ask` stays the same. */
export function useHowFar<Done>(ask: () => Promise<Done | null>, isBusy: boolean): Done | null {
  const [work, setWork] = useState<Done | null>(null)
  useEffect(() => {
    if (!isBusy) return
    // What cannot be asked now is asked again soon; the work itself says what went wrong.
    let isOver = false
    const hear = (done: Done | null) => {
      if (!isOver) setWork(done)
    }
    const timer = setInterval(() => void ask().then(hear, () => null), askEveryMs)
    return () => {
      isOver = true
      clearInterval(timer)
      setWork(null)
    }
  }, [ask, isBusy])
  return work
}
