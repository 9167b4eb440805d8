/**
 * Machines, what proves them, and what they were given. Secrets stand as hashes only; hashes and keys are lower-case
 * hexadecimal, times ISO 8601 in UTC: nothing here is ordered by them.
 */
import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

/** One-time codes (SYNC-ENROL-1). A used one stays, to say who came by it. */
export const invites = pgTable('invites', {
  codeHash: text('code_hash').primaryKey(),
  unit: text('unit').notNull(),
  madeAt: text('made_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  usedAt: text('used_at'),
  device: text('device'),
})

export const devices = pgTable('devices', {
  id: text('id').primaryKey(),
  unit: text('unit').notNull(),
  credentialHash: text('credential_hash').notNull().unique(),
  program: text('program').notNull(),
  enrolledAt: text('enrolled_at').notNull(),
  /** When it last said hello; null before it first did. */
  lastContact: text('last_contact'),
  /** When it last had nothing to send: what it made before that has arrived (SYNC-APPEND-12). */
  caughtUpAt: text('caught_up_at'),
  /** Commits it had yet to send when it last said hello. */
  waiting: integer('waiting').notNull().default(0),
  /** When the stand-alone office that it brought was enrolled; null for an empty folder (SYNC-ENROL-3). */
  stoodAloneUntil: text('stood_alone_until'),
  /** Where its unit's feed ended when it was enrolled; null for a machine of an earlier program. */
  joinedAt: integer('joined_at'),
  revokedAt: text('revoked_at'),
})

export const deviceEpochs = pgTable(
  'device_epochs',
  {
    device: text('device').notNull(),
    epoch: integer('epoch').notNull(),
    publicKey: text('public_key').notNull(),
    /** The link that the epoch's first event follows. */
    follows: text('follows').notNull(),
    openedAt: text('opened_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.device, table.epoch] })],
)

/** Who has proven himself where: machines that may hold a strict case of a named user (SYNC-FEED-6). */
export const deviceUsers = pgTable(
  'device_users',
  {
    device: text('device').notNull(),
    user: text('user_id').notNull(),
    lastProven: text('last_proven').notNull(),
  },
  (table) => [primaryKey({ columns: [table.device, table.user] })],
)

/** Argon2id verifiers of passwords; not events (S14). */
export const verifiers = pgTable('verifiers', {
  user: text('user_id').primaryKey(),
  verifier: text('verifier').notNull(),
  setAt: text('set_at').notNull(),
})

/** How many blocks of an office's year are given out (SYNC-NUM-1). */
export const numberCounters = pgTable(
  'number_counters',
  {
    unit: text('unit').notNull(),
    year: integer('year').notNull(),
    given: integer('given').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unit, table.year] })],
)

export const numberBlocks = pgTable(
  'number_blocks',
  {
    unit: text('unit').notNull(),
    year: integer('year').notNull(),
    first: integer('first').notNull(),
    device: text('device').notNull(),
    givenAt: text('given_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unit, table.year, table.first] }),
    index('number_blocks_device').on(table.device),
  ],
)

/** What the server knows of itself: its id, its log's epoch, its public key. */
export const serverFacts = pgTable('server_facts', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
})

/** What somebody must look at: the same id with other bytes (SYNC-PUSH-4). */
export const alarms = pgTable('alarms', {
  id: text('id').primaryKey(),
  device: text('device').notNull(),
  code: text('code').notNull(),
  detail: text('detail').notNull(),
  raisedAt: text('raised_at').notNull(),
  settled: boolean('settled').notNull().default(false),
})
