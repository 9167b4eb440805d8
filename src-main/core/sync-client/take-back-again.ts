/**
 * What its author took back, a restored server may hold as it was before. He meant every server: it is taken back there
 * too, before anything is pushed, for a push has the server judge what it holds by itself (SYNC-RECOVER-2).
 */
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { utf8Length } from '#shared/sync/byte-scratch.ts'
import type { TakenBack } from '#shared/sync/outcome.ts'
import { listTakenBack, takenBackFor } from '#core/store/own-commits.ts'
import type { OwnCommit } from '#core/store/own-commits.ts'
import type { SyncClient } from './client.ts'
import { takeOutcome } from './take-outcome.ts'

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
export async function takeBackAgain(client: SyncClient): Promise<Result<null>> {
  for (const taken of cut(listTakenBack(client.store.db).toReversed())) {
    for (const [index, own] of taken.entries()) {
      const others = index === 0 ? taken.slice(1).map(backOf) : []
      const answer = await client.wire.withdraw({ ...backOf(own), others })
      if (answer.ok) takeOutcome(client, own, answer.value.outcome)
      else if (answer.refusal.code !== 'sync-commit-unknown') return answer
    }
  }
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
