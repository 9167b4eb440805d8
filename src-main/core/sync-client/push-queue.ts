import { must } from '#shared/lib/assert.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { cutQueue } from '#shared/sync/cut-queue.ts'
import type { EventBytes } from '#shared/sync/feed-entry.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { pushBounds, type PushHead, writePushPage } from '#shared/sync/push-page.ts'
import type { Chain } from '#core/store/chain.ts'
import { changeFold } from '#core/store/change-fold.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { lastSeq } from '#core/store/read-stream.ts'
import {
  commitOfEvent,
  isWaiting,
  markSent,
  type QueuedCommit,
  readEventBytes,
  readQueue,
  settleQueue,
  takeAccepted,
  writeOutcome,
} from '#core/store/own-commits.ts'
import type { SyncClient } from './client.ts'
import { forgetSize, learnSize, pushBytes } from './push-size.ts'
import type { Pushed } from './wire.ts'

/** While the server writes one push to its disk, it reads and checks the next. */
const mostUnderWay = 2

/**
 * Sends what has no answer by now, in order. What is written meanwhile is for the next round: who writes without a pause (an
 * import) must not keep this one from taking what is new and from fetching numbers. Out: how many commits got an answer.
 * SYNC-PUSH-1.
 */
export async function pushQueue(client: SyncClient): Promise<Result<number>> {
  const end = lastSeq(client.store.db.ahead)
  const underWay: Sent[] = []
  let after = 0
  const sendMore = (): void => {
    while (underWay.length < mostUnderWay) {
      const push = nextPush(client, { after, end })
      if (push === null || isOfAnotherChain(push, underWay)) return
      after = endsOf(push.batch).last.firstSeq
      underWay.push(sentBehind(send(client, push), push, underWay.length > 0))
    }
  }
  sendMore()
  let answered = 0
  for (let sent = underWay.shift(); sent !== undefined; sent = underWay.shift()) {
    const pushed = await answerOf(client, sent)
    learnSize(client, sent.push.page, pushed)
    if (!pushed.ok) {
      await Promise.all(underWay.map(({ answer }) => answer))
      return pushed
    }
    // Two sent at once may change places again: what has overtaken goes alone.
    if (underWay[0]?.hasOvertaken() !== true) sendMore()
    answered += takeAnswers(client, sent.push.batch, pushed.value)
  }
  forgetSize(client)
  return ok(answered)
}

interface Push {
  readonly batch: readonly QueuedCommit[]
  readonly page: Uint8Array
}

interface Sent {
  readonly push: Push
  readonly answer: ReturnType<SyncClient['wire']['push']>
  /** Known by now: it was there before the one that was on its way when it went. */
  readonly hasOvertaken: () => boolean
}

/** What overtook the one before it on the network was ahead of the chain then, and is not any more (SYNC-PUSH-3). */
function sentBehind(answer: Sent['answer'], push: Push, isBehind: boolean): Sent {
  let hasOvertaken = false
  const noted = answer.then((pushed) => {
    hasOvertaken = isBehind && !pushed.ok && pushed.refusal.code === 'sync-chain-ahead'
    return pushed
  })
  return { push, answer: noted, hasOvertaken: () => hasOvertaken }
}

/** The server knows by a chain's sequence what overtook what, and by nothing else. */
const isOfAnotherChain = ({ batch }: Push, underWay: readonly Sent[]): boolean =>
  underWay.some(({ push }) => endsOf(push.batch).last.chain !== endsOf(batch).first.chain)

function send(client: SyncClient, { batch, page }: Push): Sent['answer'] {
  const { first, last } = endsOf(batch)
  const answer = client.wire.push(page)
  // Without its mark it is sent again, and answered as it was (S3): no push waits for this machine's disk.
  client.store.db.transactionSoon(() => markSent(client.store.db, first.firstSeq, last.firstSeq))
  return answer
}

async function answerOf(client: SyncClient, { push, answer, hasOvertaken }: Sent): Promise<Awaited<Sent['answer']>> {
  const pushed = await answer
  return hasOvertaken() ? client.wire.push(push.page) : pushed
}

/** What fits one push, of what stands after one place and up to another; the bytes of a commit are read once. Null: nothing. */
function nextPush(client: SyncClient, { after, end }: { readonly after: number; readonly end: number }): Push | null {
  // Signature and tables of what was just written may be owed still: neither is waited for.
  const db = client.store.db.ahead
  const queue: QueuedCommit[] = []
  const read: (readonly EventBytes[])[] = []
  function* sized() {
    for (const queued of withoutHoles(inOrder(db, after))) {
      if (queue.length === 0 && queued.firstSeq > end) return
      const events = readEventBytes(db, queued.firstSeq, queued.lastSeq)
      queue.push(queued)
      read.push(events)
      yield {
        events: events.length,
        bytes: events.reduce((sum, event) => sum + sizeOf(event), 0),
        chain: queued.chain,
      }
    }
  }
  const taken = cutQueue(sized(), { bytes: pushBytes(client) })
  if (taken === 0) return null
  const batch = queue.slice(0, taken)
  return { batch, page: writePushPage({ head: headOf(client, batch), events: read.slice(0, taken).flat() }) }
}

/** Mostly there is one commit or none; whoever was away for long has many. */
const queueReadFirst = 8

/** The queue behind a place, read as far as it is asked for. */
function* inOrder(db: ReadableDb, after: number): Generator<QueuedCommit> {
  for (let [from, limit] = [after, queueReadFirst]; ; limit = Math.min(limit * 4, pushBounds.commits)) {
    const queue = readQueue(db, from, limit)
    yield* queue
    const last = queue.at(-1)
    if (last === undefined || queue.length < limit) return
    from = last.firstSeq
  }
}

/** A feed may have answered one before its turn: what stands behind it goes in a push of its own (SYNC-PUSH-1). */
function* withoutHoles(queue: Iterable<QueuedCommit>): Generator<QueuedCommit> {
  let before: QueuedCommit | null = null
  for (const queued of queue) {
    if (before !== null && before.lastSequence !== queued.lastSequence - queued.events) return
    yield queued
    before = queued
  }
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
    signature: toHex(signatureOf(chain, last)),
    rights: client.rights(),
    sentAt: client.ports.clock.now(),
  }
}

/** The newest commit of all may lack its own, which is the same whenever it is made (S15). */
const signatureOf = (chain: Chain, { signature, link }: QueuedCommit): Uint8Array =>
  signature.length > 0 ? signature : chain.sign(link)

/** All answers of one push in one transaction, which can be had again; streams whose fold they change are folded anew. */
function takeAnswers(client: SyncClient, batch: readonly QueuedCommit[], { outcomes }: Pushed): number {
  const { db, projections } = client.store
  const places = new Map(batch.map((queued) => [queued.commit, queued]))
  const answers = outcomes.flatMap(({ commit, outcome }) => {
    const place = places.get(commit)
    return place === undefined ? [] : [{ place, outcome }]
  })
  const streams = db.transactionSoon(() => changeFold(db, projections, () => writeAnswers(client, answers)))
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
    // A feed was quicker: what it told is newer than what this answer says.
    if (!isWaiting(own)) continue
    changed.push(...writeOutcome(db, own, outcome))
  }
  takeRun()
  settleQueue(db)
  return changed
}
