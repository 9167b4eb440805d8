import type { ReadableDb, WritableDb } from './driver.ts'

/*
 * Strict cases that a restored server does not give this machine any more: it may have lost them, and they are offered
 * (SYNC-RECOVER-2). They leave when none of their copies waits for the central unit's word (SYNC-FEED-6, R-08).
 */

/** In the place of the moment at which such a stream was withdrawn. */
const waits = 'offered'

export const waitsForWord = `w.at = '${waits}'`

/** In a write transaction. */
export const withdrawOnceDecided = (db: WritableDb, stream: string): void =>
  void db.run('INSERT INTO withdrawals (stream, at) VALUES (?, ?) ON CONFLICT (stream) DO NOTHING', stream, waits)

export const streamsOnOffer = (db: ReadableDb, most: number): string[] =>
  db
    .all<{ stream: string }>(`SELECT w.stream FROM withdrawals w WHERE ${waitsForWord} ORDER BY w.stream LIMIT ?`, most)
    .map(({ stream }) => stream)

/** In a write transaction; streams of which no copy waits for a word. */
export function noteDecided(db: WritableDb, streams: readonly string[]): void {
  for (const stream of streams)
    db.run(`UPDATE withdrawals AS w SET at = '' WHERE w.stream = ? AND ${waitsForWord}`, stream)
}
