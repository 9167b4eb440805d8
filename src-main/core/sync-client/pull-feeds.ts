import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { type FeedPage, readFeedPage } from '#shared/sync/feed-page.ts'
import { type PageFault, provePage } from '#shared/sync/prove-page.ts'
import { type FeedRow, noteFeedEnd, readFeed, readFeeds, rewindFeed, stepFeed } from '#core/store/feeds.ts'
import { sha256 } from '#core/store/hash.ts'
import { receiveEntries } from '#core/store/receive.ts'
import { isSignedBy } from '#core/store/signature.ts'
import type { SyncClient } from './client.ts'
import { readMembership } from './membership.ts'

const entriesAPage = 2000
/** Events of one write transaction, about: the writer's other work waits no longer than that takes. */
const eventsASlice = 300
/** Entries of one at most. */
const entriesASlice = 100

/** Pulls every feed to its end. Out: how many entries were applied. SYNC-PULL-1. */
export async function pullFeeds(client: SyncClient): Promise<Result<number>> {
  let applied = 0
  for (const { feed } of readFeeds(client.store.db)) {
    const pulled = await pullFeed(client, feed)
    if (!pulled.ok) return pulled
    applied += pulled.value
  }
  return ok(applied)
}

async function pullFeed(client: SyncClient, feed: FeedName): Promise<Result<number>> {
  for (let applied = 0; ;) {
    const before = readFeed(client.store.db, feed)
    const pulled = await pullPage(client, feed)
    if (!pulled.ok) return pulled
    applied += pulled.value
    const after = readFeed(client.store.db, feed)
    const isStanding = after?.cursor === before?.cursor && after?.id === before?.id
    if (after === null || after.cursor >= after.ends || isStanding) return ok(applied)
  }
}

/** The next page of a feed. Out: how many entries were applied. */
export async function pullPage(client: SyncClient, feed: FeedName): Promise<Result<number>> {
  const place = readFeed(client.store.db, feed)
  if (place === null) return ok(0)
  const page = await client.wire.pull({ feed, after: place.cursor, limit: entriesAPage })
  if (!page.ok) return page
  const taken = await takePage(client, page.value)
  return taken.ok ? ok(taken.value.applied) : taken
}

/**
 * Proves a page and applies it in slices, each with its cursor (SYNC-PULL-2, SYNC-PULL-3). One that does not begin where
 * this machine stands (another came meanwhile) changes nothing. Out: how many entries were applied.
 */
export async function takePage(client: SyncClient, bytes: Uint8Array): Promise<Result<TakenPage>> {
  const page = readFeedPage(bytes)
  if (page === null) return refuse('sync-page-malformed', { detail: 'page' })
  const feed = readFeed(client.store.db, page.head.feed)
  if (feed === null || page.head.from !== feed.cursor + 1)
    return ok({ applied: 0, isBehind: feed !== null && page.head.sequence > feed.cursor })
  const proven = prove(client, feed, page)
  if (proven.kind === 'broken') return brokenFeed(client, page, proven.why)
  for (let at = 0; at < page.entries.length;) {
    if (at > 0) await client.breathe()
    const standing = readFeed(client.store.db, feed.feed)
    if (standing?.cursor !== feed.cursor + at) return ok({ applied: at, isBehind: true })
    const end = endOfSlice(page.entries, at)
    applySlice(client, { feed: standing, page, at, end, hashes: proven.hashes })
    at = end
  }
  return ok({ applied: page.entries.length, isBehind: page.head.end > page.head.sequence })
}

export interface TakenPage {
  readonly applied: number
  readonly isBehind: boolean
}

function prove(client: SyncClient, { feed, cursor, hash, logEpoch }: FeedRow, page: FeedPage) {
  const { server } = must(readMembership(client.store.db), 'a machine that pulls has joined')
  const publicKey = Buffer.from(server.publicKey, 'hex')
  const isSignedByServer = (bytes: Uint8Array, signature: string): boolean =>
    isSignedBy(publicKey, bytes, Buffer.from(signature, 'hex'))
  return provePage({ hash: sha256, isSignedByServer }, { feed, server: server.id, logEpoch, cursor, hash }, page)
}

/** A restored server tells its own history from some entry on: it is read from the beginning (SYNC-RECOVER-1). */
function brokenFeed(client: SyncClient, { head }: FeedPage, why: PageFault): Result<TakenPage> {
  const { db } = client.store
  const membership = must(readMembership(db), 'a machine that pulls has joined')
  if (why === 'other-history' && membership.recovering) {
    db.transaction(() => {
      rewindFeed(db, head.feed, membership.server.logEpoch)
      noteFeedEnd(db, head.feed, head.end)
    })
    return ok({ applied: 0, isBehind: true })
  }
  return refuse('sync-feed-broken', { feed: head.feed, why })
}

/** An entry is applied whole, however many events it has: a commit is never cut. */
function endOfSlice(entries: FeedPage['entries'], at: number): number {
  let events = 0
  let end = at
  while (end < entries.length && end < at + entriesASlice && events < eventsASlice) {
    events += entries[end]?.events.length ?? 0
    end += 1
  }
  return end
}

interface SliceOfPage {
  readonly feed: FeedRow
  readonly page: FeedPage
  readonly at: number
  readonly end: number
  readonly hashes: readonly Uint8Array[]
}

function applySlice(client: SyncClient, { feed, page, at, end, hashes }: SliceOfPage): void {
  const { db, projections } = client.store
  const entries = page.entries.slice(at, end)
  const received = db.transactionSoon(() => {
    const touched = receiveEntries(db, projections, entries)
    stepFeed(db, {
      feed,
      headers: entries.map(({ headerBytes }) => headerBytes),
      sequence: feed.cursor + entries.length,
      hash: hashes[end - 1] ?? feed.hash,
      head: page.head,
    })
    return touched
  })
  if (received.streams.size > 0) client.effects.onReceived(received.streams)
}
