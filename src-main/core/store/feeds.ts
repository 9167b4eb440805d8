/** Where this machine stands in each feed it holds, and the headers that prove it. */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { must } from '#shared/lib/assert.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { EntryEvent, EntryHeader, FeedName } from '#shared/sync/feed-entry.ts'
import type { SignedHead } from '#shared/sync/feed-page.ts'
import { noLink } from '#shared/sync/link.ts'
import { readRecords, writeRecords } from '#shared/sync/records.ts'
import { readStored, storedMostBytes, writeStored } from '#shared/sync/stored-frame.ts'
import type { ReadableDb, WritableDb } from './driver.ts'
import { unsayHeldActs } from './held-acts.ts'
import { unsayMoved } from './moved-cases.ts'

export interface FeedRow {
  readonly id: number
  readonly feed: FeedName
  readonly cursor: number
  readonly hash: Uint8Array
  /** Where the server said that the feed ends. */
  readonly ends: number
  readonly logEpoch: number
}

const columns = 'id, feed, cursor, hash, ends, log_epoch AS logEpoch FROM feeds'

export const readFeeds = (db: ReadableDb): readonly FeedRow[] => db.all<FeedRow>(`SELECT ${columns} ORDER BY id`)

export const readFeed = (db: ReadableDb, feed: FeedName): FeedRow | null =>
  db.get<FeedRow>(`SELECT ${columns} WHERE feed = ?`, feed) ?? null

/** A feed from its beginning; one that is held already stays where it is. */
export function beginFeed(db: WritableDb, feed: FeedName, logEpoch: number): FeedRow {
  db.run(
    `INSERT INTO feeds (feed, cursor, hash, ends, log_epoch, head_sequence, head_hash, signature)
     VALUES (?, 0, ?, 0, ?, 0, ?, ?) ON CONFLICT (feed) DO NOTHING`,
    feed,
    noLink,
    logEpoch,
    noLink,
    new Uint8Array(),
  )
  return must(readFeed(db, feed), 'the feed was just begun')
}

/** To be pulled from the first entry once more: what is known falls away by its id (SYNC-MERGE-2). */
export function rewindFeed(db: WritableDb, feed: FeedName, logEpoch: number): void {
  dropFeed(db, feed)
  unsayHeldActs(db, feed)
  unsayMoved(db, feed)
  beginFeed(db, feed, logEpoch)
}

/** The same entries so far, of a server that was restored: it signs their head anew with the next page. */
export const enterLogEpoch = (db: WritableDb, { id }: FeedRow, logEpoch: number): void =>
  void db.run("UPDATE feeds SET log_epoch = ?, signature = x'' WHERE id = ?", logEpoch, id)

/** What it said of held work stands: it may have ended, and another feed goes on telling of the case. */
export function dropFeed(db: WritableDb, feed: FeedName): void {
  db.run('DELETE FROM feed_pages WHERE feed IN (SELECT id FROM feeds WHERE feed = ?)', feed)
  db.run('DELETE FROM feeds WHERE feed = ?', feed)
}

export interface FeedStep {
  readonly feed: FeedRow
  readonly headers: readonly Uint8Array[]
  /** The last entry of this step. */
  readonly sequence: number
  readonly hash: Uint8Array
  readonly head: {
    readonly sequence: number
    readonly hash: string
    readonly signature: string
    readonly end: number
    readonly logEpoch: number
  }
}

/** Hashes hardly shrink: more effort would win nothing. */
const quick = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** A live edit brings one: to make it smaller would take longer than all else of its step. */
const fewHeaders = 4

function packed(headers: readonly Uint8Array[]): Uint8Array {
  const records = writeRecords(headers)
  return headers.length <= fewHeaders && records.length <= storedMostBytes
    ? writeStored(records)
    : zstdCompressSync(records, quick)
}

/** Moves the cursor over entries that were applied in the same transaction (SYNC-PULL-3). */
export function stepFeed(db: WritableDb, { feed, headers, sequence, hash, head }: FeedStep): void {
  if (headers.length > 0) {
    db.run('INSERT INTO feed_pages (feed, last, headers) VALUES (?, ?, ?)', feed.id, sequence, packed(headers))
  }
  db.run(
    `UPDATE feeds SET cursor = ?, hash = ?, ends = max(ends, ?), log_epoch = ?, head_sequence = ?, head_hash = ?, signature = ?
     WHERE id = ?`,
    sequence,
    hash,
    Math.max(head.end, sequence),
    head.logEpoch,
    head.sequence,
    Buffer.from(head.hash, 'hex'),
    Buffer.from(head.signature, 'hex'),
    feed.id,
  )
}

export const noteFeedEnd = (db: WritableDb, feed: FeedName, end: number): void =>
  void db.run('UPDATE feeds SET ends = max(cursor, ?) WHERE feed = ?', end, feed)

/** What the server signed last of a feed; null while nothing of it was pulled. */
export function signedHead(
  db: ReadableDb,
  feed: FeedRow,
): { readonly sequence: number; readonly hash: string; readonly signature: string } | null {
  const row = db.get<{ sequence: number; hash: Uint8Array; signature: Uint8Array }>(
    'SELECT head_sequence AS sequence, head_hash AS hash, signature FROM feeds WHERE id = ?',
    feed.id,
  )
  if (row === undefined || row.signature.length === 0) return null
  return { sequence: row.sequence, hash: toHex(row.hash), signature: toHex(row.signature) }
}

/** As `signedHead`, of the first so many feeds: what the server is shown of its own word (SYNC-RECOVER-10). */
export const signedHeads = (db: ReadableDb, most: number): SignedHead[] =>
  readFeeds(db)
    .flatMap((row) => {
      const head = signedHead(db, row)
      return head === null || head.sequence === 0 ? [] : { feed: row.feed, logEpoch: row.logEpoch, ...head }
    })
    .slice(0, most)

/** Headers of a feed from its first entry; a page that cannot be unpacked ends it. */
export function* headersOf(db: ReadableDb, feed: FeedRow): Generator<Uint8Array> {
  const pages = db.each<{ headers: Uint8Array }>('SELECT headers FROM feed_pages WHERE feed = ? ORDER BY last', feed.id)
  for (const { headers } of pages) {
    const records = unpacked(headers)
    if (records === null) return
    for (const header of records) if (header !== null) yield header
  }
}

/**
 * Which of these events (stream → ids) a feed of this machine shows now: it named them since it last withdrew their stream.
 * Read from the ends of the feeds backwards: what is asked for was mostly said lately.
 */
export function shownEvents(db: ReadableDb, events: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const shown = new Set<string>()
  // What one feed shows, no other is asked for.
  const left = new Map([...events].map(([stream, ids]) => [stream, new Set(ids)]))
  for (const feed of readFeeds(db)) {
    const asked = new Map(left)
    for (const header of headersFromEnd(db, feed)) {
      if (asked.size === 0) break
      if (header.kind === 'withdrawn') asked.delete(header.stream)
      for (const { id } of eventsOf(header).filter((event) => tickOff(asked, event))) shown.add(id)
    }
    for (const [stream, ids] of left) if (ids.size === 0) left.delete(stream)
  }
  return shown
}

/** Whether each feed has all the headers that it was read by: a page that cannot be unpacked lacks. */
export const areFeedsWhole = (db: ReadableDb): boolean =>
  readFeeds(db).every((feed) => [...headersOf(db, feed)].length === feed.cursor)

/** Whatever a feed of this machine says anything of. */
export const streamsNamedIn = (db: ReadableDb, feed: FeedRow): ReadonlySet<string> =>
  new Set([...headersFromEnd(db, feed)].flatMap((header) => eventsOf(header).map(({ stream }) => stream)))

function tickOff(asked: Map<string, Set<string>>, { stream, id }: EntryEvent): boolean {
  const ids = asked.get(stream)
  const isAsked = ids?.delete(id) === true
  if (ids?.size === 0) asked.delete(stream)
  return isAsked
}

const eventsOf = (header: EntryHeader): readonly EntryEvent[] =>
  header.kind === 'commit' || header.kind === 'earlier' ? header.events : []

function* headersFromEnd(db: ReadableDb, feed: FeedRow): Generator<EntryHeader> {
  const pages = db.each<{ headers: Uint8Array }>(
    'SELECT headers FROM feed_pages WHERE feed = ? ORDER BY last DESC',
    feed.id,
  )
  for (const { headers } of pages)
    for (const header of (unpacked(headers) ?? []).toReversed())
      if (header !== null) yield parseCanonical(header) as EntryHeader
}

function unpacked(headers: Uint8Array): readonly (Uint8Array | null)[] | null {
  try {
    return readRecords(readStored(headers) ?? zstdDecompressSync(headers))
  } catch {
    return null
  }
}
