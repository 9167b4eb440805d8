import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import type { WritableDb } from './driver.ts'

/**
 * Tables derived from the log. `create` holds whole statements with plain table names; `apply` reads and writes the
 * tables of projections only (they stand in a file of their own and may be built while the log goes on).
 * A change of tables or of `apply` raises `version`: all tables are then built anew from the log.
 */
export interface Projection {
  readonly name: string
  readonly version: number
  readonly create: readonly string[]
  apply(db: WritableDb, recorded: RecordedEvent): void
}

/** Names what the tables were built by; another fingerprint means building anew. */
export function fingerprintOf(projections: readonly Projection[]): string {
  return projections.map(({ name, version }) => `${name}:${version}`).join(' ')
}
