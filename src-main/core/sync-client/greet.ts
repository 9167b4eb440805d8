import { wireVersion } from '#shared/contract/wire/contract.ts'
import { isSameTime } from '#shared/domain/clock/clock-doubt.ts'
import { parseInstant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { mostHeads, mostOnOffer } from '#shared/sync/feed-page.ts'
import { offerBlobsAgain } from '#core/store/blob-queue.ts'
import { noteGreeted } from '#core/store/sent-files.ts'
import {
  beginFeed,
  dropFeed,
  enterLogEpoch,
  type FeedRow,
  noteFeedEnd,
  readFeeds,
  rewindFeed,
  signedHeads,
  streamsNamedIn,
} from '#core/store/feeds.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { changeFold } from '#core/store/change-fold.ts'
import { casesOnOffer, noteDecided, noteWithdrawn, withdrawOnceDecided } from '#core/store/offered-copies.ts'
import { forgetPrivate } from '#core/store/forget-private.ts'
import { noteKnownTime } from '#core/store/known-time.ts'
import { peoplePutAside } from '#core/store/put-aside.ts'
import { chainStandsAt, countWaiting, firstOfChain } from '#core/store/own-commits.ts'
import type { SyncClient } from './client.ts'
import { offeredInVain } from './finish-recovery.ts'
import { goBackToKnown, reopen } from './go-back.ts'
import { changeMembership, readMembership } from './membership.ts'
import { renewAsTwin, renewEpoch, tellEpoch, startFreeEpoch } from './renew-epoch.ts'
import { takeBackAgain, takeUnheardBack } from './take-back-again.ts'
import { tellNumbers } from './tell-numbers.ts'
import type { Hello } from './wire.ts'

/**
 * Greets the server and settles who stands where: whether it is the same server and the same history (SYNC-RECOVER-1),
 * where its copy of this machine's chain ends (SYNC-PUSH-3, SYNC-PUSH-5), and which feeds this machine holds.
 */
export async function greet(client: SyncClient): Promise<Result<null>> {
  const told = await tellEpoch(client)
  if (!told.ok) return told
  const held = readFeeds(client.store.db)
  const onOffer = keptAside(client.store.db)
  const hello = await client.wire.hello({
    wire: wireVersion,
    epoch: client.chain().epoch,
    waiting: countWaiting(client.store.db),
    heads: signedHeads(client.store.db, mostHeads),
    ...(onOffer.length === 0 ? {} : { onOffer }),
  })
  if (!hello.ok) return hello
  const membership = must(readMembership(client.store.db), 'a machine that greets has joined')
  const { server } = hello.value
  if (server.id !== membership.server.id || server.publicKey !== membership.server.publicKey)
    return refuse('sync-other-server')
  const rewound = feedsRewound(held, hello.value)
  const isPutBack = server.logEpoch !== membership.server.logEpoch || rewound.size > 0
  // Before its new log epoch is noted, so that a round that ends here tells again.
  if (isPutBack) {
    const heard = await tellNumbers(client, membership)
    if (!heard.ok) return heard
  }
  const again = await (isPutBack ? takeBackAgain(client) : takeUnheardBack(client))
  if (!again.ok) return again
  const isForgotten = isPutBack && isForgottenBy(client, hello.value)
  if (isForgotten) {
    const gone = await goBackToKnown(client)
    if (!gone.ok) return gone
    // Before the new log epoch is noted: whatever ends this round, the next one tells the new epoch first.
    startFreeEpoch(client)
  }
  const isRecovering = isPutBack || membership.recovering
  const said = hello.value.decided ?? []
  const decided = await offeredInVain(client, isRecovering ? [] : said.filter((stream) => !isPerson(stream)))
  if (!decided.ok) return decided
  const mustRenew = takeHello(client, {
    hello: { ...hello.value, decided: [...decided.value] },
    // Of nobody else: a server says of others by their feeds, which prove it.
    forgotten: onOffer.filter((stream) => isPerson(stream) && said.includes(stream)),
    isForgotten,
    isPutBack,
    rewound,
  })
  if (isForgotten) return tellEpoch(client)
  if (mustRenew === null) return ok(null)
  return mustRenew === 'twin' ? renewAsTwin(client) : renewEpoch(client)
}

const isPerson = (stream: string): boolean => stream.startsWith('person:')

/** Half of the room each: neither keeps the other from its turn. */
const keptAside = (db: ReadableDb): string[] => [
  ...casesOnOffer(db, mostOnOffer / 2),
  ...peoplePutAside(db, mostOnOffer / 2),
]

/** Whether a restored server may not know the present epoch: of its first one every server that knows the machine knows. */
const isForgottenBy = (client: SyncClient, { end }: Hello): boolean => end === null && client.chain().epoch > 1

/** Why this machine must go on under a new epoch: it has a twin, or its chain cannot be sent again as it was. */
type Renewal = 'twin' | 'gaps' | null

interface Told {
  readonly hello: Hello
  /** Of the people set aside here: who was forgotten. */
  readonly forgotten: readonly string[]
  readonly isForgotten: boolean
  /** The server is not what it was when it was greeted last. */
  readonly isPutBack: boolean
  readonly rewound: ReadonlySet<FeedName>
}

function takeHello(client: SyncClient, { hello, forgotten, isForgotten, isPutBack, rewound }: Told): Renewal {
  const { db, projections } = client.store
  let mustRenew: Renewal = null
  // Lost with the power, it is said again by the next greeting: nobody waits for this machine's disk.
  const changed = db.transactionSoon(() => {
    changeMembership(db, {
      lastContact: client.ports.clock.now(),
      server: hello.server,
      copied: hello.copied === true,
      ...(isPutBack ? { recovering: true } : {}),
    })
    if (isPutBack) offerBlobsAgain(db)
    else noteGreeted(db, hello.feeds)
    noteTime(client, hello)
    takeFeeds(client, hello, rewound)
    if (isForgotten) return new Set<string>()
    return changeFold(db, projections, () => {
      for (const person of forgotten) forgetPrivate(db, person)
      const taken = takeEnd(client, hello.end)
      if (taken === null) mustRenew = 'twin'
      else if (taken.hasGaps) mustRenew = 'gaps'
      return [...forgotten, ...(taken?.streams ?? [])]
    })
  })
  if (changed.size > 0) client.effects.onReceived(changed)
  return mustRenew
}

/** A clock that the server's agrees with needs no person's word (SYNC-RECOVER-6). */
function noteTime({ store: { db }, ports }: SyncClient, { time }: Hello): void {
  const now = ports.clock.now()
  const said = parseInstant(time)
  if (said !== null && isSameTime(said, now)) noteKnownTime(db, now)
}

/**
 * Feeds that end before the place where this machine stood when it greeted, or say something else there (SYNC-RECOVER-1).
 * What a live page brought while the hello was on its way is behind that place.
 */
function feedsRewound(held: readonly FeedRow[], { feeds }: Hello): ReadonlySet<FeedName> {
  const ends = new Map(feeds.map((end) => [end.feed, end]))
  const rewound = held.filter(({ feed, cursor, hash }) => {
    const end = ends.get(feed)
    if (end === undefined) return false
    return end.sequence < cursor || (end.sequence === cursor && cursor > 0 && end.hash !== toHex(hash))
  })
  return new Set(rewound.map(({ feed }) => feed))
}

function takeFeeds({ store: { db } }: SyncClient, hello: Hello, rewound: ReadonlySet<FeedName>): void {
  const { logEpoch } = hello.server
  const held = new Map(readFeeds(db).map((feed) => [feed.feed, feed]))
  for (const { feed, sequence } of hello.feeds) {
    const known = held.get(feed) ?? beginFeed(db, feed, logEpoch)
    held.delete(feed)
    // Its history is another one: what is known falls away by its id when it is read anew.
    if (rewound.has(feed)) rewindFeed(db, feed, logEpoch)
    else if (known.logEpoch !== logEpoch) enterLogEpoch(db, known, logEpoch)
    noteFeedEnd(db, feed, sequence)
  }
  const isRecovering = readMembership(db)?.recovering === true
  if (!isRecovering) noteDecided(db, hello.decided ?? [])
  for (const row of held.values()) {
    const { feed } = row
    // With the case whom it names: what another feed shows of him stays.
    if (feed.startsWith('case:'))
      for (const stream of new Set([feed, ...streamsNamedIn(db, row)])) withdraw(db, stream, isRecovering)
    dropFeed(db, feed)
  }
}

/** Nobody named for a strictly confidential case works here any more (SYNC-FEED-6); or a restored server has lost it. */
function withdraw(db: SyncClient['store']['db'], stream: string, isRecovering: boolean): void {
  if (isRecovering) withdrawOnceDecided(db, stream)
  else noteWithdrawn(db, stream, '')
}

/**
 * Out: what is unanswered again; null when this machine's chain cannot be gone on with from where the server's copy ends.
 * What a feed answered before its turn, and no later epoch has linked anew, rests on no end of this chain: it stays.
 */
function takeEnd(client: SyncClient, end: Hello['end']): ReturnType<typeof reopen> | null {
  const { db } = client.store
  const { id, openedAfter } = client.chain()
  // It has nothing of this epoch; what was linked before it, it has.
  const hasNone = end === null || end.sequence === 0
  const seq = hasNone ? openedAfter : chainStandsAt(db, { chain: id, sequence: end.sequence, link: end.link })
  return seq === null ? null : reopen(client, (firstOfChain(db, { id, after: seq }) ?? Infinity) - 1)
}
