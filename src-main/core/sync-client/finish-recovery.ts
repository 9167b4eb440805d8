/**
 * After a server was restored its history was read anew. Copies of others' events that it lacks are offered, kept here and
 * taken out of the fold: they wait for the central unit's word (SYNC-RECOVER-2). This machine's own go by its queue.
 */
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'
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
  for (const page of pagesOf(lost)) {
    const offered = await client.wire.offer(offerPage(page))
    if (!offered.ok) return offered
  }
  setAside(client, lost)
  return ok(null)
}

const eventsAPage = 500

/** A commit is offered whole: the central unit takes it or drops it as one. */
function pagesOf(lost: readonly LostEvent[]): readonly (readonly LostEvent[])[] {
  const commits = Map.groupBy(lost, ({ envelope }) => (parseCanonical(envelope) as EnvelopeContent).commit)
  const pages: LostEvent[][] = []
  for (const commit of commits.values()) {
    const last = pages.at(-1)
    if (last === undefined || last.length + commit.length > eventsAPage) pages.push([...commit])
    else last.push(...commit)
  }
  return pages
}

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
