/**
 * What its author took back, a restored server may hold as it was before. He meant every server: it is taken back there
 * too, before anything is pushed, for a push has the server judge what it holds by itself (SYNC-RECOVER-2).
 */
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { TakenBack } from '#shared/sync/outcome.ts'
import { listTakenBack, takenBackFor } from '#core/store/own-commits.ts'
import type { OwnCommit } from '#core/store/own-commits.ts'
import type { SyncClient } from './client.ts'
import { takeOutcome } from './take-outcome.ts'

/** Together, for whichever goes alone has the server judge what waits behind it, or for its ground. */
const atOnce = 1000

const backOf = (own: OwnCommit): TakenBack => ({ commit: own.commit, reason: takenBackFor(own) })

export async function takeBackAgain(client: SyncClient): Promise<Result<null>> {
  const taken = listTakenBack(client.store.db)
  for (const [index, own] of taken.entries()) {
    const others = taken.slice(index + 1, index + atOnce).map(backOf)
    const answer = await client.wire.withdraw({ ...backOf(own), others })
    if (answer.ok) takeOutcome(client, own, answer.value.outcome)
    else if (answer.refusal.code !== 'sync-commit-unknown') return answer
  }
  return ok(null)
}
