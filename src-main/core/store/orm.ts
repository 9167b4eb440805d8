import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { type ReadableDb, rawOf } from './driver.ts'

const orms = new WeakMap<ReadableDb, BetterSQLite3Database>()

/** The typed query builder over a handle, for lists whose conditions come from a filter. Hot paths use prepared SQL. */
export function ormOf(db: ReadableDb): BetterSQLite3Database {
  let orm = orms.get(db)
  if (orm === undefined) {
    orm = drizzle(rawOf(db))
    orms.set(db, orm)
  }
  return orm
}
