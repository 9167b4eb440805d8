import type { Instant } from '#shared/domain/clock/instant.ts'
import { stringOr } from '#shared/lib/string-or.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import type { ReadableDb } from './driver.ts'
import { readEvent } from './read-stream.ts'

/** In: kinds of streams, event types, and what their events must say. Nothing left out is asked for. */
export interface AuditAsked {
  readonly streams: readonly string[]
  readonly types: readonly string[] | null
  /** Value of the fact `kind`. */
  readonly read: string | null
  readonly actor: string | null
  /** Values of the fact `of`. */
  readonly of: string | null
  readonly from: Instant | null
  readonly to: Instant | null
}

/** An event, and the one that had set the same thing before it; null: it was new, or sets nothing whole. */
export interface AuditEvent {
  readonly event: RecordedEvent
  readonly before: RecordedEvent | null
}

export interface AuditPage {
  readonly total: number
  readonly events: readonly AuditEvent[]
}

const fact = (name: string): string => `json_extract(CAST(facts AS TEXT), '$.${name}')`
const envelope = (name: string): string => `json_extract(CAST(envelope AS TEXT), '$.${name}')`

/** Events that anyone wrote by reading, signing in or changing what the office works by; newest first (G-06). */
export function queryAudit(
  db: ReadableDb,
  asked: AuditAsked,
  page: { readonly offset: number; readonly limit: number },
): AuditPage {
  const { sql, params } = conditions(asked)
  const total = db.value<number>(`SELECT count(*) FROM events WHERE ${sql}`, ...params) ?? 0
  const rows = db.all<Place>(
    `SELECT seq, stream, id FROM events WHERE ${sql} ORDER BY seq DESC LIMIT ? OFFSET ?`,
    ...params,
    page.limit,
    page.offset,
  )
  return { total, events: eventsAt(db, rows) }
}

/**
 * The next newest of them before a place of the log: what is written meanwhile moves nothing. The log is walked back from
 * there, not sorted anew for every slice.
 */
export function sliceAudit(
  db: ReadableDb,
  asked: AuditAsked,
  slice: { readonly before: number; readonly limit: number },
): readonly AuditEvent[] {
  const { sql, params } = conditions(asked)
  const rows = db.all<Place>(
    `SELECT seq, stream, id FROM events NOT INDEXED WHERE ${sql} AND seq < ? ORDER BY seq DESC LIMIT ?`,
    ...params,
    slice.before,
    slice.limit,
  )
  return eventsAt(db, rows)
}

interface Place {
  readonly seq: number
  readonly stream: string
  readonly id: string
}

function eventsAt(db: ReadableDb, places: readonly Place[]): readonly AuditEvent[] {
  return places.flatMap(({ seq, stream, id }) => {
    const event = readEvent(db, stream, id)
    return event === null ? [] : [{ event, before: eventBefore(db, event, seq) }]
  })
}

/** What an event of this type sets is whole each time: all that its stream is about, but for entries, which share a list. */
function eventBefore(db: ReadableDb, { stream, type, facts }: RecordedEvent, seq: number): RecordedEvent | null {
  if (stream.startsWith('audit:')) return null
  const code = type === 'entry.set' ? stringOr(facts['code'], '') : null
  const before = lastOf(db, { stream, type, code }, seq)
  // An office that changes a group for itself has had the central unit's until then (G-02).
  return before ?? (type === 'group.set' ? lastOf(db, { stream: centralOf(stream), type, code }, seq) : null)
}

const centralOf = (stream: string): string => stream.replace(/:[^/]*\//, ':central/')

function lastOf(
  db: ReadableDb,
  { stream, type, code }: { readonly stream: string; readonly type: string; readonly code: string | null },
  seq: number,
): RecordedEvent | null {
  const id = db.value<string>(
    `SELECT id FROM events WHERE stream = ? AND type = ? AND seq < ? AND aside = 0 ${code === null ? '' : `AND ${fact('code')} = ?`}
      ORDER BY seq DESC LIMIT 1`,
    stream,
    type,
    seq,
    ...(code === null ? [] : [code]),
  )
  return id === undefined ? null : readEvent(db, stream, id)
}

function conditions(asked: AuditAsked): { readonly sql: string; readonly params: readonly string[] } {
  const streams = asked.streams.map(() => '(stream >= ? AND stream < ?)').join(' OR ')
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [`(${streams})`, asked.streams.flatMap((prefix) => [prefix, `${prefix}\u{10FFFF}`])],
    ...(asked.types === null ? [] : [[`type IN (${asked.types.map(() => '?').join(', ')})`, asked.types] as const]),
    ...equal(fact('kind'), asked.read),
    ...equal(envelope('actor'), asked.actor),
    ...equal(fact('of'), asked.of),
    ...(asked.from === null ? [] : [[`${envelope('at')} >= ?`, [asked.from]] as const]),
    ...(asked.to === null ? [] : [[`${envelope('at')} < ?`, [asked.to]] as const]),
  ]
  return { sql: parts.map(([sql]) => sql).join(' AND '), params: parts.flatMap(([, params]) => params) }
}

const equal = (column: string, value: string | null) => (value === null ? [] : [[`${column} = ?`, [value]] as const])
