import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import type { WritableDb } from './driver.ts'

/**
 * Tables derived from the log. `create` holds whole statements with plain table names. `apply` gets the events of one
 * transaction in their order (a commit, or a slice of the log when building anew), so that a row touched by several of
 * them is written once; it reads and writes the tables of projections only: they stand in a file of their own and may
 * be built while the log goes on. A change of tables or of `apply` raises `version`: all tables are then built anew.
 */
export interface Projection {
  readonly name: string
  readonly version: number
  readonly create: readonly string[]
  apply(db: WritableDb, recorded: readonly RecordedEvent[], anew: Anew): void
}

/**
 * Streams that are folded anew, because an event came in that is not at their end, one was given another verdict, or
 * some are gone: the whole history in its order, empty when nothing of it is left. `recorded` then has none of them.
 */
export type Anew = ReadonlyMap<string, readonly RecordedEvent[]>

/** How the tables file itself is laid out. */
const layout = 2

/** Names what the tables were built by; another fingerprint means building anew. */
export function fingerprintOf(projections: readonly Projection[]): string {
  return [`layout:${layout}`, ...projections.map(({ name, version }) => `${name}:${version}`)].join(' ')
}
