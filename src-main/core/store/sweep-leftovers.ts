import { stringOr } from '#shared/lib/string-or.ts'
import { findBlob } from './blob-queue.ts'
import { emptyLogs } from './checkpoint.ts'
import type { ReadableDb, WritableDb } from './driver.ts'
import type { ForgottenPerson } from './forgotten-ledger.ts'
import { clearLeftovers, readLeftovers } from './leftovers.ts'
import type { Leftovers } from './leftovers.ts'
import { readStream } from './read-stream.ts'

/** What lies outside the store's own files. */
export interface Sweeping {
  /** These are in the ledger of the forgotten, which a restore applies (S19). */
  readonly noteForgotten: (people: readonly ForgottenPerson[]) => void
  readonly removeFiles: (addresses: readonly string[]) => Promise<void>
  /** Words of what was withdrawn or forgotten leave the pages of the index. */
  readonly sweepIndex: () => Promise<void>
  /** Rolling backups that still hold what was withdrawn or forgotten are made anew (SYNC-MERGE-6, S19). Out: whether none is left. */
  readonly renewBackups: () => Promise<boolean>
}

const running = new WeakMap<WritableDb, Promise<boolean>>()

/**
 * What was withdrawn or forgotten leaves the disk, the index, the write-ahead logs and the rolling backups too
 * (SYNC-MERGE-6, S19). One sweep of a store at a time: who asks while one is under way waits for it. Out: whether nothing
 * is left; what is left stays marked, for the next round or start.
 */
export function sweepLeftovers(db: WritableDb, effects: Sweeping): Promise<boolean> {
  const under = running.get(db)
  if (under !== undefined) return under
  const work = Promise.resolve().then(() => sweepAll(db, effects))
  running.set(db, work)
  return work
}

/** Again when something more was left meanwhile. */
async function sweepAll(db: WritableDb, effects: Sweeping): Promise<boolean> {
  try {
    for (let left = readLeftovers(db); left !== null;) {
      const isSwept = await sweepOnce(db, effects, left)
      const isAsBefore = readLeftovers(db)?.marks === left.marks
      if (isAsBefore && isSwept) db.transaction(() => clearLeftovers(db))
      if (isAsBefore) return isSwept
      left = readLeftovers(db)
    }
    return true
  } finally {
    // At once, not a turn later: what is marked from here on begins a new one.
    running.delete(db)
  }
}

async function sweepOnce(db: WritableDb, effects: Sweeping, { files, people }: Leftovers): Promise<boolean> {
  effects.noteForgotten(people.map((stream) => forgottenIn(db, stream)))
  // One whose case came back meanwhile stays.
  await effects.removeFiles(files.filter((address) => findBlob(db, address) === null))
  await effects.sweepIndex()
  const isEmpty = await emptyLogs(db)
  return (await effects.renewBackups()) && isEmpty
}

/** What came by a feed is told by the server again. */
function forgottenIn(db: ReadableDb, stream: string): ForgottenPerson {
  const event = readStream(db, stream).findLast(({ type }) => type === 'person.forgotten')
  const isOwn = event !== undefined && db.value('SELECT 1 FROM chains WHERE device = ? AND own = 1', event.device) === 1
  return { stream, reason: stringOr(event?.facts['reason'], 'request'), by: isOwn ? event.actor : null }
}
