/**
 * First fill of a large feed (SYNC-SNAP-1, SYNC-SNAP-2): its open cases first, whole, so that people can work; then the
 * feed from where this machine stands, in the immutable parts that the server keeps ready. What is here already falls away
 * by its id. It goes on where it stopped: the cursor stands in the store; open cases are taken only by a feed at its
 * beginning.
 */
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { type CasesPart, readCasesPart } from '#shared/sync/cases-part.ts'
import { entryHashOf, headerHashOf } from '#shared/sync/feed-entry.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { type FeedPage, readFeedPage } from '#shared/sync/feed-page.ts'
import { readFeed } from '#core/store/feeds.ts'
import { sha256 } from '#core/store/hash.ts'
import { areOpenCasesHere, noteOpenCases } from '#core/store/open-cases.ts'
import { receiveEntries } from '#core/store/receive.ts'
import { type SyncClient, untilAsked } from './client.ts'
import { readMembership } from './membership.ts'
import { noteIfForgotten, proofsOf, takePage } from './take-page.ts'
import type { Snapshot } from './wire.ts'

/** Entries behind from which it is worth the server's while: below, plain pages are there sooner. */
const worthFrom = 20_000

/** Out: how many entries were applied; none where the feed is near, or the server has no parts of it. */
export async function fillFeed(client: SyncClient, feed: FeedName): Promise<Result<number>> {
  const place = readFeed(client.store.db, feed)
  if (place === null || place.ends - place.cursor < (client.snapshotFrom ?? worthFrom)) return ok(0)
  const snapshot = await client.wire.snapshot(feed)
  if (!snapshot.ok) return snapshot
  if (place.cursor === 0 && !areOpenCasesHere(client.store.db, feed)) {
    const opened = await takeOpenCases(client, snapshot.value)
    if (!opened.ok) return unlessGone(opened)
    client.store.db.transaction(() => noteOpenCases(client.store.db, feed))
  }
  return unlessGone(await takeParts(client, snapshot.value))
}

/** Parts that were made anew meanwhile are no fault: plain pages go on from where this machine stands. */
const unlessGone = (result: Result<number>): Result<number> =>
  result.ok || result.refusal.code !== 'sync-part-gone' ? result : ok(0)

async function takeOpenCases(client: SyncClient, { feed, openCases }: Snapshot): Promise<Result<number>> {
  let coming = openCases[0] === undefined ? null : client.wire.part({ feed, address: openCases[0] })
  for (let index = 0; coming !== null; index += 1) {
    const bytes: Result<Uint8Array> = await coming
    if (!bytes.ok) return bytes
    const next = openCases[index + 1]
    coming = next === undefined ? null : client.wire.part({ feed, address: next })
    if (coming !== null) await untilAsked(client)
    const part = casesOf(client, feed, bytes.value)
    if (!part.ok) return part
    await receiveCases(client, part.value)
  }
  return ok(0)
}

function casesOf(client: SyncClient, feed: FeedName, bytes: Uint8Array): Result<CasesPart> {
  const { server } = must(readMembership(client.store.db), 'a machine that pulls has joined')
  const part = readCasesPart(bytes, proofsOf(client))
  if (part === null || part.head.feed !== feed || part.head.server !== server.id)
    return refuse('sync-feed-broken', { feed, why: 'content' })
  // Restored since this machine greeted it: nothing is wrong, it is greeted anew.
  return part.head.logEpoch === server.logEpoch ? ok(part) : refuse('sync-server-restored')
}

const casesASlice = 100

async function receiveCases(client: SyncClient, { head: { feed }, entries }: CasesPart): Promise<void> {
  const { db, projections } = client.store
  for (let at = 0; at < entries.length; at += casesASlice) {
    if (at > 0) await client.breathe()
    const some = entries.slice(at, at + casesASlice).map((entry) => ({ ...entry, sequence: 0 }))
    const { streams } = db.transactionSoon(() => {
      const received = receiveEntries(db, projections, { feed, entries: some })
      noteIfForgotten(client, received)
      return received
    })
    client.effects.onReceived(streams)
  }
}

async function takeParts(client: SyncClient, { feed, parts }: Snapshot): Promise<Result<number>> {
  const cursor = readFeed(client.store.db, feed)?.cursor ?? 0
  const left = parts.filter(({ to }) => to > cursor)
  const ask = (index: number): Promise<Result<Uint8Array>> | null => {
    const part = left[index]
    return part === undefined ? null : client.wire.part({ feed, address: part.address })
  }
  let applied = 0
  let coming = ask(0)
  for (let index = 0; coming !== null; index += 1) {
    const bytes: Result<Uint8Array> = await coming
    if (!bytes.ok) return bytes
    coming = ask(index + 1)
    if (coming !== null) await untilAsked(client)
    const taken = await takePart(client, bytes.value)
    if (!taken.ok) return taken
    applied += taken.value
  }
  return ok(applied)
}

async function takePart(client: SyncClient, bytes: Uint8Array): Promise<Result<number>> {
  const page = readFeedPage(bytes)
  if (page === null) return refuse('sync-page-malformed', { detail: 'part' })
  const taken = await takePage(client, behindCursor(client, page))
  return taken.ok ? ok(taken.value.applied) : taken
}

/**
 * A part that this machine holds the beginning of is taken from behind it: its head proves what is left as well. What stands
 * before that is said as the part has it, so that a machine of another history is known as one (SYNC-RECOVER-1).
 */
function behindCursor({ store }: SyncClient, page: FeedPage): FeedPage {
  const { head, entries } = page
  const place = readFeed(store.db, head.feed)
  const held = place === null ? 0 : place.cursor + 1 - head.from
  if (place === null || held <= 0 || held >= entries.length) return page
  return { head: { ...head, from: place.cursor + 1, before: hashBehind(page, held) }, entries: entries.slice(held) }
}

/** In: a part, a count of its entries. Out: the hash after so many, hex. */
function hashBehind({ head, entries }: FeedPage, count: number): string {
  let hash: Uint8Array = Buffer.from(head.before, 'hex')
  for (const { sequence, header, headerBytes } of entries.slice(0, count)) {
    const headerHash = headerHashOf(sha256, header, headerBytes)
    hash = entryHashOf(sha256, hash, { feed: head.feed, sequence, headerHash })
  }
  return toHex(hash)
}
