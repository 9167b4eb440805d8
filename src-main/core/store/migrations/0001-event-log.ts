import type { Migration } from './migration.ts'

/**
 * `chains`: one row an epoch of a device, with the key that signs it and the place in the log after which it began. `commits`: one row a command; its signature covers
 * the link of its last event and so everything before. One index serves both, a stream's
 * history and the uniqueness of ids: a page the less in every commit. Small columns stand before the blobs, so that heads are read
 * without touching overflow pages. An event's row never changes but for its verdict and the forgetting of its private part.
 */
export const eventLog: Migration = {
  version: 1,
  reason: 'event log',
  up(db) {
    db.exec(`
      CREATE TABLE chains (
        id INTEGER PRIMARY KEY,
        device TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        public_key BLOB NOT NULL,
        opened_after INTEGER NOT NULL,
        UNIQUE (device, epoch)
      ) STRICT;
      CREATE TABLE events (
        seq INTEGER PRIMARY KEY,
        chain INTEGER NOT NULL REFERENCES chains (id),
        sequence INTEGER NOT NULL,
        link BLOB NOT NULL,
        content_hash BLOB NOT NULL,
        id TEXT NOT NULL,
        stream TEXT NOT NULL,
        type TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('pending', 'accepted', 'conflict', 'void')),
        envelope BLOB NOT NULL,
        facts BLOB NOT NULL,
        private BLOB
      ) STRICT;
      CREATE UNIQUE INDEX events_by_stream ON events (stream, id);
      CREATE TABLE commits (
        first_seq INTEGER PRIMARY KEY,
        last_seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        link BLOB NOT NULL,
        signature BLOB NOT NULL
      ) STRICT;
      CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
      CREATE TRIGGER commits_stay BEFORE DELETE ON commits BEGIN SELECT RAISE(ABORT, 'a commit is never deleted'); END;
      CREATE TRIGGER events_keep_their_bytes
        BEFORE UPDATE OF seq, chain, sequence, link, content_hash, id, stream, type, envelope, facts ON events
        BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
    `)
  },
}
