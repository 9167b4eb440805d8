import { must } from '#shared/lib/assert.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { changeFold } from '#core/store/change-fold.ts'
import { commitOfEvent, hasPlaces, isAside, losePlaces, writeOutcome } from '#core/store/own-commits.ts'
import type { OwnCommit } from '#core/store/own-commits.ts'
import { noteUnheard } from '#core/store/unheard.ts'
import type { SyncClient } from './client.ts'

/** In: one of this machine's commits as it stood when a restored server was asked for it, and what that server says. */
export function takeOutcome(client: SyncClient, asked: OwnCommit, outcome: Outcome): void {
  const { db, projections } = client.store
  const streams = db.transaction(() =>
    changeFold(db, projections, () => {
      const own = must(commitOfEvent(db, asked.firstSeq), 'an own commit stays in its place')
      // A feed was quicker.
      if (textOf(own.outcome) !== textOf(asked.outcome)) return []
      // A feed may have said before that it stands nowhere: what it stood by in the log that is lost goes now.
      const isStale = isAside(outcome.kind) && hasPlaces(db, own)
      if (textOf(own.outcome) === textOf(outcome) && !isStale) return []
      // It may have been judged by this very question, and no feed that is held says so.
      if (outcome.kind !== 'held') noteUnheard(db, own.commit)
      losePlaces(db, own)
      return writeOutcome(db, own, outcome)
    }),
  )
  if (streams.size > 0) client.effects.onReceived(streams)
}

const textOf = (outcome: Outcome | null): string => JSON.stringify(outcome)
