/** A page of a feed becomes part of this machine's log: proven whole, then applied in slices, each with its cursor. */
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { headBytes } from '#shared/sync/feed-entry.ts'
import type { FeedPage } from '#shared/sync/feed-page.ts'
import { type PageFault, type Proofs, provePage } from '#shared/sync/prove-page.ts'
import { type FeedRow, noteFeedEnd, readFeed, rewindFeed, signedHead, stepFeed } from '#core/store/feeds.ts'
import { sha256 } from '#core/store/hash.ts'
import { holdsEvents } from '#core/store/holds-events.ts'
import { receiveEntries } from '#core/store/receive.ts'
import type { Received } from '#core/store/receive.ts'
import { isSignedBy } from '#core/store/signature.ts'
import type { SyncClient } from './client.ts'
import { markToHear } from './to-hear.ts'
import { readMembership } from './membership.ts'

/**
 * One write transaction, about: the writer's other work waits no longer than that takes. A machine that is being filled
 * has little other work, and every page of its files that is written once instead of ten times is won.
 */
const slices = {
  following: { events: 300, entries: 100 },
  filling: { events: 2500, entries: 1000 },
} as const
/** Entries. */
const farBehind = 1000

/**
 * Proves a page and applies it in slices, each with its cursor (SYNC-PULL-2, SYNC-PULL-3). One that does not begin where
 * this machine stands (another came meanwhile) changes nothing. Out: how many entries were applied.
 */
export async function takePage(client: SyncClient, page: FeedPage): Promise<Result<TakenPage>> {
  const feed = readFeed(client.store.db, page.head.feed)
  if (feed === null || page.head.from !== feed.cursor + 1)
    return ok({ applied: 0, isBehind: feed !== null && page.head.sequence > feed.cursor })
  const proven = prove(client, feed, page)
  if (proven.kind === 'broken') return brokenFeed(client, page, proven.why)
  if (page.entries.length === 0 && feed.cursor > 0 && signedHead(client.store.db, feed) === null)
    noteHead(client, feed, page)
  for (let at = 0; at < page.entries.length;) {
    if (at > 0) await client.breathe()
    const standing = readFeed(client.store.db, feed.feed)
    if (standing?.cursor !== feed.cursor + at) return ok({ applied: at, isBehind: true })
    const end = endOfSlice(page.entries, at, standing.ends - standing.cursor)
    applySlice(client, { feed: standing, page, at, end, hashes: proven.hashes })
    at = end
  }
  return ok({ applied: page.entries.length, isBehind: page.head.end > page.head.sequence })
}

/** Nothing new, but the head of what is held was signed by the server as it was before it was restored. */
const noteHead = ({ store: { db } }: SyncClient, feed: FeedRow, { head }: FeedPage): void =>
  db.transaction(() => stepFeed(db, { feed, headers: [], sequence: feed.cursor, hash: feed.hash, head }))

export interface TakenPage {
  readonly applied: number
  readonly isBehind: boolean
  /** The page left out bytes that this machine does not hold: it is to be asked for whole (SYNC-PULL-5). */
  readonly lacksOwn?: true
}

/** How a machine proves what its server sends: by the key it pinned when it enrolled. */
export function proofsOf({ store }: SyncClient): Proofs {
  const { server } = must(readMembership(store.db), 'a machine that pulls has joined')
  const publicKey = Buffer.from(server.publicKey, 'hex')
  return {
    hash: sha256,
    isSignedByServer: (bytes, signature) => isSignedBy(publicKey, bytes, Buffer.from(signature, 'hex')),
    holds: (events) => holdsEvents(store.db, events),
  }
}

function prove(client: SyncClient, { feed, cursor, hash, logEpoch }: FeedRow, page: FeedPage) {
  const { server } = must(readMembership(client.store.db), 'a machine that pulls has joined')
  return provePage(proofsOf(client), { feed, server: server.id, logEpoch, cursor, hash }, page)
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
  // Restored or put back since this machine greeted it: nothing is wrong, it is greeted anew.
  if (why === 'other-epoch' || (why === 'other-history' && isSigned(client, head)))
    return refuse('sync-server-restored')
  if (why === 'not-held') return ok({ applied: 0, isBehind: true, lacksOwn: true })
  return refuse('sync-feed-broken', { feed: head.feed, why })
}

const isSigned = (client: SyncClient, { signature, ...head }: FeedPage['head']): boolean =>
  proofsOf(client).isSignedByServer(headBytes(head), signature)

/** An entry is applied whole, however many events it has: a commit is never cut. */
function endOfSlice(entries: FeedPage['entries'], at: number, behind: number): number {
  const most = behind > farBehind ? slices.filling : slices.following
  let events = 0
  let end = at
  while (end < entries.length && end < at + most.entries && events < most.events) {
    events += eventsIn(entries[end])
    end += 1
  }
  return end
}

const eventsIn = (entry: FeedPage['entries'][number] | undefined): number =>
  entry !== undefined && 'events' in entry.header ? entry.header.events.length : 0

/**
 * Whom this machine had forgotten, and told nobody, a copy or another machine's commit may bring to a server that was put back
 * to before him: he is forgotten again with the next exchange, when all is heard that the feeds say of him (S19).
 */
export function noteIfForgotten({ store: { db }, effects }: SyncClient, { people }: Received): void {
  if (people.size > 0 && effects.wereForgotten(people)) markToHear(db)
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
    const touched = receiveEntries(db, projections, { feed: page.head.feed, entries })
    stepFeed(db, {
      feed,
      headers: entries.map(({ headerBytes }) => headerBytes),
      sequence: feed.cursor + entries.length,
      hash: hashes[end - 1] ?? feed.hash,
      head: page.head,
    })
    noteIfForgotten(client, touched)
    return touched
  })
  if (received.streams.size > 0) client.effects.onReceived(received.streams)
}
