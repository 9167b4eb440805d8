import { must } from '#shared/lib/assert.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { cutQueue } from '#shared/sync/cut-queue.ts'
import type { EventBytes } from '#shared/sync/feed-entry.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { pushBounds, type PushHead, writePushPage } from '#shared/sync/push-page.ts'
import { changeFold } from '#core/store/change-fold.ts'
import { lastSeq } from '#core/store/read-stream.ts'
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
import type { SyncClient } from './client.ts'
import type { Pushed } from './wire.ts'

/** Bytes of one push before packing: text shrinks to less than half, so the packed bound is kept too. */
const mostBytes = pushBounds.packedBytes

/**
 * Sends what has no answer by now, in order. What is written meanwhile is for the next round: who writes without a pause (an
 * import) must not keep this one from taking what is new and from fetching numbers. Out: how many commits got an answer.
 * SYNC-PUSH-1.
 */
export async function pushQueue(client: SyncClient): Promise<Result<number>> {
  const end = lastSeq(client.store.db)
  for (let answered = 0; ;) {
    const { batch, events } = nextBatch(client)
    if (batch.length === 0 || endsOf(batch).first.firstSeq > end) return ok(answered)
    const page = writePushPage({ head: headOf(client, batch), events })
    const { first, last } = endsOf(batch)
    client.store.db.transaction(() => markSent(client.store.db, first.firstSeq, last.firstSeq))
    const pushed = await client.wire.push(page)
    if (!pushed.ok) return pushed
    answered += takeAnswers(client, batch, pushed.value)
  }
}

interface Batch {
  readonly batch: readonly QueuedCommit[]
  readonly events: readonly EventBytes[]
}

/** What fits one push; the bytes of a commit are read once, when it is its turn. */
function nextBatch({ store }: SyncClient): Batch {
  const queue = readQueue(store.db, pushBounds.commits)
  const read: (readonly EventBytes[])[] = []
  function* sized() {
    for (const { firstSeq, lastSeq, chain } of queue) {
      const events = readEventBytes(store.db, firstSeq, lastSeq)
      read.push(events)
      yield { events: events.length, bytes: events.reduce((sum, event) => sum + sizeOf(event), 0), chain }
    }
  }
  const taken = cutQueue(sized(), { bytes: mostBytes })
  return { batch: queue.slice(0, taken), events: read.slice(0, taken).flat() }
}

const sizeOf = ({ envelope, facts, private: secret }: EventBytes): number =>
  envelope.length + facts.length + (secret?.length ?? 0)

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

/** All answers of one push in one transaction; streams whose fold they change are folded anew. */
function takeAnswers(client: SyncClient, batch: readonly QueuedCommit[], { outcomes }: Pushed): number {
  const { db, projections } = client.store
  const places = new Map(batch.map((queued) => [queued.commit, queued]))
  const answers = outcomes.flatMap(({ commit, outcome }) => {
    const place = places.get(commit)
    return place === undefined ? [] : [{ place, outcome }]
  })
  const streams = db.transaction(() => changeFold(db, projections, () => writeAnswers(client, answers)))
  if (streams.size > 0) client.effects.onReceived(streams)
  return answers.length
}

interface Answer {
  readonly place: QueuedCommit
  readonly outcome: Outcome
}

/** What was simply taken is written a run at a time: that is nearly all of it. */
function writeAnswers({ store: { db } }: SyncClient, answers: readonly Answer[]): readonly string[] {
  const changed: string[] = []
  let run: QueuedCommit[] = []
  const takeRun = (): void => {
    const [first, last] = [run[0], run.at(-1)]
    if (first !== undefined && last !== undefined) takeAccepted(db, first.firstSeq, last.lastSeq)
    run = []
  }
  for (const { place, outcome } of answers) {
    const isPlain = outcome.kind === 'accepted' && outcome.moved.length === 0 && place.isFirstAnswer === 1
    if (isPlain) {
      run.push(place)
      continue
    }
    takeRun()
    const own = must(commitOfEvent(db, place.firstSeq), 'what was sent is in the log')
    changed.push(...writeOutcome(db, own, outcome))
  }
  takeRun()
  settleQueue(db)
  return changed
}
