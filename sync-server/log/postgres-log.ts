/**
 * The log on PostgreSQL, and on PGlite behind its socket: the same statements through the same `pg.Pool`. Invariants
 * are those of the port; how writers stand in one line is told in `postgres/write-lane.ts`.
 */
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool, PoolClient } from 'pg'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { createPostgresReader } from './postgres/postgres-reader.ts'
import { createSession } from './postgres/session.ts'
import { createWriteLane, type WriteLane } from './postgres/write-lane.ts'
import type { LogReader, ServerLog } from './server-log.ts'

export interface PostgresLogOptions {
  readonly pool: Pool
  readonly kind: 'pglite' | 'postgres'
  readonly announce: (client: PoolClient, feeds: readonly FeedName[]) => Promise<void>
  readonly close: () => Promise<void>
  readonly onFault: (error: unknown) => void
}

export interface PostgresLog {
  readonly log: ServerLog
  readonly lane: WriteLane
  /** Feeds that another process appended to; null: any may have got entries. */
  readonly heard: (feeds: readonly FeedName[] | null) => void
  /** The one who asks with every append takes this place. Out: leaves it. */
  readonly follow: (follower: Follower) => () => void
}

/** Hears of every append, with the answer to a question that was asked right behind its commit. */
export interface Follower {
  /** Null: nothing to ask now. */
  readonly question: (db: NodePgDatabase) => Promise<string> | null
  /** Null: it was not asked, of what another process wrote, or behind PGlite. */
  readonly hear: (feeds: readonly FeedName[], answer: Promise<string> | null) => void
}

/** Behind PGlite's socket a long message is copied for every piece of it that arrives. */
const bounds = {
  postgres: { rows: 2000, bytes: 128 * 1024 },
  pglite: { rows: 5000, bytes: 1024 * 1024 },
} as const

export function createPostgresLog({ pool, kind, announce, close, onFault }: PostgresLogOptions): PostgresLog {
  const listeners = new Set<(feeds: readonly FeedName[]) => void>()
  let follower: Follower | null = null
  const tell = (feeds: readonly FeedName[], behind: Promise<string> | null = null): void => {
    follower?.hear(feeds, behind)
    listeners.forEach((listener) => listener(feeds))
  }
  const askBehind = (db: NodePgDatabase): Promise<string> | null => follower?.question(db) ?? null
  const lane = createWriteLane({ pool, kind, bounds: bounds[kind], announce, askBehind, tell, onFault })
  const log: ServerLog = {
    kind,
    write: (work) => lane.write((transaction) => work(transaction.log)),
    read: (work) => reading(pool, kind === 'postgres', work),
    onAppended: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close,
  }
  const tellAll = async (): Promise<void> =>
    tell((await log.read((reader) => reader.allFeedEnds())).map(({ feed }) => feed))
  const follow = (next: Follower): (() => void) => {
    follower = next
    return () => {
      if (follower === next) follower = null
    }
  }
  return { log, lane, heard: (feeds) => (feeds === null ? void tellAll() : tell(feeds)), follow }
}

async function reading<T>(pool: Pool, keepsPlans: boolean, work: (log: LogReader) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let isWhole = false
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const found = await work(createPostgresReader(createSession(client, keepsPlans)))
    await client.query('COMMIT')
    isWhole = true
    return found
  } finally {
    // A reader that failed leaves a transaction open: its connection goes with it.
    client.release(!isWhole)
  }
}
