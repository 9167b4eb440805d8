import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { noteFiles, streamsWithUploads } from '#core/store/blob-queue.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { markLeftovers } from '#core/store/leftovers.ts'
import { sweepLeftovers } from '#core/store/sweep-leftovers.ts'
import { leavingOf, withdrawableStreams, withdrawEvents } from '#core/store/withdraw.ts'
import { cleanDisclosures } from './clean-disclosures.ts'
import type { SyncClient } from './client.ts'
import { changeMembership, readMembership } from './membership.ts'
import { hidAlso, wouldHide } from './would-hide.ts'
import type { Hiding } from './would-hide.ts'

/**
 * Takes away what this machine may no longer hold (SYNC-MERGE-6); stops and asks when it would be much (SYNC-MERGE-7). In and out:
 * what the exchange has hidden.
 */
export async function withdrawCases(client: SyncClient, hidden: Hiding): Promise<Result<Hiding>> {
  const { db, projections } = client.store
  noteFiles(db)
  cleanDisclosures(client)
  const leaving = leavingOf(db, withoutUploads(client, unlessRecovering(db, withdrawableStreams(db))))
  if (leaving.length === 0) return sweep(client, hidden)
  const whole = leaving.filter(({ isWhole }) => isWhole).map(({ stream }) => stream)
  const seen = whole.filter((stream) => isSeen(db, stream))
  const asked = wouldHide(db, seen, hidden)
  if (asked !== null) return asked
  const changed = leaving.filter(({ events }) => events.size > 0).map(({ stream }) => stream)
  db.transaction(() => {
    const files = withdrawEvents(db, projections, leaving)
    if (changed.length > 0) markLeftovers(db, files)
    if (seen.length > 0) changeMembership(db, { mayHide: false })
  })
  if (changed.length > 0) client.effects.onReceived(new Set(changed))
  return sweep(client, hidAlso(hidden, seen))
}

/** What a restored server does not show, or withdraws once more, may be what it lost: first that is offered (SYNC-RECOVER-2). */
const unlessRecovering = (db: ReadableDb, streams: readonly string[]): readonly string[] =>
  readMembership(db)?.recovering === true ? [] : streams

/** What is set aside is in no list already. */
const isSeen = (db: ReadableDb, stream: string): boolean =>
  db.value<number>('SELECT 1 FROM events WHERE stream = ? AND aside = 0 LIMIT 1', stream) === 1

async function sweep({ store: { db }, effects }: SyncClient, hidden: Hiding): Promise<Result<Hiding>> {
  await sweepLeftovers(db, effects)
  return ok(hidden)
}

/** A file of it that the server does not hold yet is nowhere else: its case goes when the file is there (SYNC-RECOVER-3). */
function withoutUploads({ store: { db } }: SyncClient, streams: readonly string[]): readonly string[] {
  const sending = streamsWithUploads(db, streams)
  return streams.filter((stream) => !sending.has(stream))
}
