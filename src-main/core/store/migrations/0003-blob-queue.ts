import type { Migration } from './migration.ts'

/**
 * Files on their way to and from a server (S16), a row each. The queue follows the log: `sync_state.files_noted` is the
 * place up to which the log was read for files. `place` is that of the event that names the file: what is newest is
 * fetched first. Events that can name a file are few: an index of their own spares reading all others. The table was made before anything used it, so it is made anew.
 */
export const blobQueue: Migration = {
  version: 3,
  reason: 'files on their way to and from a server',
  up(db) {
    db.exec(`
      DROP TABLE blob_queue;
      CREATE TABLE blob_queue (
        address TEXT PRIMARY KEY,
        stream TEXT NOT NULL,
        place INTEGER NOT NULL,
        direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),
        size INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'done')),
        upload TEXT,
        tries INTEGER NOT NULL DEFAULT 0,
        not_before INTEGER NOT NULL DEFAULT 0,
        reason TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX blob_queue_waiting ON blob_queue (direction, place) WHERE state = 'waiting';
      CREATE INDEX blob_queue_stream ON blob_queue (stream);
      CREATE INDEX events_with_files ON events (seq)
        WHERE type IN ('file_added', 'referred', 'ref_replied');
      ALTER TABLE sync_state ADD COLUMN files_noted INTEGER NOT NULL DEFAULT 0;
    `)
  },
}
