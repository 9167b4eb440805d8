import type { Migration } from './migration.ts'

/**
 * Which feed told of held work, and which told of its end where that was another: a case may become strictly confidential
 * in between. A feed that is read anew says again what it said, and nothing of what another did.
 */
export const heldFeeds: Migration = {
  version: 5,
  reason: 'which feed told of held work',
  up(db) {
    db.exec(`
      ALTER TABLE held_acts ADD COLUMN feed TEXT NOT NULL DEFAULT '';
      UPDATE held_acts SET feed = coalesce(
        (SELECT feed FROM feeds WHERE feed = 'case:' || case_id),
        (SELECT feed FROM feeds WHERE feed NOT LIKE 'case:%' AND feed NOT LIKE 'device:%'),
        '');
      CREATE TABLE held_ends (
        commit_id TEXT NOT NULL,
        feed TEXT NOT NULL,
        PRIMARY KEY (commit_id, feed)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
