import type { Migration } from './migration.ts'

/**
 * One event may be known by two contents (SYNC-PUSH-4): that which no feed shows stands under a marked id, made of its own and
 * its content's hash (`stand-apart.ts`). Nothing else of an id may change.
 */
export const otherContent: Migration = {
  version: 8,
  reason: 'one event with two contents',
  up(db) {
    db.exec(`
      DROP TRIGGER events_keep_their_bytes;
      CREATE TRIGGER events_keep_their_bytes
        BEFORE UPDATE OF seq, content_hash, id, stream ON events
        WHEN OLD.seq <> NEW.seq OR OLD.content_hash <> NEW.content_hash OR OLD.stream <> NEW.stream
          OR OLD.id <> NEW.id AND OLD.id || '~' || lower(hex(OLD.content_hash)) <> NEW.id
            AND NEW.id || '~' || lower(hex(OLD.content_hash)) <> OLD.id
        BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
    `)
  },
}
