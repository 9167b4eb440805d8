import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { readFeeds } from '#core/store/feeds.ts'
import type { SyncClient } from './client.ts'
import { greet } from './greet.ts'
import { pullFeed } from './pull-feeds.ts'

/** Fills an empty folder page by page until there is enough to work with; the rest comes by ordinary rounds (SYNC-SNAP-2). */
export async function fillUntil(client: SyncClient, isEnough: () => boolean): Promise<Result<null>> {
  const greeted = await greet(client)
  if (!greeted.ok) return greeted
  for (const { feed } of readFeeds(client.store.db)) {
    const pulled = await pullFeed(client, feed, isEnough)
    if (!pulled.ok) return pulled
    if (isEnough()) return ok(null)
  }
  return refuse('sync-fill-unfinished')
}
