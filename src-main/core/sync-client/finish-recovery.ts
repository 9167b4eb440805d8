/**
 * After a server was restored its history was read anew. Copies of others' events that it lacks are offered, kept here and
 * taken out of the fold: they wait for the central unit's word (SYNC-RECOVER-2). This machine's own go by its queue.
 */
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import { EntryHeader, type EventBytes } from '#shared/sync/feed-entry.ts'
import { writeRecords } from '#shared/sync/records.ts'
import { changeFold } from '#core/store/change-fold.ts'
import { headersOf, readFeeds } from '#core/store/feeds.ts'
import type { SyncClient } from './client.ts'
import { changeMembership, readMembership } from './membership.ts'

export async function finishRecovery(client: SyncClient): Promise<Result<null>> {
  const { db } = client.store
  if (readMembership(db)?.recovering !== true) return ok(null)
  const lost = lostEvents(client)
  for (let at = 0; at < lost.length; at += eventsAPage) {
    const offered = await client.wire.offer(offerPage(lost.slice(at, at + eventsAPage)))
    if (!offered.ok) return offered
  }
  setAside(client, lost)
  return ok(null)
}

const eventsAPage = 500

interface LostEvent extends EventBytes {
  readonly seq: number
  readonly id: string
  readonly stream: string
}

/** Others' events with a place that no feed names any more. */
function lostEvents({ store: { db } }: SyncClient): readonly LostEvent[] {
  const named = new Set(readFeeds(db).flatMap((feed) => [...headersOf(db, feed)].flatMap(idsIn)))
  const rows = db.all<LostEvent>(
    `SELECT seq, id, stream, envelope, facts, private FROM events
     WHERE length(link) = 0 AND position IS NOT NULL AND aside = 0 ORDER BY seq`,
  )
  return rows.filter(({ id }) => !named.has(id))
}

function idsIn(bytes: Uint8Array): readonly string[] {
  const header = EntryHeader.safeParse(parseCanonical(bytes))
  return header.success && 'events' in header.data ? header.data.events.map(({ id }) => id) : []
}

/** Records as an entry's: envelope, facts, private part. */
const offerPage = (lost: readonly LostEvent[]): Uint8Array =>
  writeRecords(lost.flatMap(({ envelope, facts, private: secret }) => [envelope, facts, secret]))

function setAside({ store: { db, projections } }: SyncClient, lost: readonly LostEvent[]): void {
  db.transaction(() =>
    changeFold(db, projections, () => {
      for (const { seq } of lost) db.run('UPDATE events SET aside = 1, position = NULL WHERE seq = ?', seq)
      changeMembership(db, { recovering: false })
      return lost.map(({ stream }) => stream)
    }),
  )
}
