/**
 * Opens the server's store: PGlite in a folder, or PostgreSQL by its address. One schema and one folder of migrations
 * for both, and an ordinary `pg.Pool` in front of either.
 *
 * **Tables of other rooms** (devices, people, numbers, blobs, leases):
 * 1. put `pgTable`s in `schema/<room>-tables.ts` (ids `uuid`, bytes `bytea` from `schema/bytea.ts`, times as `text`);
 * 2. run `npx drizzle-kit generate --name <what>` and commit what it writes to `migrations/`; a migration that was
 *    landed is never changed, its hash is kept in every database;
 * 3. ask with `db`: `db.select().from(devices).where(eq(devices.id, id))`. One statement is one transaction. Several
 *    that belong together, or with events, go through `write(({ log, db }) => …)`: one transaction, durable when it
 *    returns, in line with all other writers of the database; `work` may run more than once.
 * Traps: inside `write` ask only what it gave (on PGlite there is one session, anything else waits for ever); no
 * `db.transaction` inside it; take counts from `.returning()`; `count(*)` is a number here and a string there.
 */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool } from 'pg'
import { ok, type Result } from '#shared/lib/result.ts'
import { faultText } from '../fault-text.ts'
import type { Journal } from '../ports.ts'
import { lineJournal } from '../system-ports.ts'
import { migrate } from './migrate.ts'
import { checkDurability } from './pglite/check-durability.ts'
import { lockServerFolder } from './pglite/folder-lock.ts'
import { startPglite } from './pglite/start-pglite.ts'
import { checkServer } from './postgres/check-server.ts'
import { startAnnouncer } from './postgres/announce.ts'
import { createPool, createPostgresPool } from './postgres/create-pool.ts'
import type { LaneTransaction } from './postgres/write-lane.ts'
import { createPostgresLog, type Follower, type PostgresLog, type PostgresLogOptions } from './postgres-log.ts'
import type { ServerLog } from './server-log.ts'

export type DatabaseSettings =
  | { readonly kind: 'pglite'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly url: string }

export interface Database {
  readonly log: ServerLog
  /** Tables of other rooms, a statement at a time. */
  readonly db: NodePgDatabase
  /** One transaction over the log and the tables of other rooms. */
  write<T>(work: (transaction: LaneTransaction) => Promise<T>): Promise<T>
  /** Hears of every append; one follower at a time. Out: hears no more. */
  follow(follower: Follower): () => void
  /** Of PGlite: how many times the disk was waited for; of PostgreSQL null. */
  readonly syncs: () => number | null
  close(): Promise<void>
}

/** Refuses: folder-in-use, server-database-unreachable, server-database-too-old, server-disk-unsafe, store-newer, store-damaged. */
export const openDatabase = (settings: DatabaseSettings, journal: Journal = lineJournal): Promise<Result<Database>> => {
  const noting = (what: string) => (error: unknown) => journal.error(what, { error: faultText(error) })
  const faults = { onFault: noting('after a commit'), onUntold: noting('telling what was appended') }
  return settings.kind === 'pglite' ? openPglite(settings.folder, faults) : openPostgres(settings.url, faults)
}

type Faults = Pick<PostgresLogOptions, 'onFault' | 'onUntold'>

async function openPglite(folder: string, faults: Faults): Promise<Result<Database>> {
  const lock = lockServerFolder(folder)
  if (!lock.ok) return lock
  const pglite = await startPglite(folder).catch((error: unknown) => {
    lock.value.release()
    throw error
  })
  // One session behind the socket: a second client inside an open transaction would never be answered.
  const pool = createPool({ host: pglite.host, max: 1, idleTimeoutMillis: 0, user: 'postgres', database: 'postgres' })
  const close = async (): Promise<void> => {
    await pool.end()
    await pglite.stop()
    lock.value.release()
  }
  const ready = await closingOnFault(close, async () => {
    const migrated = await migrateThrough(pool, 'SELECT 1')
    return migrated.ok ? checkDurability(pool, pglite.syncs, folder) : migrated
  })
  if (!ready.ok) return ready
  const opened = createPostgresLog({ pool, kind: 'pglite', announce: () => Promise.resolve(), close, ...faults })
  return ok(database(pool, opened, pglite.syncs))
}

async function openPostgres(url: string, faults: Faults): Promise<Result<Database>> {
  const pool = createPostgresPool(url)
  const reached = await checkServer((sql) => pool.query(sql))
  if (!reached.ok) {
    await pool.end()
    return reached
  }
  const ready = await closingOnFault(
    () => pool.end(),
    () => migrateThrough(pool, 'SELECT pg_advisory_xact_lock(7304532)'),
  )
  if (!ready.ok) return ready
  const heard: PostgresLog['heard'] = (feeds) => opened.heard(feeds)
  const announcer = await startAnnouncer({ url, heard })
  const close = async (): Promise<void> => {
    await announcer.close()
    await pool.end()
  }
  const opened = createPostgresLog({ pool, kind: 'postgres', announce: announcer.announce, close, ...faults })
  return ok(database(pool, opened, () => null))
}

const database = (pool: Pool, { log, lane, follow }: PostgresLog, syncs: Database['syncs']): Database => ({
  log,
  db: drizzle(pool),
  write: (work) => lane.write(work),
  follow,
  syncs,
  close: () => log.close(),
})

async function migrateThrough(pool: Pool, lock: string): Promise<Result<number>> {
  const client = await pool.connect()
  try {
    return await migrate(client, lock)
  } finally {
    client.release()
  }
}

async function closingOnFault<T>(close: () => Promise<void>, work: () => Promise<Result<T>>): Promise<Result<T>> {
  let isReady = false
  try {
    const result = await work()
    isReady = result.ok
    return result
  } finally {
    if (!isReady) await close()
  }
}
