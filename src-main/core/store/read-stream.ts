import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import { openPrivatePart } from '#shared/sync/private-part.ts'
import type { RecordedEvent, Verdict } from '#shared/sync/recorded-event.ts'
import type { ReadableDb } from './driver.ts'

const columns = `seq, device, epoch, sequence, verdict, envelope, facts, private
  FROM events JOIN chains ON chains.id = events.chain`

interface EventRow {
  readonly seq: number
  readonly device: string
  readonly epoch: number
  readonly sequence: number
  readonly verdict: Verdict
  readonly envelope: Buffer
  readonly facts: Buffer
  readonly private: Buffer | null
}

/** The history of a stream, oldest first. */
export function readStream(db: ReadableDb, stream: string): RecordedEvent[] {
  return db.all<EventRow>(`SELECT ${columns} WHERE stream = ? ORDER BY seq`, stream).map(recordedOf)
}

/** Every stream of a kind (`list:`, `unit:`), in the order it was written. */
export function readStreams(db: ReadableDb, prefix: string): RecordedEvent[] {
  const rows = db.all<EventRow>(`SELECT ${columns} WHERE stream >= ? AND stream < ?`, prefix, `${prefix}\u{10FFFF}`)
  return rows.toSorted((left, right) => left.seq - right.seq).map(recordedOf)
}

export function readEvent(db: ReadableDb, stream: string, id: string): RecordedEvent | null {
  const row = db.get<EventRow>(`SELECT ${columns} WHERE stream = ? AND events.id = ?`, stream, id)
  return row === undefined ? null : recordedOf(row)
}

/** Up to `limit` events after a place in the log. */
export function readAfter(db: ReadableDb, seq: number, limit: number): RecordedEvent[] {
  return db.all<EventRow>(`SELECT ${columns} WHERE seq > ? ORDER BY seq LIMIT ?`, seq, limit).map(recordedOf)
}

const pageSize = 500

/** Visits every event from `fromSeq` on, a page at a time, so the visitor may write. A visit that answers false stops. */
export function readAll(db: ReadableDb, fromSeq: number, visit: (recorded: RecordedEvent) => boolean | void): void {
  let after = fromSeq - 1
  for (;;) {
    const page = readAfter(db, after, pageSize)
    for (const recorded of page) {
      if (visit(recorded) === false) return
      after = recorded.seq
    }
    if (page.length < pageSize) return
  }
}

/** Place of the last event; 0 in an empty log. */
export function lastSeq(db: ReadableDb): number {
  return db.value<number | null>('SELECT max(seq) FROM events') ?? 0
}

function recordedOf(row: EventRow): RecordedEvent {
  const content = JSON.parse(row.envelope.toString()) as EnvelopeContent
  return {
    ...content,
    device: row.device,
    epoch: row.epoch,
    sequence: row.sequence,
    seq: row.seq,
    facts: JSON.parse(row.facts.toString()) as RecordedEvent['facts'],
    private: row.private === null ? null : openPrivatePart(row.private),
    verdict: row.verdict,
  }
}
