/**
 * Outcomes were given by a server as it was. After it was restored, it may have given others to the same commits: another
 * life of this machine, or its twin, sent them again; or what was settled later is held there as it was. What a feed
 * shows is known; of all others the server is asked (SYNC-RECOVER-7).
 */
import { must } from '#shared/lib/assert.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { changeFold } from '#core/store/change-fold.ts'
import { listUnshown } from '#core/store/list-unshown.ts'
import { commitOfEvent, isTakenBack, losePlaces, writeOutcome } from '#core/store/own-commits.ts'
import type { OwnCommit } from '#core/store/own-commits.ts'
import type { SyncClient } from './client.ts'

/**
 * In: ids of all events that the feeds of this machine name. Out: the first of this machine's commits that the server
 * does not know at all, though its chain goes on behind it; null when it knows them all.
 */
export async function askUnshown(client: SyncClient, named: ReadonlySet<string>): Promise<Result<OwnCommit | null>> {
  let unknown: OwnCommit | null = null
  for (const own of listUnshown(client.store.db, named)) {
    const judged = await client.wire.retry(own.commit)
    if (judged.ok) take(client, own, judged.value.outcome)
    else if (judged.refusal.code === 'sync-commit-unknown') unknown ??= isTakenBack(own) ? null : own
    else return judged
  }
  return ok(unknown)
}

function take(client: SyncClient, asked: OwnCommit, outcome: Outcome): void {
  const { db, projections } = client.store
  const streams = db.transaction(() =>
    changeFold(db, projections, () => {
      const own = must(commitOfEvent(db, asked.firstSeq), 'an own commit stays in its place')
      // A feed was quicker, or nothing is new.
      if (textOf(own.outcome) !== textOf(asked.outcome) || textOf(own.outcome) === textOf(outcome)) return []
      losePlaces(db, own)
      return writeOutcome(db, own, outcome)
    }),
  )
  if (streams.size > 0) client.effects.onReceived(streams)
}

const textOf = (outcome: Outcome | null): string => JSON.stringify(outcome)
