import { useEffect, useState } from 'react'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { msOf } from '#shared/domain/clock/instant.ts'
import { useAskAnew } from '#renderer/client/use-core.ts'
import { useNow } from './use-now.ts'

/** What a browser's timer can wait at most. */
const longestWaitMs = 2_147_483_647

/**
 * Whether a moment is over after which something may no longer be seen; null: nothing ends. When it comes, all that this
 * window has asked for is asked anew, with or without a network (B-17, R-09).
 */
export function useIsPast(moment: Instant | null): boolean {
  const now = useNow()
  const askAnew = useAskAnew()
  const [over, setOver] = useState<Instant | null>(null)
  useEffect(() => {
    const wait = moment === null || moment === over ? null : msOf(moment) - Date.now()
    // What ends later than that is looked at again when the window is opened anew.
    if (wait === null || wait > longestWaitMs) return undefined
    const timer = setTimeout(() => {
      setOver(moment)
      askAnew()
    }, wait)
    return () => clearTimeout(timer)
  }, [moment, over, askAnew])
  return moment !== null && (moment === over || moment <= now)
}
