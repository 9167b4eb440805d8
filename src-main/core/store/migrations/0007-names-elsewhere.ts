import type { Migration } from './migration.ts'

/** How people and units of other units are called that act on a moved case: their records are not here (SYNC-FEED-12). */
export const namesElsewhere: Migration = {
  version: 7,
  reason: 'names of people and units of elsewhere',
  up(db) {
    db.exec('CREATE TABLE names_elsewhere (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID')
  },
}
