import { wireVersion } from '#shared/contract/wire/contract.ts'
import { isSameTime } from '#shared/domain/clock/clock-doubt.ts'
import { parseInstant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { offerBlobsAgain } from '#core/store/blob-queue.ts'
import { beginFeed, dropFeed, enterLogEpoch, noteFeedEnd, readFeeds, rewindFeed } from '#core/store/feeds.ts'
import { changeFold } from '#core/store/change-fold.ts'
import { noteKnownTime } from '#core/store/known-time.ts'
import { chainStandsAt, countWaiting, firstOfChain } from '#core/store/own-commits.ts'
import type { SyncClient } from './client.ts'
import { goBackToKnown, reopen } from './go-back.ts'
import { changeMembership, type Membership, readMembership } from './membership.ts'
import { renewAsTwin, renewEpoch, tellEpoch, startFreeEpoch } from './renew-epoch.ts'
import { tellNumbers } from './tell-numbers.ts'
import type { Hello } from './wire.ts'

/**
 * Greets the server and settles who stands where: whether it is the same server and the same history (SYNC-RECOVER-1),
 * where its copy of this machine's chain ends (SYNC-PUSH-3, SYNC-PUSH-5), and which feeds this machine holds.
 */
export async function greet(client: SyncClient): Promise<Result<null>> {
  const told = await tellEpoch(client)
  if (!told.ok) return told
  const hello = await client.wire.hello({
    wire: wireVersion,
    epoch: client.chain().epoch,
    waiting: countWaiting(client.store.db),
  })
  if (!hello.ok) return hello
  const membership = must(readMembership(client.store.db), 'a machine that greets has joined')
  const { server } = hello.value
  if (server.id !== membership.server.id || server.publicKey !== membership.server.publicKey)
    return refuse('sync-other-server')
  // Before its new log epoch is noted, so that a round that ends here tells again.
  if (server.logEpoch !== membership.server.logEpoch) {
    const heard = await tellNumbers(client, membership)
    if (!heard.ok) return heard
  }
  const isForgotten = isForgottenIn(client, membership, hello.value)
  if (isForgotten) {
    const gone = await goBackToKnown(client)
    if (!gone.ok) return gone
    // Before the new log epoch is noted: whatever ends this round, the next one tells the new epoch first.
    startFreeEpoch(client)
  }
  const mustRenew = takeHello(client, membership, { hello: hello.value, isForgotten })
  if (isForgotten) return tellEpoch(client)
  if (mustRenew === null) return ok(null)
  return mustRenew === 'twin' ? renewAsTwin(client) : renewEpoch(client)
}

/** Whether a restored server may not know the present epoch: of its first one every server that knows the machine knows. */
const isForgottenIn = (client: SyncClient, { server }: Membership, hello: Hello): boolean =>
  server.logEpoch !== hello.server.logEpoch && hello.end === null && client.chain().epoch > 1

/** Why this machine must go on under a new epoch: it has a twin, or its chain cannot be sent again as it was. */
type Renewal = 'twin' | 'gaps' | null

interface Told {
  readonly hello: Hello
  readonly isForgotten: boolean
}

function takeHello(client: SyncClient, membership: Membership, { hello, isForgotten }: Told): Renewal {
  const { db, projections } = client.store
  let mustRenew: Renewal = null
  // Lost with the power, it is said again by the next greeting: nobody waits for this machine's disk.
  const changed = db.transactionSoon(() => {
    const isRestored = hello.server.logEpoch !== membership.server.logEpoch
    changeMembership(db, {
      lastContact: client.ports.clock.now(),
      server: hello.server,
      copied: hello.copied === true,
      recovering: membership.recovering || isRestored,
    })
    if (isRestored) offerBlobsAgain(db)
    noteTime(client, hello)
    takeFeeds(client, hello)
    if (isForgotten) return new Set<string>()
    return changeFold(db, projections, () => {
      const taken = takeEnd(client, hello.end)
      if (taken === null) mustRenew = 'twin'
      else if (taken.hasGaps) mustRenew = 'gaps'
      return taken?.streams ?? []
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

function takeFeeds({ store: { db } }: SyncClient, hello: Hello): void {
  const { logEpoch } = hello.server
  const held = new Map(readFeeds(db).map((feed) => [feed.feed, feed]))
  for (const { feed, sequence, hash } of hello.feeds) {
    const known = held.get(feed) ?? beginFeed(db, feed, logEpoch)
    held.delete(feed)
    const isShorter = sequence < known.cursor
    const isOther = sequence === known.cursor && hash !== toHex(known.hash) && sequence > 0
    // Its history is another one: what is known falls away by its id when it is read anew.
    if (isShorter || isOther) rewindFeed(db, feed, logEpoch)
    else if (known.logEpoch !== logEpoch) enterLogEpoch(db, known, logEpoch)
    noteFeedEnd(db, feed, sequence)
  }
  for (const { feed } of held.values()) {
    if (feed.startsWith('case:')) withdraw(db, feed)
    dropFeed(db, feed)
  }
}

/** Nobody named for a strictly confidential case works here any more (SYNC-FEED-6). */
const withdraw = (db: SyncClient['store']['db'], stream: string): void =>
  void db.run("INSERT INTO withdrawals (stream, at) VALUES (?, '') ON CONFLICT (stream) DO NOTHING", stream)

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
