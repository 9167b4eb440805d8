import type { ReadableDb, WritableDb } from './driver.ts'

/*
 * Strict cases that a restored server does not give this machine any more: it may have lost them, and they are offered
 * (SYNC-RECOVER-2). What of them the server has leaves at once; the copies leave when none of them waits for the central
 * unit's word (SYNC-FEED-6, R-08).
 */

/** In the place of the moment at which such a stream was withdrawn: what the server has of it is to leave. */
const leaves = 'offered'
/** The same: that has left, and only what waits for the word is here. */
const waits = 'waiting'

export const waitsForWord = `w.at IN ('${leaves}', '${waits}')`
export const waitsAlone = `w.at = '${waits}'`

/** In a write transaction. */
export const withdrawOnceDecided = (db: WritableDb, stream: string): void =>
  void db.run(
    'INSERT INTO withdrawals (stream, at) VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET at = excluded.at',
    stream,
    leaves,
  )

/** In a write transaction. What waits for a word goes on waiting, whatever a feed says of the stream, also once more. */
export const noteWithdrawn = (db: WritableDb, stream: string, at: string): void =>
  void db.run(
    `INSERT INTO withdrawals AS w (stream, at) VALUES (?, ?)
     ON CONFLICT (stream) DO UPDATE SET at = CASE WHEN ${waitsForWord} THEN '${leaves}' ELSE excluded.at END`,
    stream,
    at,
  )

/**
 * In a write transaction: what waited alone may have come back to its fold by another life of the server; and a word that
 * was heard of another life, and not carried out yet, is none of this one.
 */
export const sortOffered = (db: WritableDb): void =>
  void db.run(
    `UPDATE withdrawals AS w SET at = '${leaves}' WHERE ${waitsAlone} OR w.at = '' AND EXISTS (
       SELECT 1 FROM events e WHERE e.stream = w.stream AND e.aside = 1 AND e.position IS NULL AND length(e.link) = 0)`,
  )

/** In a write transaction; the stream was withdrawn, but for the copies that wait. */
export function noteLeft(db: WritableDb, stream: string): void {
  db.run(`UPDATE withdrawals AS w SET at = '${waits}' WHERE w.stream = ? AND ${waitsForWord}`, stream)
  db.run(`DELETE FROM withdrawals AS w WHERE w.stream = ? AND NOT ${waitsForWord}`, stream)
}

export const streamsOnOffer = (db: ReadableDb): string[] =>
  db.all<{ stream: string }>(`SELECT w.stream FROM withdrawals w WHERE ${waitsForWord}`).map(({ stream }) => stream)

/** The cases among them: of these alone a server tells. Where there are more, others each time, so that each has its turn. */
export const casesOnOffer = (db: ReadableDb, most: number): string[] =>
  db
    .all<{ stream: string }>(
      `SELECT w.stream FROM withdrawals w WHERE ${waitsForWord} AND ${isCase} ORDER BY random() LIMIT ?`,
      most,
    )
    .map(({ stream }) => stream)
    .toSorted()

const isCase = "w.stream LIKE 'case:%'"

/** In a write transaction; cases of which no copy waits for a word. With the last of them goes whom they named. */
export function noteDecided(db: WritableDb, streams: readonly string[]): void {
  for (const stream of streams)
    db.run(`UPDATE withdrawals AS w SET at = '' WHERE w.stream = ? AND ${waitsForWord}`, stream)
  const left = db.value<number>(`SELECT 1 FROM withdrawals w WHERE ${waitsForWord} AND ${isCase} LIMIT 1`)
  if (left === undefined || left === null) db.run(`UPDATE withdrawals AS w SET at = '' WHERE ${waitsForWord}`)
}
