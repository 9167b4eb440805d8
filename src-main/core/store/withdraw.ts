/**
 * What this machine may no longer hold leaves it (SYNC-MERGE-6, R-09): bytes of events, rows of tables, words of the index,
 * pages of the files. Hashes stay, so that its own chain and its feeds still verify; when the stream is shown again, its
 * events come back to the same places.
 */
import type { Projection } from './projection.ts'
import type { ReadableDb, WritableDb } from './driver.ts'
import { filesOfStream, forgetBlobs } from './blob-queue.ts'
import { changeFold } from './change-fold.ts'

const isUnanswered = `EXISTS (SELECT 1 FROM events e JOIN commits c ON e.seq BETWEEN c.first_seq AND c.last_seq
  WHERE e.stream = w.stream AND e.seq > (SELECT answered FROM sync_state) AND c.first_seq > (SELECT answered FROM sync_state)
    AND c.standing IN ('pending', 'sent'))`

/** Streams to withdraw of which nothing of this machine waits for an outcome. */
export const withdrawableStreams = (db: ReadableDb): readonly string[] =>
  db
    .all<{ stream: string }>(`SELECT w.stream FROM withdrawals w WHERE NOT ${isUnanswered} ORDER BY w.stream`)
    .map(({ stream }) => stream)

/** Another feed of this machine shows them: they stay. In a write transaction. */
export function keepStreams(db: WritableDb, streams: readonly string[]): void {
  for (const stream of streams) db.run('DELETE FROM withdrawals WHERE stream = ?', stream)
}

/** Addresses of files that these streams name. */
export const filesOf = (db: ReadableDb, streams: readonly string[]): readonly string[] =>
  streams.flatMap((stream) => filesOfStream(db, stream))

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
    forgetBlobs(db, streams)
    return streams
  })
}
