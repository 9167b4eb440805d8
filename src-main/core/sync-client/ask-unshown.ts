/**
 * Outcomes were given by a server as it was. After it was restored, it may have given others to the same commits: another
 * life of this machine, or its twin, sent them again; or what was settled later is held there as it was. What a feed
 * shows is known, and what was taken back is taken back there too (`takeBackAgain`); of all others the server is asked
 * (SYNC-RECOVER-7).
 */
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { listUnshown } from '#core/store/list-unshown.ts'
import { isTakenBack } from '#core/store/own-commits.ts'
import type { OwnCommit } from '#core/store/own-commits.ts'
import type { SyncClient } from './client.ts'
import { takeOutcome } from './take-outcome.ts'

/**
 * In: ids of all events that the feeds of this machine name. Out: the first of this machine's commits that the server
 * does not know at all, though its chain goes on behind it; null when it knows them all.
 */
export async function askUnshown(client: SyncClient, named: ReadonlySet<string>): Promise<Result<OwnCommit | null>> {
  let unknown: OwnCommit | null = null
  for (const own of listUnshown(client.store.db, named)) {
    if (isTakenBack(own)) continue
    const judged = await client.wire.retry(own.commit)
    if (judged.ok) takeOutcome(client, own, judged.value.outcome)
    else if (judged.refusal.code === 'sync-commit-unknown') unknown ??= own
    else return judged
  }
  return ok(unknown)
}
