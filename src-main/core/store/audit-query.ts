import type { Instant } from '#shared/domain/clock/instant.ts'
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
  readonly page: { readonly offset: number; readonly limit: number }
}

export interface AuditPage {
  readonly total: number
  readonly events: readonly RecordedEvent[]
}

const fact = (name: string): string => `json_extract(CAST(facts AS TEXT), '$.${name}')`
const envelope = (name: string): string => `json_extract(CAST(envelope AS TEXT), '$.${name}')`

/** Events that anyone wrote by reading, signing in or changing what the office works by; newest first (G-06). */
export function queryAudit(db: ReadableDb, asked: AuditAsked): AuditPage {
  const { sql, params } = conditions(asked)
  const total = db.value<number>(`SELECT count(*) FROM events WHERE ${sql}`, ...params) ?? 0
  const rows = db.all<{ stream: string; id: string }>(
    `SELECT stream, id FROM events WHERE ${sql} ORDER BY seq DESC LIMIT ? OFFSET ?`,
    ...params,
    asked.page.limit,
    asked.page.offset,
  )
  const events = rows.map(({ stream, id }) => readEvent(db, stream, id)).filter((event) => event !== null)
  return { total, events }
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
