import type { Migration } from './migration.ts'

/** What colleagues at other machines did on a case and the server holds: told by the unit's feed, shown on the case (N-06). */
export const heldActs: Migration = {
  version: 4,
  reason: 'work of other machines that is held',
  up(db) {
    db.exec(`
      CREATE TABLE held_acts (
        commit_id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        actor TEXT NOT NULL,
        at TEXT NOT NULL,
        types TEXT NOT NULL,
        PRIMARY KEY (case_id, commit_id)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
