/**
 * Feeds that were written lately are mostly written again: their counters are taken with the transaction's beginning, and
 * nobody waits for them at its end. Whoever writes stands alone in the line by then, so no order of locks is disturbed.
 */
import type { ClientBase } from 'pg'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { FeedEnd } from '../server-log.ts'
import { textArray } from './array-literal.ts'
import { writeStatements } from './write-statements.ts'

export interface RecentFeeds {
  note(feeds: readonly FeedName[]): void
  /** Asks at once; the ends are there before the answer to any later question. */
  take(client: ClientBase, ends: Map<FeedName, FeedEnd>): Promise<void>
}

const most = 16

export function createRecentFeeds(): RecentFeeds {
  /** The one longest unwritten first. */
  const recent = new Set<FeedName>()
  return {
    note: (feeds) => {
      for (const feed of feeds) {
        recent.delete(feed)
        recent.add(feed)
      }
      for (const feed of recent) if (recent.size > most) recent.delete(feed)
    },
    take: async (client, ends) => {
      if (recent.size === 0) return
      const { rows } = await client.query<FeedEnd>({ ...writeStatements.takeFeeds, values: [textArray([...recent])] })
      for (const end of rows) if (!ends.has(end.feed)) ends.set(end.feed, end)
    },
  }
}
