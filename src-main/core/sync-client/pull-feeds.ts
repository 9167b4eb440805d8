import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { type FeedPage, readFeedPage } from '#shared/sync/feed-page.ts'
import { withFewCheckpoints } from '#core/store/checkpoint.ts'
import { type FeedRow, readFeed, readFeeds } from '#core/store/feeds.ts'
import type { SyncClient } from './client.ts'
import { fillFeed } from './fill-feed.ts'
import { takePage } from './take-page.ts'

const entriesAPage = 1000

/** Pulls every feed to its end. Out: how many entries were applied. SYNC-PULL-1. */
export const pullFeeds = (client: SyncClient): Promise<Result<number>> =>
  isFarBehind(client) ? withFewCheckpoints(client.store.db, () => pullAll(client)) : pullAll(client)

const farBehind = 1000

const isFarBehind = ({ store }: SyncClient): boolean =>
  readFeeds(store.db).some(({ cursor, ends }) => ends - cursor > farBehind)

async function pullAll(client: SyncClient): Promise<Result<number>> {
  let applied = 0
  for (const { feed } of readFeeds(client.store.db)) {
    const filled = await fillFeed(client, feed)
    if (!filled.ok) return filled
    const pulled = await pullFeed(client, feed)
    if (!pulled.ok) return pulled
    applied += filled.value + pulled.value
  }
  return ok(applied)
}

/**
 * Page after page to the feed's end, or until there is enough; the next one is on its way while this one is applied. Out:
 * how many entries were applied.
 */
export async function pullFeed(
  client: SyncClient,
  feed: FeedName,
  isEnough: () => boolean = () => false,
): Promise<Result<number>> {
  let coming: Coming | null = null
  for (let applied = 0; ;) {
    const before = readFeed(client.store.db, feed)
    if (before === null) return ok(applied)
    const page: Result<FeedPage> = await pageAfter(client, before, coming)
    if (!page.ok) return page
    coming = nextPage(client, page.value)
    const taken = await takePage(client, page.value)
    if (!taken.ok) return taken
    applied += taken.value.applied
    if (isEnough() || !isToGoOn(before, readFeed(client.store.db, feed))) return ok(applied)
  }
}

/** A page that was asked for ahead, and the entry it comes after. */
interface Coming {
  readonly after: number
  readonly page: Promise<Result<FeedPage>>
}

/** What was asked for ahead is of use only where this machine then stands: a feed may have been begun anew. */
const pageAfter = (client: SyncClient, { feed, cursor }: FeedRow, coming: Coming | null): Promise<Result<FeedPage>> =>
  coming?.after === cursor ? coming.page : askPage(client, feed, cursor)

function nextPage(client: SyncClient, { head }: FeedPage): Coming | null {
  if (head.sequence >= head.end) return null
  return { after: head.sequence, page: askPage(client, head.feed, head.sequence) }
}

async function askPage(client: SyncClient, feed: FeedName, after: number): Promise<Result<FeedPage>> {
  const bytes = await client.wire.pull({ feed, after, limit: entriesAPage })
  if (!bytes.ok) return bytes
  const page = readFeedPage(bytes.value)
  return page === null ? refuse('sync-page-malformed', { detail: 'page' }) : ok(page)
}

function isToGoOn(before: FeedRow, after: FeedRow | null): boolean {
  const isStanding = after?.cursor === before.cursor && after.id === before.id
  return after !== null && after.cursor < after.ends && !isStanding
}
