import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { noteFiles, streamsWithUploads } from '#core/store/blob-queue.ts'
import { markLeftovers } from '#core/store/leftovers.ts'
import { sweepLeftovers } from '#core/store/sweep-leftovers.ts'
import { type Leaving, leavingOf, withdrawableStreams, withdrawEvents } from '#core/store/withdraw.ts'
import { cleanDisclosures } from './clean-disclosures.ts'
import type { SyncClient } from './client.ts'
import { changeMembership, readMembership } from './membership.ts'

/** More than this share, and at least so many, is not hidden without a person's word (S18). */
const share = 0.05
const least = 20

/** Takes away what this machine may no longer hold (SYNC-MERGE-6); stops and asks when it would be much (SYNC-MERGE-7). */
export async function withdrawCases(client: SyncClient): Promise<Result<null>> {
  const { db, projections } = client.store
  noteFiles(db)
  cleanDisclosures(client)
  const leaving = unlessRecovering(client, leavingOf(db, withoutUploads(client, withdrawableStreams(db))))
  if (leaving.length === 0) return sweep(client)
  const whole = leaving.filter(({ isWhole }) => isWhole).map(({ stream }) => stream)
  const asked = wouldHide(client, whole)
  if (asked !== null) return asked
  const changed = leaving.filter(({ events }) => events.size > 0).map(({ stream }) => stream)
  db.transaction(() => {
    const files = withdrawEvents(db, projections, leaving)
    if (changed.length > 0) markLeftovers(db, files)
    if (whole.length > 0) changeMembership(db, { mayHide: false })
  })
  if (changed.length > 0) client.effects.onReceived(new Set(changed))
  return sweep(client)
}

/** What a restored server does not show of a case it shows may be what it lost: first that is offered (SYNC-RECOVER-2). */
function unlessRecovering({ store: { db } }: SyncClient, leaving: readonly Leaving[]): readonly Leaving[] {
  return readMembership(db)?.recovering === true ? leaving.filter(({ isWhole }) => isWhole) : leaving
}

async function sweep({ store: { db }, effects }: SyncClient): Promise<Result<null>> {
  await sweepLeftovers(db, effects)
  return ok(null)
}

/** A file of it that the server does not hold yet is nowhere else: its case goes when the file is there (SYNC-RECOVER-3). */
function withoutUploads({ store: { db } }: SyncClient, streams: readonly string[]): readonly string[] {
  const sending = streamsWithUploads(db, streams)
  return streams.filter((stream) => !sending.has(stream))
}

const countCases =
  "SELECT count(DISTINCT stream) FROM events WHERE stream >= 'case:' AND stream < 'case;' AND aside = 0"

function wouldHide({ store: { db } }: SyncClient, streams: readonly string[]): Result<null> | null {
  const count = streams.filter((stream) => stream.startsWith('case:')).length
  if (count < least) return null
  const of = db.value<number>(countCases) ?? 0
  if (count <= of * share || must(readMembership(db), 'joined').mayHide) return null
  return refuse('sync-would-hide', { count, of })
}
