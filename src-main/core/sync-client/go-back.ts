import { wireVersion } from '#shared/contract/wire/contract.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { readChains } from '#core/store/chain.ts'
import type { ChainRow } from '#core/store/chain.ts'
import { changeFold } from '#core/store/change-fold.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { readFeeds, rewindFeed } from '#core/store/feeds.ts'
import { answeredUpTo, chainStandsAt, countWaiting, lastOfChain } from '#core/store/own-commits.ts'
import { reopenQueue } from '#core/store/reopen-queue.ts'
import { answeredEnd } from '#core/store/relink.ts'
import type { SyncClient } from './client.ts'
import type { Hello } from './wire.ts'

/**
 * A restored server may not know this epoch of the machine, nor the place that it follows: it is asked for the epochs
 * before, and what lies behind the last place that both know is unanswered again (SYNC-RECOVER-2). The caller goes on from
 * there under an epoch that the server does not know yet.
 */
export async function goBackToKnown(client: SyncClient): Promise<Result<Gone>> {
  const { db } = client.store
  const { device, epoch } = client.chain()
  const earlier = readChains(db).filter((chain) => chain.device === device && chain.epoch < epoch)
  for (const chain of earlier.toReversed()) {
    const asked = await client.wire.hello({ wire: wireVersion, epoch: chain.epoch, waiting: countWaiting(db) })
    if (!asked.ok) return asked
    const { end } = asked.value
    if (end === null) continue
    return ok(sendAgain(client, placeIn(db, chain, end)))
  }
  return ok(sendAgain(client, 0))
}

/**
 * The server's chain does not hold the place behind which this machine would go on: another life of it, or its twin, went
 * on otherwise from somewhere before. What the whole epoch of that place holds is unanswered again; the server answers
 * what it knows as it did.
 */
export function goBackAnEpoch(client: SyncClient): Gone {
  const { db } = client.store
  const end = answeredEnd(db)
  const chain = readChains(db).findLast(({ epoch }) => epoch === end?.epoch)
  return sendAgain(client, chain?.openedAfter ?? 0)
}

/** Whether anything is unanswered again by it. */
export interface Gone {
  readonly isFurther: boolean
}

function placeIn(db: ReadableDb, chain: ChainRow, { sequence, link }: NonNullable<Hello['end']>): number {
  const standing = chainStandsAt(db, { chain: chain.id, sequence, link })
  if (standing !== null) return standing
  // This machine was restored from a copy too: what it sent after the copy, the server has, and the copy is a part of it.
  const last = lastOfChain(db, chain.id)
  return last !== null && last.sequence < sequence ? last.firstSeq : chain.openedAfter
}

function sendAgain(client: SyncClient, after: number): Gone {
  const { db, projections } = client.store
  const before = answeredUpTo(db)
  const changed = db.transaction(() => changeFold(db, projections, () => reopen(client, after).streams))
  if (changed.size > 0) client.effects.onReceived(changed)
  return { isFurther: answeredUpTo(db) < before }
}

/** In: a write transaction, a place of this machine's log. What the server has after all gets its position from the feeds, read anew. */
export function reopen({ store: { db } }: SyncClient, after: number): ReturnType<typeof reopenQueue> {
  const reopened = reopenQueue(db, after)
  if (reopened.streams.length > 0) for (const { feed, logEpoch } of readFeeds(db)) rewindFeed(db, feed, logEpoch)
  return reopened
}
