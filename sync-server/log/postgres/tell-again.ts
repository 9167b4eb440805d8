/**
 * Feeds of which somebody may not have heard, kept until he has: NOTIFY can fail behind its commit; the answer to COMMIT can
 * be lost with its connection, and then nobody has heard, not even this process; and what was appended while nothing
 * listened is read first. Tried at once and then every second, until it works or the log is closed. A wake too many harms nobody.
 */
import type { Pool, PoolClient } from 'pg'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { lineOfWriters } from './write-lane.ts'

export interface TellAgain {
  /** Null: of every feed, to this process. */
  keep(feeds: readonly FeedName[] | null): void
  /** Nothing is tried or told any more. */
  close(): void
}

export interface TellAgainOptions {
  /** Tells other processes; null where there are none. */
  readonly tellOthers: ((feeds: readonly FeedName[]) => Promise<void>) | null
  readonly allFeeds: () => Promise<readonly FeedName[]>
  /** Tells this process. */
  readonly tell: (feeds: readonly FeedName[]) => void
  /** Hears the first fault of those that follow each other. */
  readonly onFault: (error: unknown) => void
}

const pauseMs = 1000

export function createTellAgain({ tellOthers, allFeeds, tell, onFault }: TellAgainOptions): TellAgain {
  let kept = new Set<FeedName | null>()
  let retry: NodeJS.Timeout | null = null
  let [isTrying, isFailing, isClosed] = [false, false, false]

  const tellKept = async (due: ReadonlySet<FeedName | null>): Promise<void> => {
    const feeds = [...due].filter((feed) => feed !== null)
    if (feeds.length > 0) await tellOthers?.(feeds)
    const all = due.has(null) ? await allFeeds() : []
    if (!isClosed) tell([...new Set([...feeds, ...all])])
  }
  /** Out: whether it worked. What is kept while it goes on is told by the next. */
  const attempt = async (): Promise<boolean> => {
    const due = kept
    kept = new Set()
    try {
      await tellKept(due)
      isFailing = false
      return true
    } catch (error) {
      for (const feed of due) kept.add(feed)
      if (!isFailing && !isClosed) onFault(error)
      isFailing = true
      return false
    }
  }
  const work = async (): Promise<void> => {
    isTrying = true
    let works = true
    while (works && kept.size > 0 && !isClosed) works = await attempt()
    isTrying = false
    if (works || isClosed) return
    retry = setTimeout(() => {
      retry = null
      void work()
    }, pauseMs)
  }
  return {
    keep: (feeds) => {
      for (const feed of feeds ?? [null]) kept.add(feed)
      if (!isTrying && retry === null) void work()
    },
    close: () => {
      isClosed = true
      if (retry !== null) clearTimeout(retry)
    },
  }
}

export interface Announcing {
  readonly pool: Pool
  readonly announce: (client: PoolClient, feeds: readonly FeedName[]) => Promise<void>
}

/** Announces on a connection of its own, behind whoever stands in the line: a commit of unknown fate has ended when it is heard. */
export async function announceBehind({ pool, announce }: Announcing, feeds: readonly FeedName[]): Promise<void> {
  const client = await pool.connect()
  let isWhole = false
  try {
    await client.query(`BEGIN; SET LOCAL lock_timeout = '1s'; SELECT pg_advisory_xact_lock_shared(${lineOfWriters})`)
    await announce(client, feeds)
    await client.query('COMMIT')
    isWhole = true
  } finally {
    client.release(!isWhole)
  }
}
