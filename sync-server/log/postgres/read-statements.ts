/** What the log reads. Columns are named as the port names them, so that a row is what the port answers. */
import type { Statement } from './session.ts'

const event = `id, stream, position, commit, content_hash AS "contentHash", device, epoch, sequence, envelope, facts, private`
const commit = `commit, device, epoch, first_sequence AS "firstSequence", last_sequence AS "lastSequence", link, outcome,
  bytes_hash AS "bytesHash", received_at AS "receivedAt", doubtful, streams`
const stream = 'stream, length, feeds, notes'

export const readStatements = {
  streams: { name: 'read-streams', text: `SELECT ${stream} FROM streams WHERE stream = ANY($1::text[])` },
  streamsOf: {
    name: 'read-streams-of',
    text: `SELECT ${stream} FROM streams
      WHERE $1::text = ANY(feeds) AND ($2::text IS NULL OR $2::text = ANY(notes)) AND stream > $3
      ORDER BY stream LIMIT $4::int`,
  },
  events: {
    name: 'read-events',
    text: `SELECT ${event} FROM events WHERE stream = ANY($1::text[]) ORDER BY stream, position`,
  },
  // Streams of a kind stand together in the order of bytes: ';' follows ':'.
  eventsOfKinds: {
    name: 'read-events-of-kinds',
    text: `SELECT ${event} FROM events WHERE stream IN (
        SELECT streams.stream FROM unnest($1::text[]) AS kind
        JOIN streams ON streams.stream >= kind AND streams.stream < left(kind, -1) || ';')
      ORDER BY number`,
  },
  commits: { name: 'read-commits', text: `SELECT ${commit} FROM commits WHERE commit = ANY($1::uuid[])` },
  found: {
    name: 'find-events',
    // What stands in a stream comes last: it is the answer, whatever copies of it are kept.
    text: `SELECT id, commit, true AS placed FROM events WHERE id = ANY($1::uuid[])
      UNION ALL SELECT id, commit, false FROM kept_events WHERE id = ANY($1::uuid[])
      ORDER BY placed`,
  },
  keptIn: { name: 'find-kept', text: 'SELECT id, commit FROM kept_events WHERE id = ANY($1::uuid[])' },
  kept: {
    name: 'read-kept',
    text: `SELECT commit, id, sequence, content_hash AS "contentHash", envelope, facts, private
      FROM kept_events WHERE commit = ANY($1::uuid[]) ORDER BY commit, index`,
  },
  held: {
    name: 'read-held',
    text: `SELECT ${commit} FROM commits WHERE outcome_kind = 'held' AND ($1::text IS NULL OR device = $1)
      ORDER BY received_at COLLATE "C", commit`,
  },
  heldStreams: {
    name: 'held-streams',
    text: `SELECT DISTINCT stream FROM commits, unnest(streams) AS stream
      WHERE outcome_kind = 'held' AND device = $1 AND stream = ANY($2::text[])`,
  },
  deviceEnds: {
    name: 'read-device-ends',
    text: `SELECT device, epoch, sequence, link FROM device_ends WHERE device = $1 ORDER BY epoch`,
  },
  allDeviceEnds: {
    name: 'read-all-device-ends',
    text: `SELECT device, epoch, sequence, link FROM device_ends ORDER BY device, epoch`,
  },
  linkAt: {
    name: 'read-link',
    text: `SELECT link FROM commits WHERE device = $1 AND epoch = $2::int AND last_sequence = $3::int LIMIT 1`,
  },
  // Commits of a chain do not overlap, so the index on their last sequence has them in the order of the first.
  chain: {
    name: 'read-chain',
    text: `SELECT ${commit} FROM commits
      WHERE device = $1 AND epoch = $2::int AND last_sequence > $3::int AND first_sequence > $3::int
      ORDER BY last_sequence LIMIT $4::int`,
  },
  feedEnds: { name: 'read-feed-ends', text: `SELECT feed, sequence, hash FROM feeds WHERE feed = ANY($1::text[])` },
  allFeedEnds: { name: 'read-all-feed-ends', text: `SELECT feed, sequence, hash FROM feeds ORDER BY feed` },
  entries: {
    name: 'read-entries',
    text: `SELECT feed, sequence, hash, header, with_private AS "withPrivate" FROM entries
      WHERE feed = $1 AND sequence > $2::int ORDER BY sequence LIMIT $3::int`,
  },
  eventBytes: {
    name: 'read-event-bytes',
    text: `SELECT id, envelope, facts, private FROM events WHERE id = ANY($1::uuid[])`,
  },
  eventBytesOf: {
    name: 'read-event-bytes-of',
    text: `SELECT id, envelope, facts, private FROM events WHERE id = ANY($1::uuid[])
      AND EXISTS (SELECT FROM unnest($2::text[]) AS named WHERE position(convert_to(named, 'UTF8') IN envelope) > 0)`,
  },
  duties: { name: 'read-duties', text: `SELECT key FROM duties WHERE key = ANY($1::text[])` },
} as const satisfies Readonly<Record<string, Statement>>
