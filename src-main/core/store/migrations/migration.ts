import type { WritableDb } from '#core/store/driver.ts'

/** One step of the log's schema. Tables that are derived from the log are rebuilt, never migrated. */
export interface Migration {
  readonly version: number
  readonly reason: string
  up(db: WritableDb): void
}
