import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { type FeedPage, readFeedPage } from '#shared/sync/feed-page.ts'
import { leaveCheckpoints } from '#core/store/checkpoint.ts'
import { type FeedRow, readFeed, readFeeds } from '#core/store/feeds.ts'
import { type SyncClient, untilAsked } from './client.ts'
import { fillFeed } from './fill-feed.ts'
import { takePage } from './take-page.ts'

const entriesAPage = 250
/** While this machine has nothing to do yet: the sooner it has, the better. Each page after it is twice as long. */
const entriesOfFirst = 60

/** Pulls every feed to its end. Out: how many entries were applied. One that is broken is told behind the others. SYNC-PULL-1, SYNC-PULL-2. */
export async function pullFeeds(client: SyncClient): Promise<Result<number>> {
  if (isFarBehind(client)) leaveCheckpoints(client.store.db)
  let applied = 0
  let broken: Result<never> | null = null
  for (const { feed } of readFeeds(client.store.db)) {
    const pulled = await pullWhole(client, feed)
    if (pulled.ok) applied += pulled.value
    else if (pulled.refusal.code === 'sync-feed-broken') broken ??= pulled
    else return pulled
  }
  return broken ?? ok(applied)
}

async function pullWhole(client: SyncClient, feed: FeedName): Promise<Result<number>> {
  const filled = await fillFeed(client, feed)
  if (!filled.ok) return filled
  const pulled = await pullFeed(client, feed)
  return pulled.ok ? ok(filled.value + pulled.value) : pulled
}

const farBehind = 1000

const isFarBehind = ({ store }: SyncClient): boolean =>
  readFeeds(store.db).some(({ cursor, ends }) => ends - cursor > farBehind)

/**
 * Page after page to the feed's end, or until there is enough; the next one is on its way while this one is applied. Out:
 * how many entries were applied.
 */
export async function pullFeed(
  client: SyncClient,
  feed: FeedName,
  isEnough: (() => boolean) | null = null,
): Promise<Result<number>> {
  let own: number | undefined = client.chain().epoch
  let coming: Coming | null = null
  for (let applied = 0; ;) {
    const before = readFeed(client.store.db, feed)
    if (before === null) return ok(applied)
    const page: Result<FeedPage> = await pageAfter(client, { ...before, own, limit: entriesOfFirst }, coming)
    if (!page.ok) return page
    // What may be enough is not gone on from: a page on its way would hold up what comes next.
    coming = isEnough === null ? nextPage(client, page.value, own) : null
    if (coming !== null) await untilAsked(client)
    const taken = await takePage(client, page.value)
    if (!taken.ok) return taken
    applied += taken.value.applied
    if (taken.value.lacksOwn && own !== undefined) {
      own = undefined
      coming = null
      continue
    }
    if (isEnough?.() === true || !isToGoOn(before, readFeed(client.store.db, feed))) return ok(applied)
  }
}

/** `own`: the epoch of which this machine has its own commits; undefined: pages come whole. */
interface Place extends Pick<FeedRow, 'feed' | 'cursor'> {
  readonly own: number | undefined
  readonly limit: number
}

/** A page that was asked for ahead, and the entry it comes after. */
interface Coming {
  readonly after: number
  readonly page: Promise<Result<FeedPage>>
}

/** What was asked for ahead is of use only where this machine then stands: a feed may have been begun anew. */
const pageAfter = (client: SyncClient, place: Place, coming: Coming | null): Promise<Result<FeedPage>> =>
  coming?.after === place.cursor ? coming.page : askPage(client, place)

function nextPage(client: SyncClient, { head, entries }: FeedPage, own: Place['own']): Coming | null {
  const { feed, sequence, end } = head
  const limit = Math.max(entriesOfFirst, Math.min(entriesAPage, entries.length * 2))
  return sequence >= end ? null : { after: sequence, page: askPage(client, { feed, cursor: sequence, own, limit }) }
}

async function askPage(client: SyncClient, { feed, cursor, own, limit }: Place): Promise<Result<FeedPage>> {
  const bytes = await client.wire.pull({ feed, after: cursor, limit, own })
  if (!bytes.ok) return bytes
  const page = readFeedPage(bytes.value)
  return page === null ? refuse('sync-page-malformed', { detail: 'page' }) : ok(page)
}

function isToGoOn(before: FeedRow, after: FeedRow | null): boolean {
  const isStanding = after?.cursor === before.cursor && after.id === before.id
  return after !== null && after.cursor < after.ends && !isStanding
}
