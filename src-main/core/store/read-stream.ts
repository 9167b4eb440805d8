import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import type { EventBytes } from '#shared/sync/feed-entry.ts'
import { openPrivatePart, openPrivateText } from '#shared/sync/private-part.ts'
import type { RecordedEvent, Verdict } from '#shared/sync/recorded-event.ts'
import type { ReadableDb } from './driver.ts'

/** Bytes come as the text that they are: a buffer for each would take twice as long, and every history is read here. */
const columns = `seq, stream, device, epoch, sequence, verdict, aside,
  CAST(envelope AS TEXT) AS envelope, CAST(facts AS TEXT) AS facts, CAST(private AS TEXT) AS private
  FROM events JOIN chains ON chains.id = events.chain`

interface Place {
  readonly device: string
  readonly epoch: number
  readonly sequence: number
  readonly seq: number
  readonly verdict: Verdict
}

interface EventRow extends Place {
  readonly stream: string
  readonly aside: number
  readonly envelope: string
  readonly facts: string
  readonly private: string | null
}

/**
 * The order of a stream's fold: accepted events by the position the server gave, then this machine's unanswered ones in
 * the order of their making. Held, refused and withdrawn events are no part of it. SYNC-MERGE-1, SYNC-MERGE-3.
 */
export const folded = 'aside = 0'
export const foldOrder = 'position IS NULL, position, seq'

/** The history of a stream in the order of its fold; up to a place of the log where one is given. */
export function readStream(db: ReadableDb, stream: string, upTo = Number.MAX_SAFE_INTEGER): RecordedEvent[] {
  const where = `stream = ? AND ${folded} AND seq <= ? ORDER BY ${foldOrder}`
  return db.all<EventRow>(`SELECT ${columns} WHERE ${where}`, stream, upTo).map(recordedOf)
}

/**
 * Every stream of a kind (`list:`, `unit:`): each in the order of its fold, which may differ from how it came; between
 * streams, which do not hang on each other, as they came.
 */
export function readStreams(db: ReadableDb, prefix: string): RecordedEvent[] {
  const where = `stream >= ? AND stream < ? AND ${folded} ORDER BY ${foldOrder}`
  const rows = db.all<EventRow>(`SELECT ${columns} WHERE ${where}`, prefix, `${prefix}\u{10FFFF}`)
  const next = new Map([...Map.groupBy(rows, ({ stream }) => stream)].map(([stream, own]) => [stream, own.values()]))
  return rows
    .toSorted((left, right) => left.seq - right.seq)
    .flatMap(({ stream }) => next.get(stream)?.next().value ?? [])
    .map(recordedOf)
}

/** A stream as this machine wrote it, in the order of the writing: also what the server keeps aside, which no fold shows. */
export function readWritten(db: ReadableDb, stream: string): RecordedEvent[] {
  const where = 'stream = ? AND aside <> 2 ORDER BY seq'
  return db.all<EventRow>(`SELECT ${columns} WHERE ${where}`, stream).map(recordedOf)
}

export function readEvent(db: ReadableDb, stream: string, id: string): RecordedEvent | null {
  const row = db.get<EventRow>(`SELECT ${columns} WHERE stream = ? AND events.id = ?`, stream, id)
  return row === undefined ? null : recordedOf(row)
}

/** Up to `limit` events after a place in the log, in the order they came; also those that are no part of a fold. */
export function readAfter(db: ReadableDb, seq: number, limit: number): StoredEvent[] {
  return db.all<EventRow>(`SELECT ${columns} WHERE seq > ? ORDER BY seq LIMIT ?`, seq, limit).map(storedOf)
}

/** An event of the log with what keeps it out of a fold; a withdrawn one has no content any more. */
export interface StoredEvent {
  readonly seq: number
  readonly stream: string
  /** Null: held, refused or withdrawn. */
  readonly folded: RecordedEvent | null
}

const pageSize = 500

/** Visits every event from `fromSeq` on, a page at a time, so the visitor may write. A visit that answers false stops. */
export function readAll(db: ReadableDb, fromSeq: number, visit: (recorded: RecordedEvent) => boolean | void): void {
  let after = fromSeq - 1
  for (;;) {
    const page = readAfter(db, after, pageSize)
    for (const { seq, folded: recorded } of page) {
      if (recorded !== null && visit(recorded) === false) return
      after = seq
    }
    if (page.length < pageSize) return
  }
}

/** Place of the last event; 0 in an empty log. */
export function lastSeq(db: ReadableDb): number {
  return db.value<number | null>('SELECT max(seq) FROM events') ?? 0
}

const storedOf = (row: EventRow): StoredEvent => ({
  seq: row.seq,
  stream: row.stream,
  folded: row.aside === 0 ? recordedOf(row) : null,
})

const recordedOf = (row: EventRow): RecordedEvent =>
  recorded(row, {
    content: JSON.parse(row.envelope) as EnvelopeContent,
    facts: JSON.parse(row.facts) as RecordedEvent['facts'],
    private: row.private === null ? null : openPrivateText(row.private),
  })

/** In: an event's bytes with what stands beside them. Out: the event as the rulebook and the tables read it. */
export const recordedFrom = (row: Place & EventBytes): RecordedEvent =>
  recorded(row, {
    content: jsonOf(row.envelope) as EnvelopeContent,
    facts: jsonOf(row.facts) as RecordedEvent['facts'],
    private: row.private === null ? null : openPrivatePart(row.private),
  })

const recorded = (
  { device, epoch, sequence, seq, verdict }: Place,
  told: Pick<RecordedEvent, 'facts' | 'private'> & { readonly content: EnvelopeContent },
): RecordedEvent => ({
  ...told.content,
  device,
  epoch,
  sequence,
  seq,
  facts: told.facts,
  private: told.private,
  verdict,
})

/** Bytes as they lie, without a copy. */
const jsonOf = ({ buffer, byteOffset, byteLength }: Uint8Array): unknown =>
  JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString())
