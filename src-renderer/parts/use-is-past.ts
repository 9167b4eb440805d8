import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { msOf } from '#shared/domain/clock/instant.ts'

/** What a browser's timer can wait at most. */
const longestWaitMs = 2_147_483_647

/**
 * Whether a moment is over after which something may no longer be seen; null: nothing ends. When it comes, all that this
 * window has asked for is asked for anew, and what is not in sight is forgotten, with or without a network (B-17, R-09).
 */
export function useIsPast(moment: Instant | null): boolean {
  const queries = useQueryClient()
  const [seen, setSeen] = useState<Instant | null>(null)
  useEffect(() => {
    if (moment === null || moment === seen) return undefined
    const wait = msOf(moment) - Date.now()
    // A window that stays open longer than that is read anew before.
    if (wait > longestWaitMs) return undefined
    const timer = setTimeout(() => {
      setSeen(moment)
      queries.removeQueries({ type: 'inactive' })
      void queries.invalidateQueries()
    }, wait)
    return () => clearTimeout(timer)
  }, [moment, queries, seen])
  return moment !== null && (moment === seen || msOf(moment) <= Date.now())
}
