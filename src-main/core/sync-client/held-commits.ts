import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { changeFold } from '#core/store/change-fold.ts'
import { noteUnheard } from '#core/store/unheard.ts'
import { findOwnCommit, settleQueue, writeOutcome } from '#core/store/own-commits.ts'
import type { SyncClient } from './client.ts'

type Judged = Result<{ readonly commit: string; readonly outcome: Outcome }>

/** Asks the server to judge a held commit again (SYNC-APPEND-11). */
export const judgeAgain = (client: SyncClient, commit: string): Promise<Result<Outcome>> =>
  judged(client, commit, () => client.wire.retry(commit))

/** Its author takes a held commit back: it stays here, refused, with his reason. */
export const withdrawHeld = (client: SyncClient, commit: string, reason: string): Promise<Result<Outcome>> =>
  judged(client, commit, () => client.wire.withdraw({ commit, reason }))

async function judged(client: SyncClient, commit: string, ask: () => Promise<Judged>): Promise<Result<Outcome>> {
  const { db, projections } = client.store
  if (findOwnCommit(db, commit)?.standing !== 'held') return refuse('sync-commit-unknown')
  const answer = await ask()
  if (!answer.ok) return answer
  const { outcome } = answer.value
  const streams = db.transaction(() =>
    changeFold(db, projections, () => {
      const own = findOwnCommit(db, commit)
      // What a feed told meanwhile is newer.
      if (own?.standing !== 'held') return []
      if (outcome.kind !== 'held') noteUnheard(db, commit)
      const changed = writeOutcome(db, own, outcome)
      settleQueue(db)
      return changed
    }),
  )
  client.effects.onReceived(streams)
  return ok(outcome)
}
