/**
 * Files on their way (SYNC-BLOB-1, SYNC-BLOB-2). Invariants: the queue is derived from the log and can be read from it
 * again; a file of this machine's own event stays `up` and `waiting` until the server said that it holds it durably.
 */
import type { OutcomeReason } from '#shared/sync/outcome.ts'
import { must } from '#shared/lib/assert.ts'
import { openPrivatePart } from '#shared/sync/private-part.ts'
import type { ReadableDb, WritableDb } from './driver.ts'
import { fileEventTypes, namedFiles, type NamedFile } from './named-files.ts'
import { lastSeq } from './read-stream.ts'
import { noteSent } from './sent-files.ts'

export interface QueuedBlob {
  readonly address: string
  readonly stream: string
  readonly direction: 'up' | 'down'
  /** Length of the plain bytes. */
  readonly size: number
  /** Where the server receives it; null before it was begun. */
  readonly upload: string | null
  readonly tries: number
}

interface FileEventRow {
  readonly seq: number
  readonly stream: string
  readonly type: string
  readonly facts: Uint8Array
  readonly private: Uint8Array | null
  readonly isOwn: number
}

const types = fileEventTypes.map((type) => `'${type}'`).join(', ')
const fileEvents = `SELECT seq, stream, type, facts, private, length(link) > 0 AS isOwn FROM events
  WHERE type IN (${types}) AND private IS NOT NULL`

const filesIn = ({ type, facts, private: secret }: FileEventRow): readonly NamedFile[] =>
  namedFiles({
    type,
    facts: JSON.parse(Buffer.from(facts).toString()) as Record<string, unknown>,
    private: secret === null ? null : openPrivatePart(secret),
  })

/**
 * A file of an event that is no longer this machine's business (its department returned the referral) is not given. It is not
 * asked for again until another event names it, a person presses the button or the server was restored (SYNC-BLOB-3).
 */
const isGiven = "coalesce(blob_queue.reason ->> 'code', '') <> 'sync-blob-not-named'"

const insert = `INSERT INTO blob_queue (address, stream, place, direction, size, state) VALUES (?, ?, ?, ?, ?, 'waiting')
  ON CONFLICT (address) DO UPDATE SET stream = excluded.stream, place = excluded.place, not_before = 0, reason = NULL
  WHERE state = 'waiting' AND NOT ${isGiven}`

const notedUpTo = (db: ReadableDb): number =>
  must(db.value<number>('SELECT files_noted FROM sync_state'), 'the log has its state')

/** Events without a file that are looked at again the next time: less than what waiting for the disk would cost. */
const lookedAtAgain = 64

/**
 * Brings the queue up to the log: own files go up, others' come down. Whatever a loss of power takes of it is read from the
 * log again. Out: whether anything was added.
 */
export function noteFiles(db: WritableDb): boolean {
  const from = notedUpTo(db)
  const to = lastSeq(db)
  if (to <= from) return false
  const rows = db.all<FileEventRow>(`${fileEvents} AND seq > ? AND seq <= ? ORDER BY seq`, from, to)
  if (rows.length === 0 && to - from < lookedAtAgain) return false
  return db.transactionSoon(() => {
    let added = 0
    for (const row of rows)
      for (const { address, size } of filesIn(row))
        added += db.run(insert, address, row.stream, row.seq, row.isOwn === 1 ? 'up' : 'down', size).changes
    db.run('UPDATE sync_state SET files_noted = ?', to)
    return added > 0
  })
}

/** An event that came back, or got its private part: what it names is looked at once more. In a write transaction. */
export const noteFilesFrom = (db: WritableDb, seq: number): void =>
  void db.run('UPDATE sync_state SET files_noted = min(files_noted, ?)', seq - 1)

export interface BlobBounds {
  /** Larger ones come when they are asked for. */
  readonly fileBytes: number
  /** What a machine fetches by itself, altogether. */
  readonly totalBytes: number
}

const columns = 'address, stream, direction, size, upload, tries FROM blob_queue'

/** The server gives no file of an event that it lacks: that event stands aside until the central unit has taken it back (SYNC-RECOVER-2). */
const isAtServer = 'NOT EXISTS (SELECT 1 FROM events WHERE seq = blob_queue.place AND aside = 1)'

/** The next file to carry: own first, oldest first; then others', newest first, within bounds. Null: none is due. */
export function nextBlob(db: ReadableDb, now: number, bounds: BlobBounds): QueuedBlob | null {
  const due = "state = 'waiting' AND not_before <= ?"
  const up = db.get<QueuedBlob>(`SELECT ${columns} WHERE direction = 'up' AND ${due} ORDER BY place LIMIT 1`, now)
  if (up !== undefined) return up
  const room = bounds.totalBytes - fetchedBytes(db)
  const down = `SELECT ${columns} WHERE direction = 'down' AND ${due} AND ${isAtServer} AND ${isGiven} AND size <= ?
    ORDER BY place DESC LIMIT 1`
  return db.get<QueuedBlob>(down, now, Math.min(bounds.fileBytes, room)) ?? null
}

const fetchedBytes = (db: ReadableDb): number =>
  db.value<number>("SELECT coalesce(sum(size), 0) FROM blob_queue WHERE direction = 'down' AND state = 'done'") ?? 0

export const findBlob = (db: ReadableDb, address: string): QueuedBlob | null =>
  db.get<QueuedBlob>(`SELECT ${columns} WHERE address = ?`, address) ?? null

/** When the first file that is not due yet will be, in ms since 1970; null: none waits. */
export const nextDue = (db: ReadableDb, bounds: BlobBounds): number | null =>
  db.value<number | null>(
    `SELECT min(not_before) FROM blob_queue
     WHERE state = 'waiting' AND (direction = 'up' OR (size <= ? AND ${isAtServer} AND ${isGiven}))`,
    Math.min(bounds.fileBytes, bounds.totalBytes - fetchedBytes(db)),
  ) ?? null

export const noteUpload = (db: WritableDb, address: string, upload: string | null): void =>
  db.transaction(() => void db.run('UPDATE blob_queue SET upload = ? WHERE address = ?', upload, address))

/** `isSent`: its bytes went over just now. */
export const noteDone = (db: WritableDb, address: string, isSent = false): void =>
  db.transaction(() => {
    db.run("UPDATE blob_queue SET state = 'done', upload = NULL, tries = 0, reason = NULL WHERE address = ?", address)
    if (isSent) noteSent(db, address)
  })

/** This file is tried again later; the others go on (S5). */
export const noteFailed = (
  db: WritableDb,
  address: string,
  { notBefore, reason }: { readonly notBefore: number; readonly reason: OutcomeReason },
): void =>
  db.transaction(
    () =>
      void db.run(
        'UPDATE blob_queue SET tries = tries + 1, not_before = ?, reason = ? WHERE address = ?',
        notBefore,
        JSON.stringify(reason),
        address,
      ),
  )

/** All that waits is due now: the network came back, or a person pressed the button. */
export const hurryBlobs = (db: WritableDb): void =>
  db.transaction(
    () => void db.run("UPDATE blob_queue SET not_before = 0, tries = 0, reason = NULL WHERE state = 'waiting'"),
  )

/** A restored server may lack any of them: each is offered again, and sent where it is missing (SYNC-RECOVER-2). In a write transaction. */
export function offerBlobsAgain(db: WritableDb): void {
  db.run("UPDATE blob_queue SET reason = NULL WHERE state = 'waiting'")
  db.run("UPDATE blob_queue SET direction = 'up', state = 'waiting', upload = NULL WHERE state = 'done'")
}

/** Of these the server was asked, and lacks it. None of a case that is leaving, which would stay for it. In a write transaction. */
export const offerAgain = (db: WritableDb, address: string): void =>
  void db.run(
    `UPDATE blob_queue SET state = 'waiting' WHERE address = ? AND direction = 'up' AND state = 'done'
       AND stream NOT IN (SELECT stream FROM withdrawals)`,
    address,
  )

export interface BlobCounts {
  readonly up: { readonly files: number; readonly bytes: number }
  /** What comes by itself, and what waits until somebody opens it. */
  readonly down: { readonly files: number; readonly bytes: number }
  readonly onDemand: number
  /** Why the last one that failed did. */
  readonly reason: OutcomeReason | null
}

export function countBlobs(db: ReadableDb, bounds: BlobBounds): BlobCounts {
  const room = Math.min(bounds.fileBytes, bounds.totalBytes - fetchedBytes(db))
  const waiting = db.all<{ direction: 'up' | 'down'; large: number; files: number; bytes: number }>(
    `SELECT direction, size > ? AS large, count(*) AS files, sum(size) AS bytes FROM blob_queue
     WHERE state = 'waiting' AND ${isGiven} GROUP BY 1, 2`,
    room,
  )
  const sum = (rows: typeof waiting) => ({
    files: rows.reduce((all, { files }) => all + files, 0),
    bytes: rows.reduce((all, { bytes }) => all + bytes, 0),
  })
  const down = waiting.filter(({ direction }) => direction === 'down')
  const reason = db.value<string>(
    `SELECT reason FROM blob_queue WHERE state = 'waiting' AND ${isGiven} AND reason IS NOT NULL ORDER BY not_before DESC LIMIT 1`,
  )
  return {
    up: sum(waiting.filter(({ direction }) => direction === 'up')),
    down: sum(down.filter(({ large }) => large === 0)),
    onDemand: sum(down.filter(({ large }) => large === 1)).files,
    reason: reason === undefined ? null : (JSON.parse(reason) as OutcomeReason),
  }
}

/**
 * Of these streams those with a file that the server does not hold durably yet: they stay (SYNC-RECOVER-3). What was looked
 * for and is not here either keeps none: staying would bring nothing back.
 */
export function streamsWithUploads(db: ReadableDb, streams: readonly string[]): ReadonlySet<string> {
  const kept = streams.filter(
    (stream) =>
      db.value<number>(
        `SELECT 1 FROM blob_queue WHERE stream = ? AND direction = 'up' AND state = 'waiting'
         AND coalesce(reason ->> 'code', '') <> 'attachment-missing' LIMIT 1`,
        stream,
      ) === 1,
  )
  return new Set(kept)
}

/** Files of a stream leave the queue: these, or all (null). In a write transaction. */
export function forgetBlobs(db: WritableDb, stream: string, addresses: readonly string[] | null): void {
  if (addresses === null) db.run('DELETE FROM blob_queue WHERE stream = ?', stream)
  else
    for (const address of addresses) db.run('DELETE FROM blob_queue WHERE stream = ? AND address = ?', stream, address)
}

/** Files that a stream's events name, and the place of the event. */
export const filesOfStream = (db: ReadableDb, stream: string): readonly { seq: number; address: string }[] =>
  db
    .all<FileEventRow>(`${fileEvents} AND stream = ?`, stream)
    .flatMap((row) => filesIn(row).map(({ address }) => ({ seq: row.seq, address })))

/** Addresses of all files that an event of this log names. */
export const allNamedFiles = (db: ReadableDb): readonly string[] => [
  ...new Set([...db.each<FileEventRow>(fileEvents)].flatMap(filesIn).map(({ address }) => address)),
]

/** Addresses of files that have yet to come: a case may arrive before its file. */
export const awaitedFiles = (db: ReadableDb): ReadonlySet<string> =>
  new Set(
    db
      .all<{ address: string }>("SELECT address FROM blob_queue WHERE direction = 'down' AND state = 'waiting'")
      .map(({ address }) => address),
  )
