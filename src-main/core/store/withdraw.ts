/**
 * What this machine may no longer hold leaves it (SYNC-MERGE-6, R-09): bytes of events, rows of tables, words of the index,
 * pages of the files. Hashes stay, so that its own chain and its feeds still verify; when the stream is shown again, its
 * events come back to the same places.
 */
import type { Projection } from './projection.ts'
import type { ReadableDb, WritableDb } from './driver.ts'
import { changeFold } from './change-fold.ts'

const isUnanswered = `EXISTS (SELECT 1 FROM events e WHERE e.stream = w.stream AND e.position IS NULL
  AND e.verdict = 'pending' AND e.aside = 0)`

/** Streams to withdraw of which nothing of this machine waits for an outcome. */
export const withdrawableStreams = (db: ReadableDb): readonly string[] =>
  db
    .all<{ stream: string }>(`SELECT w.stream FROM withdrawals w WHERE NOT ${isUnanswered} ORDER BY w.stream`)
    .map(({ stream }) => stream)

/** Another feed of this machine shows them: they stay. In a write transaction. */
export function keepStreams(db: WritableDb, streams: readonly string[]): void {
  for (const stream of streams) db.run('DELETE FROM withdrawals WHERE stream = ?', stream)
}

/** Addresses of files that only these streams name. */
export function filesOf(db: ReadableDb, streams: readonly string[]): readonly string[] {
  const ofStream =
    "SELECT DISTINCT json_extract(CAST(facts AS TEXT), '$.file') AS file FROM events WHERE stream = ? AND type = 'file_added'"
  return streams.flatMap((stream) => db.all<{ file: string }>(ofStream, stream).map(({ file }) => file))
}

/** In: a write transaction. `secure_delete` overwrites the pages; afterwards `emptyLogs` takes what the write-ahead logs still hold. */
export function withdrawStreams(db: WritableDb, projections: readonly Projection[], streams: readonly string[]): void {
  changeFold(db, projections, () => {
    for (const stream of streams) {
      db.run(
        "UPDATE events SET aside = 2, type = '', envelope = x'', facts = x'', private = NULL WHERE stream = ? AND aside <> 2",
        stream,
      )
      db.run('DELETE FROM withdrawals WHERE stream = ?', stream)
    }
    return streams
  })
}
