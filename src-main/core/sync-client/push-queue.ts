import { must } from '#shared/lib/assert.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { cutQueue } from '#shared/sync/cut-queue.ts'
import { pushBounds, type PushHead, writePushPage } from '#shared/sync/push-page.ts'
import { histories, noteChanges } from '#core/store/fold-slice.ts'
import {
  commitOfEvent,
  markSent,
  type QueuedCommit,
  readEventBytes,
  readQueue,
  settleQueue,
  takeAccepted,
  writeOutcome,
} from '#core/store/own-commits.ts'
import { logPlace, projectSlice } from '#core/store/tables.ts'
import type { SyncClient } from './client.ts'
import type { Pushed } from './wire.ts'

/** Bytes of one push before packing: text shrinks to less than half, so the packed bound is kept too. */
const mostBytes = pushBounds.packedBytes

/** Sends what has no answer, in order, until nothing is left. Out: how many commits got an answer. SYNC-PUSH-1. */
export async function pushQueue(client: SyncClient): Promise<Result<number>> {
  for (let answered = 0; ;) {
    const batch = nextBatch(client)
    if (batch.length === 0) return ok(answered)
    const page = writePushPage({ head: headOf(client, batch), events: eventsOf(client, batch) })
    const { first, last } = endsOf(batch)
    client.store.db.transaction(() => markSent(client.store.db, first.firstSeq, last.firstSeq))
    const pushed = await client.wire.push(page)
    if (!pushed.ok) return pushed
    answered += takeAnswers(client, batch, pushed.value)
  }
}

function nextBatch({ store }: SyncClient): readonly QueuedCommit[] {
  const queue = readQueue(store.db, pushBounds.commits)
  return queue.slice(0, queue.length === 0 ? 0 : cutQueue(queue, { bytes: mostBytes }))
}

const endsOf = (batch: readonly QueuedCommit[]) => ({
  first: must(batch[0], 'a batch has a commit'),
  last: must(batch.at(-1), 'a batch has a commit'),
})

function headOf(client: SyncClient, batch: readonly QueuedCommit[]): PushHead {
  const { first, last } = endsOf(batch)
  const chain = client.chain()
  return {
    device: chain.device,
    epoch: chain.epoch,
    first: first.lastSequence - first.events + 1,
    commits: batch.map(({ commit, events }) => ({ commit, count: events })),
    link: toHex(last.link),
    signature: toHex(last.signature),
    rights: client.rights(),
    sentAt: client.ports.clock.now(),
  }
}

const eventsOf = ({ store }: SyncClient, batch: readonly QueuedCommit[]) =>
  batch.flatMap(({ firstSeq, lastSeq }) => readEventBytes(store.db, firstSeq, lastSeq))

/** All answers of one push in one transaction; streams whose fold they change are folded anew. */
function takeAnswers(client: SyncClient, batch: readonly QueuedCommit[], { outcomes }: Pushed): number {
  const { db, projections } = client.store
  const places = new Map(batch.map((queued) => [queued.commit, queued]))
  const streams = new Set<string>()
  db.transaction(() => {
    const from = logPlace(db)
    let plain: QueuedCommit[] = []
    const takePlain = (): void => {
      if (plain.length > 0) takeAccepted(db, plain[0]?.firstSeq ?? 0, plain.at(-1)?.lastSeq ?? 0)
      plain = []
    }
    for (const { commit, outcome } of outcomes) {
      const place = places.get(commit)
      if (place === undefined) continue
      if (outcome.kind === 'accepted' && outcome.moved.length === 0 && place.isFirstAnswer === 1) {
        plain.push(place)
        continue
      }
      takePlain()
      const own = must(commitOfEvent(db, place.firstSeq), 'what was sent is in the log')
      for (const stream of writeOutcome(db, own, outcome)) streams.add(stream)
    }
    takePlain()
    settleQueue(db)
    noteChanges(db, streams)
    const to = logPlace(db)
    projectSlice(db, projections, {
      from,
      to,
      slice: () => ({ events: [], anew: histories(db, [...streams], to.seq) }),
    })
  })
  client.effects.onReceived(streams)
  return outcomes.length
}
