import type { WritableDb } from './driver.ts'
import { forgetInDrafts } from './forget-in-drafts.ts'
import { markLeftovers } from './leftovers.ts'

/**
 * The private parts of a person's stream go, and what drafts say of him; the hashes stay (SYNC-FEED-7, S19). In: a write
 * transaction. What they left in the index, the write-ahead logs and the backups is swept afterwards (`sweep-leftovers.ts`).
 */
export function forgetPrivate(db: WritableDb, stream: string): void {
  const drafts = forgetInDrafts(db, stream)
  const { changes } = db.run('UPDATE events SET private = NULL WHERE stream = ? AND private IS NOT NULL', stream)
  if (changes > 0 || drafts > 0) markLeftovers(db, [], [stream])
}
