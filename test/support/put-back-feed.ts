import { and, eq, gt } from 'drizzle-orm'
import { must } from '#shared/lib/assert.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { entries, feeds } from '#server/log/schema/log-tables.ts'
import type { OpenServer } from '#server/open-server.ts'

/** As a database that was put back to what it was: of one feed, what came behind an entry never was. */
export async function putBackFeed({ db }: Pick<OpenServer, 'db'>, feed: FeedName, sequence: number): Promise<void> {
  const [end] = await db
    .select({ hash: entries.hash })
    .from(entries)
    .where(and(eq(entries.feed, feed), eq(entries.sequence, sequence)))
  await db.delete(entries).where(and(eq(entries.feed, feed), gt(entries.sequence, sequence)))
  const { hash } = must(end, 'an entry to go back to')
  await db.update(feeds).set({ sequence, hash }).where(eq(feeds.feed, feed))
}
