/**
 * The log on PostgreSQL, and on PGlite behind its socket: the same statements through the same `pg.Pool`. Invariants
 * are those of the port; how writers stand in one line is told in `postgres/write-lane.ts`.
 */
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool, PoolClient } from 'pg'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { guarded } from './guarded.ts'
import { createPostgresReader } from './postgres/postgres-reader.ts'
import { createSession } from './postgres/session.ts'
import { announceBehind, createTellAgain } from './postgres/tell-again.ts'
import { createWriteLane, type WriteLane } from './postgres/write-lane.ts'
import type { LogReader, ServerLog } from './server-log.ts'

export interface PostgresLogOptions {
  readonly pool: Pool
  readonly kind: 'pglite' | 'postgres'
  readonly announce: (client: PoolClient, feeds: readonly FeedName[]) => Promise<void>
  readonly close: () => Promise<void>
  /** Hears what failed after a commit. */
  readonly onFault: (error: unknown) => void
  /** Hears why what was appended could not be told again yet. */
  readonly onUntold: (error: unknown) => void
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

export function createPostgresLog(options: PostgresLogOptions): PostgresLog {
  const { pool, kind, announce, onFault } = options
  const listeners = new Set<(feeds: readonly FeedName[]) => void>()
  let follower: Follower | null = null
  const tell = (feeds: readonly FeedName[], behind: Promise<string> | null = null): void => {
    follower?.hear(feeds, behind)
    listeners.forEach((listener) => listener(feeds))
  }
  const askBehind = (db: NodePgDatabase): Promise<string> | null => follower?.question(db) ?? null
  const again = createTellAgain({
    tellOthers: kind === 'postgres' ? (feeds) => announceBehind({ pool, announce }, feeds) : null,
    allFeeds: async () => (await log.read((reader) => reader.allFeedEnds())).map(({ feed }) => feed),
    tell: (feeds) => guarded(() => tell(feeds), onFault),
    onFault: options.onUntold,
  })
  const tellAgain = again.keep
  const lane = createWriteLane({ pool, kind, bounds: bounds[kind], announce, askBehind, tell, tellAgain, onFault })
  const log: ServerLog = {
    kind,
    write: (work) => lane.write((transaction) => work(transaction.log)),
    read: (work) => reading(pool, kind === 'postgres', work),
    onAppended: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      again.close()
      return options.close()
    },
  }
  const follow = (next: Follower): (() => void) => {
    follower = next
    return () => {
      if (follower === next) follower = null
    }
  }
  const heard = (feeds: readonly FeedName[] | null): void =>
    feeds === null ? again.keep(null) : guarded(() => tell(feeds), onFault)
  return { log, lane, heard, follow }
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
