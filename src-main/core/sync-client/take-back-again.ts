/**
 * What its author took back, a restored server may hold as it was before. He meant every server: it is taken back there
 * too, before anything is pushed, for a push has the server judge what it holds by itself (SYNC-RECOVER-2).
 */
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { utf8Length } from '#shared/sync/byte-scratch.ts'
import type { TakenBack } from '#shared/sync/outcome.ts'
import { isTakenBack, listTakenBack, takenBackFor } from '#core/store/own-commits.ts'
import type { OwnCommit } from '#core/store/own-commits.ts'
import { listUnheard, noteHeard } from '#core/store/unheard.ts'
import type { SyncClient } from './client.ts'
import { takeOutcome } from './take-outcome.ts'
import type { Wire } from './wire.ts'

const atOnce = 1000
/** What buffers a question and passes it on slowly has passed such a one on before its call ends (SYNC-LINK-4). */
const bytesAtOnce = 64 * 1024

/** No server takes one without a reason. */
const noReason = '-'

const backOf = (own: OwnCommit): TakenBack => ({ commit: own.commit, reason: takenBackFor(own) || noReason })

/**
 * Together, for whichever goes alone has the server judge what waits behind it; and what does not fit goes the newest
 * first, so that nothing of it waits behind what has gone. Each is then asked for by itself: the server may have judged it.
 */
export const takeBackAgain = (client: SyncClient): Promise<Result<null>> =>
  takeBack(client, listTakenBack(client.store.db))

/** In: what was taken back, oldest first. */
async function takeBack(client: SyncClient, all: readonly OwnCommit[]): Promise<Result<null>> {
  for (const some of cut(all.toReversed())) {
    for (const [index, own] of some.entries()) {
      const others = index === 0 ? some.slice(1).map(backOf) : []
      const answer = await client.wire.withdraw({ ...backOf(own), others })
      const taken = takeAnswer(client, own, answer)
      if (!taken.ok) return taken
    }
  }
  return ok(null)
}

/** What was taken back, and no feed has said so yet, is said again before anything is pushed: the server may have been put back to before it. */
export const takeUnheardBack = (client: SyncClient): Promise<Result<null>> =>
  takeBack(client, listUnheard(client.store.db).filter(isTakenBack))

/** So is what was judged again, behind the feeds: what they say is asked for no more, and nothing waits for it (S10). */
export async function askUnheard(client: SyncClient): Promise<Result<null>> {
  for (const own of listUnheard(client.store.db).filter((each) => !isTakenBack(each))) {
    const taken = takeAnswer(client, own, await client.wire.retry(own.commit))
    if (!taken.ok) return taken
  }
  return ok(null)
}

function takeAnswer(client: SyncClient, own: OwnCommit, answer: Awaited<ReturnType<Wire['retry']>>): Result<null> {
  const { db } = client.store
  if (answer.ok) takeOutcome(client, own, answer.value.outcome)
  else if (answer.refusal.code !== 'sync-commit-unknown') return answer
  else db.transaction(() => noteHeard(db, own.commit))
  return ok(null)
}

function cut(all: readonly OwnCommit[]): readonly (readonly OwnCommit[])[] {
  const parts: OwnCommit[][] = []
  let bytes = 0
  for (const own of all) {
    const more = utf8Length(JSON.stringify(backOf(own)))
    const last = parts.at(-1)
    const isFull = last === undefined || last.length === atOnce || bytes + more > bytesAtOnce
    if (isFull) parts.push([own])
    else last.push(own)
    bytes = isFull ? more : bytes + more
  }
  return parts
}
