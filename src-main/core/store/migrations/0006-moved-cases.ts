import type { Migration } from './migration.ts'

/** Cases that this unit lost by a move: where they are now, as the unit's feed says (SYNC-FEED-11). */
export const movedCases: Migration = {
  version: 6,
  reason: 'where a case went that was moved away',
  up(db) {
    db.exec(`
      CREATE TABLE moved_cases (
        case_id TEXT NOT NULL,
        feed TEXT NOT NULL,
        reference TEXT NOT NULL,
        registered_at TEXT NOT NULL,
        moved_at TEXT NOT NULL,
        unit TEXT NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (feed, case_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX moved_cases_reference ON moved_cases (reference);
      CREATE INDEX moved_cases_at ON moved_cases (moved_at, case_id);
    `)
  },
}
