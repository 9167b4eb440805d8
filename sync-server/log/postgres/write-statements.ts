/** What the log writes: always many rows a statement, their bytes in one parameter (see `pack-rows.ts`). */
import type { Statement } from './session.ts'

/** SQL that cuts the column after `before` out of the packed bytes. */
const cut = (bytes: string, before: readonly string[], length: string): string =>
  `substring(${bytes} FROM ${['row.start', ...before.map((each) => `greatest(row.${each}, 0)`)].join(' + ')} FOR row.${length})`

const cutOrNull = (bytes: string, before: readonly string[], length: string): string =>
  `CASE WHEN row.${length} >= 0 THEN ${cut(bytes, before, `${length}`)} END`

const eventBytes = (bytes: string): string =>
  [
    cut(bytes, [], 'hash'),
    cut(bytes, ['hash'], 'envelope'),
    cut(bytes, ['hash', 'envelope'], 'facts'),
    cutOrNull(bytes, ['hash', 'envelope', 'facts'], 'private'),
  ].join(', ')

export const writeStatements = {
  lockStreams: {
    name: 'lock-streams',
    text: `SELECT stream, length, feeds, notes FROM streams WHERE stream = ANY($1::text[]) ORDER BY stream FOR UPDATE`,
  },
  setStreams: {
    name: 'set-streams',
    text: `INSERT INTO streams (stream, length, feeds, notes)
      SELECT row.stream, row.length, row.feeds::text[], row.notes::text[]
      FROM unnest($1::text[], $2::int[], $3::text[], $4::text[]) AS row (stream, length, feeds, notes)
      ON CONFLICT (stream) DO UPDATE SET length = excluded.length, feeds = excluded.feeds, notes = excluded.notes`,
  },
  events: {
    name: 'insert-events',
    text: `INSERT INTO events (id, stream, position, commit, device, epoch, sequence,
        content_hash, envelope, facts, private)
      SELECT row.id, row.stream, row.position, row.commit, row.device, row.epoch, row.sequence, ${eventBytes('$8::bytea')}
      FROM unnest($1::uuid[], $2::text[], $3::int[], $4::uuid[], $5::text[], $6::int[], $7::int[],
        $9::int[], $10::int[], $11::int[], $12::int[], $13::int[])
        AS row (id, stream, position, commit, device, epoch, sequence, start, hash, envelope, facts, private)`,
  },
  commits: {
    name: 'insert-commits',
    text: `INSERT INTO commits (commit, device, epoch, first_sequence, last_sequence, outcome_kind, outcome,
        received_at, doubtful, streams, link, bytes_hash)
      SELECT row.commit, row.device, row.epoch, row.first, row.last, row.kind, row.outcome, row.received, row.doubtful,
        row.streams::text[], ${cut('$11::bytea', [], 'link')}, ${cut('$11::bytea', ['link'], 'hash')}
      FROM unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::int[], $6::text[], $7::text[], $8::text[],
        $9::boolean[], $10::text[], $12::int[], $13::int[], $14::int[])
        AS row (commit, device, epoch, first, last, kind, outcome, received, doubtful, streams, start, link, hash)`,
  },
  kept: {
    name: 'insert-kept',
    text: `INSERT INTO kept_events (commit, index, id, stream, sequence, content_hash, envelope, facts, private)
      SELECT row.commit, row.index, row.id, row.stream, row.sequence, ${eventBytes('$6::bytea')}
      FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::int[],
        $7::int[], $8::int[], $9::int[], $10::int[], $11::int[])
        AS row (commit, index, id, stream, sequence, start, hash, envelope, facts, private)`,
  },
  setOutcome: {
    name: 'set-outcome',
    text: `UPDATE commits SET outcome_kind = $2, outcome = $3 WHERE commit = $1::uuid RETURNING commit`,
  },
  // A commit that was taken stands in its streams.
  dropKept: { name: 'drop-kept', text: `DELETE FROM kept_events WHERE commit = $1::uuid` },
  setDeviceEnd: {
    name: 'set-device-end',
    text: `INSERT INTO device_ends (device, epoch, sequence, link) VALUES ($1, $2::int, $3::int, $4::bytea)
      ON CONFLICT (device, epoch) DO UPDATE SET sequence = excluded.sequence, link = excluded.link`,
  },
  takeFeeds: {
    name: 'take-feeds',
    text: `SELECT feed, sequence, hash FROM feeds WHERE feed = ANY($1::text[]) ORDER BY feed FOR UPDATE`,
  },
  setFeeds: {
    name: 'set-feeds',
    text: `INSERT INTO feeds (feed, sequence, hash)
      SELECT row.feed, row.sequence, ${cut('$3::bytea', [], 'hash')}
      FROM unnest($1::text[], $2::int[], $4::int[], $5::int[]) AS row (feed, sequence, start, hash)
      ON CONFLICT (feed) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash`,
  },
  entries: {
    name: 'insert-entries',
    text: `INSERT INTO entries (feed, sequence, hash, header, with_private)
      SELECT row.feed, row.sequence, ${cut('$3::bytea', [], 'hash')}, ${cut('$3::bytea', ['hash'], 'header')},
        ${cut('$3::bytea', ['hash', 'header'], 'flags')}
      FROM unnest($1::text[], $2::int[], $4::int[], $5::int[], $6::int[], $7::int[])
        AS row (feed, sequence, start, hash, header, flags)`,
  },
  duties: { name: 'insert-duties', text: `INSERT INTO duties (key) SELECT unnest($1::text[])` },
  forgetEvents: {
    name: 'forget-events',
    text: `UPDATE events SET private = NULL WHERE stream = $1 AND private IS NOT NULL`,
  },
  forgetKept: {
    name: 'forget-kept',
    text: `UPDATE kept_events SET private = NULL WHERE stream = $1 AND private IS NOT NULL`,
  },
} as const satisfies Readonly<Record<string, Statement>>
