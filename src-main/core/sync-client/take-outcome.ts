import { must } from '#shared/lib/assert.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { changeFold } from '#core/store/change-fold.ts'
import { commitOfEvent, losePlaces, writeOutcome } from '#core/store/own-commits.ts'
import type { OwnCommit } from '#core/store/own-commits.ts'
import { noteUnheard } from '#core/store/unheard.ts'
import type { SyncClient } from './client.ts'

/** In: one of this machine's commits as it stood when a restored server was asked for it, and what that server says. */
export function takeOutcome(client: SyncClient, asked: OwnCommit, outcome: Outcome): void {
  const { db, projections } = client.store
  const streams = db.transaction(() =>
    changeFold(db, projections, () => {
      const own = must(commitOfEvent(db, asked.firstSeq), 'an own commit stays in its place')
      // A feed was quicker, or nothing is new.
      if (textOf(own.outcome) !== textOf(asked.outcome) || textOf(own.outcome) === textOf(outcome)) return []
      // It may have been judged by this very question, and no feed that is held says so.
      if (outcome.kind !== 'held') noteUnheard(db, own.commit)
      losePlaces(db, own)
      return writeOutcome(db, own, outcome)
    }),
  )
  if (streams.size > 0) client.effects.onReceived(streams)
}

const textOf = (outcome: Outcome | null): string => JSON.stringify(outcome)
