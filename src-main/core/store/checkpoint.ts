/**
 * Bringing commits from the write-ahead logs into the files. A commit is on disk before: this only keeps the logs short. It
 * costs tens of milliseconds (every page is deciphered, enciphered and written, and both files are synced), so a long-lived
 * core leaves it to a worker's own connection and no clerk who saves waits for it. The writer's own limit stays as the
 * backstop for days when commits come faster than the worker reads, and for a machine that is being filled: each page is
 * brought in once then, not as often as it changed.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ReadableDb, WritableDb } from './driver.ts'
import { openWritable } from './driver.ts'
import { storeFile } from './store-file.ts'
import { attachTables } from './tables.ts'

const backstopPages = 16_000
/** Commits that came during one pass are for the next: a log begins anew only when nothing in it is left over. */
const mostPasses = 4
const schemas = ['main', 'tables'] as const

/** In: the writer's handle of a core that has a worker for it, or is far behind. */
export const leaveCheckpoints = (db: WritableDb): void => db.exec(`PRAGMA wal_autocheckpoint = ${backstopPages}`)

/** A measure of what was written through this handle since it was opened, in rows. */
export const rowsWritten = (db: ReadableDb): number => db.value<number>('SELECT total_changes()') ?? 0

/** A worker's turn. In: the opened folder. */
export function checkpointFiles(place: { readonly folder: string; readonly key: Uint8Array }): void {
  const db = openWritable({ file: storeFile(place.folder), key: place.key })
  try {
    attachTables(db, place)
    for (const schema of schemas) {
      for (let pass = 0; pass < mostPasses && !isAllIn(db, schema); pass += 1);
    }
  } finally {
    db.close()
  }
}

interface Pass {
  readonly busy: number
  readonly log: number
  readonly checkpointed: number
}

/** Never waits for a reader or the writer, and never makes one wait. */
function isAllIn(db: ReadableDb, schema: (typeof schemas)[number]): boolean {
  const pass = db.get<Pass>(`PRAGMA ${schema}.wal_checkpoint(PASSIVE)`)
  return pass === undefined || pass.busy !== 0 || pass.log === pass.checkpointed
}

const patienceMs = 20
/** A try itself waits a while for a reader. */
const longestMs = 2000

/**
 * Empties the write-ahead logs: nothing that was overwritten stays in them. Waits for a worker's turn to end. Outside a
 * transaction. Out: false when a reader held one of them all that time.
 */
export async function emptyLogs(db: WritableDb): Promise<boolean> {
  for (const schema of schemas) if (!(await isEmptied(db, schema))) return false
  return true
}

async function isEmptied(db: WritableDb, schema: (typeof schemas)[number]): Promise<boolean> {
  const begun = performance.now()
  while (performance.now() - begun < longestMs) {
    if (db.get<Pass>(`PRAGMA ${schema}.wal_checkpoint(TRUNCATE)`)?.busy !== 1) return true
    await sleep(patienceMs)
  }
  return false
}
