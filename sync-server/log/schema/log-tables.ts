/**
 * Tables of the log. Their rows are written and read by `postgres/`, in plain SQL, many at a time; they stand here so
 * that one tool makes every migration. What other rooms store stands beside, a file a room (see `open-database.ts`).
 * The first migration was given `COLLATE "C"` by hand for names of streams, feeds, devices and duties: ordered by their
 * bytes, alike on every machine, as pages of streams need.
 */
import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea } from './bytea.ts'

export const streams = pgTable('streams', {
  stream: text().primaryKey(),
  length: integer().notNull(),
  feeds: text().array().notNull(),
  notes: text().array().notNull(),
})

export const events = pgTable(
  'events',
  {
    id: uuid().primaryKey(),
    /** Drawn at the insert: an order among transactions that excluded each other. */
    number: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    stream: text().notNull(),
    position: integer().notNull(),
    commit: uuid().notNull(),
    device: text().notNull(),
    epoch: integer().notNull(),
    sequence: integer().notNull(),
    contentHash: bytea('content_hash').notNull(),
    envelope: bytea().notNull(),
    facts: bytea().notNull(),
    private: bytea(),
  },
  (table) => [uniqueIndex('events_place').on(table.stream, table.position)],
)

export const commits = pgTable(
  'commits',
  {
    commit: uuid().primaryKey(),
    device: text().notNull(),
    epoch: integer().notNull(),
    firstSequence: integer('first_sequence').notNull(),
    lastSequence: integer('last_sequence').notNull(),
    link: bytea().notNull(),
    outcomeKind: text('outcome_kind').notNull(),
    /** JSON. */
    outcome: text().notNull(),
    bytesHash: bytea('bytes_hash').notNull(),
    receivedAt: text('received_at').notNull(),
    doubtful: boolean().notNull(),
    streams: text().array().notNull(),
  },
  (table) => [
    index('commits_chain').on(table.device, table.epoch, table.lastSequence),
    index('commits_held')
      .on(table.receivedAt)
      .where(sql`outcome_kind = 'held'`),
  ],
)

export const keptEvents = pgTable(
  'kept_events',
  {
    commit: uuid().notNull(),
    index: integer().notNull(),
    id: uuid().notNull(),
    stream: text().notNull(),
    sequence: integer().notNull(),
    contentHash: bytea('content_hash').notNull(),
    envelope: bytea().notNull(),
    facts: bytea().notNull(),
    private: bytea(),
  },
  (table) => [
    primaryKey({ columns: [table.commit, table.index] }),
    index('kept_events_id').on(table.id),
    index('kept_events_stream').on(table.stream),
  ],
)

export const deviceEnds = pgTable(
  'device_ends',
  {
    device: text().notNull(),
    epoch: integer().notNull(),
    sequence: integer().notNull(),
    link: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.device, table.epoch] })],
)

export const feeds = pgTable('feeds', {
  feed: text().primaryKey(),
  sequence: integer().notNull(),
  hash: bytea().notNull(),
})

export const entries = pgTable(
  'entries',
  {
    feed: text().notNull(),
    sequence: integer().notNull(),
    hash: bytea().notNull(),
    header: bytea().notNull(),
    /** A byte for each event of the header: 1 with its private part, 0 without. */
    withPrivate: bytea('with_private').notNull(),
  },
  (table) => [primaryKey({ columns: [table.feed, table.sequence] })],
)

export const duties = pgTable('duties', { key: text().primaryKey() })
