import { must } from '#shared/lib/assert.ts'
import { refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { ReadableDb, WritableDb } from '#core/store/driver.ts'
import { changeMembership, readMembership } from './membership.ts'

/** More than this share, and at least so many, is not hidden without a person's word (S18). */
const share = 0.05
const least = 20

const casesAmong = (streams: readonly string[]): number => streams.filter((stream) => stream.startsWith('case:')).length

const countCases =
  "SELECT count(DISTINCT stream) FROM events WHERE stream >= 'case:' AND stream < 'case;' AND aside = 0"

/** What one exchange has hidden by now, and whether a person allowed it: his word holds to its end, however often it hides (S18). */
export interface Hiding {
  readonly cases: number
  readonly isAllowed: boolean
}

export const beginHiding = (db: ReadableDb): Hiding => ({ cases: 0, isAllowed: readMembership(db)?.mayHide === true })

/** A person's word is for the exchange that asked: one that came to its end without much to hide leaves none behind (SYNC-MERGE-7). */
export function endHiding(db: WritableDb, { isAllowed }: Hiding): void {
  if (!isAllowed || readMembership(db.ahead)?.mayHide !== true) return
  db.transaction(() => changeMembership(db, { mayHide: false }))
}

export const hidAlso = (hiding: Hiding, streams: readonly string[]): Hiding => ({
  ...hiding,
  cases: hiding.cases + casesAmong(streams),
})

/**
 * In: streams of which nothing would stay in the lists, and what the same exchange has hidden before. Out: the refusal
 * that stops and asks (SYNC-MERGE-7), or null.
 */
export function wouldHide(db: ReadableDb, streams: readonly string[], hiding: Hiding): Result<never> | null {
  const now = casesAmong(streams)
  const count = now + hiding.cases
  if (now === 0 || count < least) return null
  const of = (db.value<number>(countCases) ?? 0) + hiding.cases
  if (count <= of * share || hiding.isAllowed || must(readMembership(db), 'joined').mayHide) return null
  return refuse('sync-would-hide', { count, of })
}
