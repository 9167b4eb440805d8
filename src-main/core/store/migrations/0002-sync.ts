import type { Migration } from './migration.ts'

/**
 * What an exchange with a server adds to the log.
 * - An event's `position` in its stream comes from the server and is null while unanswered; `aside` keeps it out of the
 *   fold: 1 held or refused, 2 withdrawn (its bytes are gone, its hashes stay so that both chains still verify).
 *   A received event has an empty link: its feed proves it, not this device's chain. Added columns stand last: a table
 *   of a whole office's years is not written anew.
 * - `commits` are this device's own: `standing` is the one state each is in (S2). Those from `sync_state.answered` on
 *   are the queue; only what is not simply taken stands in an index, so that a registration pays nothing for it.
 * - `feed_pages` keep the headers that prove a feed, packed as they came. `sync_changes` names streams whose fold changed
 *   without a new event at the log's end: tables that were behind catch up by it.
 */
export const sync: Migration = {
  version: 2,
  reason: 'exchange with a server',
  up(db) {
    db.exec(additions)
    db.exec(guards)
  },
}

const additions = `
  ALTER TABLE chains ADD COLUMN own INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE events ADD COLUMN position INTEGER;
  ALTER TABLE events ADD COLUMN aside INTEGER NOT NULL DEFAULT 0 CHECK (aside IN (0, 1, 2));
  ALTER TABLE commits ADD COLUMN standing TEXT NOT NULL DEFAULT 'pending'
    CHECK (standing IN ('pending', 'sent', 'accepted', 'conflict', 'held', 'refused', 'void'));
  ALTER TABLE commits ADD COLUMN outcome TEXT;
  CREATE INDEX commits_not_taken ON commits (id) WHERE standing IN ('conflict', 'held', 'refused', 'void');
  CREATE TABLE sync_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    answered INTEGER NOT NULL
  ) STRICT;
  INSERT INTO sync_state (id, answered) VALUES (1, 0);
  CREATE TABLE feeds (
    id INTEGER PRIMARY KEY,
    feed TEXT NOT NULL UNIQUE,
    cursor INTEGER NOT NULL,
    hash BLOB NOT NULL,
    ends INTEGER NOT NULL,
    log_epoch INTEGER NOT NULL,
    head_sequence INTEGER NOT NULL,
    head_hash BLOB NOT NULL,
    signature BLOB NOT NULL
  ) STRICT;
  CREATE TABLE feed_pages (
    feed INTEGER NOT NULL REFERENCES feeds (id),
    last INTEGER NOT NULL,
    headers BLOB NOT NULL,
    PRIMARY KEY (feed, last)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE withdrawals (stream TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE blob_queue (
    address TEXT PRIMARY KEY,
    direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),
    size INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done')),
    upload TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE sync_changes (id INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL) STRICT;
`

/** Exactly what may change: position, verdict, what is set aside, a private part that comes or goes, and the place of unanswered events in the device's chain (SYNC-PUSH-5). */
const guards = `
  DROP TRIGGER events_keep_their_bytes;
  CREATE TRIGGER events_keep_their_bytes
    BEFORE UPDATE OF seq, content_hash, id, stream ON events
    BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
  CREATE TRIGGER events_keep_their_content
    BEFORE UPDATE OF type, envelope, facts ON events
    WHEN NOT (OLD.aside = 2 OR (NEW.aside = 2 AND NEW.type = '' AND length(NEW.envelope) = 0 AND length(NEW.facts) = 0))
    BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
  CREATE TRIGGER events_keep_their_place
    BEFORE UPDATE OF chain, sequence, link ON events
    WHEN OLD.position IS NOT NULL OR OLD.verdict <> 'pending' OR OLD.aside <> 0 OR length(OLD.link) = 0
    BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
  CREATE TRIGGER events_keep_their_private_part
    BEFORE UPDATE OF private ON events
    WHEN OLD.private IS NOT NULL AND NEW.private IS NOT NULL AND OLD.private <> NEW.private
    BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
`
