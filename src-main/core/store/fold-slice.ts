/**
 * How a slice of the log reaches the tables. Invariant of the tables: they hold the fold, in fold order, of all events
 * up to `projected.seq`, and every change of order or verdict up to `projected.change`. So a slice is simply added where
 * its events stand behind everything the tables know of their stream; any other stream is folded anew up to the slice's
 * end. However the log is cut into slices, the tables are the same (SYNC-PULL-4).
 */
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import type { ReadableDb, WritableDb } from './driver.ts'
import type { Anew, Projection } from './projection.ts'
import { folded, foldOrder, readStream, type StoredEvent } from './read-stream.ts'

export interface Slice {
  /** Events that follow what the tables know. */
  readonly events: readonly RecordedEvent[]
  readonly anew: Anew
}

export const applySlice = (db: WritableDb, projections: readonly Projection[], { events, anew }: Slice): void => {
  for (const projection of projections) projection.apply(db, events, anew)
}

/** In: the log, events right after `after`. Out: what of them is added and what is folded anew. */
export function sliceOf(log: ReadableDb, after: number, stored: readonly StoredEvent[]): Slice {
  const last = stored.at(-1)?.seq ?? after
  const streams = isJoined(log) ? new Set(stored.map(({ stream }) => stream)) : []
  const anew = new Map<string, readonly RecordedEvent[]>()
  for (const stream of streams) {
    if (!isAddedAtEnd(log, stream, { after, last })) anew.set(stream, readStream(log, stream, last))
  }
  const events = stored.flatMap(({ folded: event }) => (event === null || anew.has(event.stream) ? [] : [event]))
  return { events, anew }
}

/** A log that never had a server has one order only. */
const isJoined = (log: ReadableDb): boolean => log.value<number>('SELECT 1 FROM feeds LIMIT 1') === 1

function isAddedAtEnd(log: ReadableDb, stream: string, place: { after: number; last: number }): boolean {
  const rows = log.all<{ seq: number }>(
    `SELECT seq FROM events WHERE stream = ? AND ${folded} AND seq <= ? ORDER BY ${foldOrder}`,
    stream,
    place.last,
  )
  const first = rows.findIndex(({ seq }) => seq > place.after)
  const added = first < 0 ? [] : rows.slice(first)
  return added.every(({ seq }, index) => seq > place.after && (index === 0 || seq > (added[index - 1]?.seq ?? 0)))
}

/** Streams whose fold changed without a new event at the log's end, after a place in the list of changes. */
export function changedStreams(
  log: ReadableDb,
  after: number,
  limit: number,
): { readonly streams: readonly string[]; readonly last: number } {
  const rows = log.all<{ id: number; stream: string }>(
    'SELECT id, stream FROM sync_changes WHERE id > ? ORDER BY id LIMIT ?',
    after,
    limit,
  )
  return { streams: [...new Set(rows.map(({ stream }) => stream))], last: rows.at(-1)?.id ?? after }
}

/** Whole histories up to a place of the log. */
export const histories = (log: ReadableDb, streams: readonly string[], upTo: number): Anew =>
  new Map(streams.map((stream) => [stream, readStream(log, stream, upTo)]))

/** The end of the list of changes, also when it was emptied. */
export const lastChange = (log: ReadableDb): number =>
  log.value<number>("SELECT seq FROM sqlite_sequence WHERE name = 'sync_changes'") ?? 0

export function noteChanges(db: WritableDb, streams: Iterable<string>): void {
  for (const stream of streams) db.run('INSERT INTO sync_changes (stream) VALUES (?)', stream)
}
