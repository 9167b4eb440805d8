import { findBlob } from './blob-queue.ts'
import { emptyLogs } from './checkpoint.ts'
import type { WritableDb } from './driver.ts'
import { clearLeftovers, hasLeftovers, leftFiles } from './leftovers.ts'

/** What lies outside the store's own files. */
export interface Sweeping {
  readonly removeFiles: (addresses: readonly string[]) => Promise<void>
  /** Words of what was withdrawn or forgotten leave the pages of the index. */
  readonly sweepIndex: () => Promise<void>
  /** Rolling backups that still hold what was withdrawn or forgotten are made anew (SYNC-MERGE-6, S19). */
  readonly renewBackups: () => Promise<void>
}

/** What was withdrawn or forgotten leaves the disk, the index, the write-ahead logs and the rolling backups too (SYNC-MERGE-6, S19). */
export async function sweepLeftovers(db: WritableDb, effects: Sweeping): Promise<void> {
  if (!hasLeftovers(db)) return
  // One whose case came back meanwhile stays.
  await effects.removeFiles(leftFiles(db).filter((address) => findBlob(db, address) === null))
  await effects.sweepIndex()
  emptyLogs(db)
  await effects.renewBackups()
  db.transaction(() => clearLeftovers(db))
}
