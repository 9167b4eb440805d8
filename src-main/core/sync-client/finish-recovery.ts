/**
 * After a server was restored its history was read anew. Copies of others' events that it lacks are offered, kept here and
 * taken out of the fold: they wait for the central unit's word (SYNC-RECOVER-2). Of a strict case that this machine is not
 * given any more nothing else stays in the fold either: without them it would look as before it was strict (R-08). This
 * machine's own go by its queue; what the server says of those that are not in it is asked (SYNC-RECOVER-7).
 */
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import { EntryHeader, type EventBytes } from '#shared/sync/feed-entry.ts'
import { writeRecords } from '#shared/sync/records.ts'
import { changeFold } from '#core/store/change-fold.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { headersOf, readFeeds } from '#core/store/feeds.ts'
import { isInGap } from '#core/store/reopen-queue.ts'
import type { OwnCommit } from '#core/store/own-commits.ts'
import { sortOffered } from '#core/store/offered-copies.ts'
import { notePutAside } from '#core/store/put-aside.ts'
import { unshownOnOffer } from '#core/store/withdraw.ts'
import type { Folded } from '#core/store/withdraw.ts'
import { askUnshown } from './ask-unshown.ts'
import type { SyncClient } from './client.ts'
import { reopen } from './go-back.ts'
import { hearFirst } from './hear-first.ts'
import { markToHear } from './to-hear.ts'
import { changeMembership, readMembership } from './membership.ts'
import { startFreeEpoch } from './renew-epoch.ts'
import { hidAlso, wouldHide } from './would-hide.ts'
import type { Hiding } from './would-hide.ts'

/** In: what the exchange has hidden. Out: what it has hidden by now; whether something is to be sent again behind it. */
export async function finishRecovery(
  client: SyncClient,
  hidden: Hiding,
): Promise<Result<{ readonly isToSend: boolean; readonly hidden: Hiding }>> {
  const { db } = client.store
  if (readMembership(db)?.recovering !== true) return ok({ isToSend: false, hidden })
  const named = namedInFeeds(db)
  const lost = lostEvents(db, named)
  for (const page of pagesOf(lost)) {
    const offered = await client.wire.offer(offerPage(page))
    if (!offered.ok) return offered
  }
  const asked = await askUnshown(client, named)
  if (!asked.ok) return asked
  const { value: unknown } = asked
  const gone = goneWhole(db, [...lost.filter(isShown), ...unshownOnOffer(db)])
  const asking = wouldHide(db, gone, hidden)
  if (asking !== null) return asking
  // Before the recovery is over: whatever ends this round, the next one tells the new epoch first.
  if (unknown !== null) startFreeEpoch(client)
  end(client, lost, unknown)
  // Whom the server knows again, for its backup is older than his forgetting, is gone from here again (S19).
  const heard = await hearFirst(client)
  if (!heard.ok) return heard
  return ok({ isToSend: unknown !== null, hidden: hidAlso(hidden, gone) })
}

/**
 * In: cases of which the server says that no copy waits. Out: those among them of which it keeps none that it is offered now:
 * one that was put back in silence to before the offers says so too, and this machine may hold the last copy (S12).
 */
export async function offeredInVain(
  client: SyncClient,
  decided: readonly string[],
): Promise<Result<readonly string[]>> {
  const commits = decided.length === 0 ? [] : copiesByCommit(client.store.db)
  const inVain: string[] = []
  for (const stream of decided) {
    // Of each commit that writes it all that is here: only a whole one can be taken.
    const copies = commits.filter((events) => events.some((event) => event.stream === stream)).flat()
    let kept = 0
    for (const page of pagesOf(copies)) {
      const offered = await client.wire.offer(offerPage(page))
      if (!offered.ok) return offered
      kept += offered.value.offered
    }
    if (kept === 0) inVain.push(stream)
  }
  return ok(inVain)
}

const eventsAPage = 500
/** Before packing: also what buffers a question and passes it on slowly has passed such a one on before its call ends (SYNC-LINK-4). */
const bytesAPage = 256 * 1024

const commitOf = ({ envelope }: LostEvent): string => (parseCanonical(envelope) as EnvelopeContent).commit

/** A commit is offered whole: the central unit takes it or drops it as one. */
function pagesOf(lost: readonly LostEvent[]): readonly (readonly LostEvent[])[] {
  const commits = Map.groupBy(lost, commitOf)
  const pages: LostEvent[][] = []
  let bytes = 0
  for (const commit of commits.values()) {
    const last = pages.at(-1)
    const more = offerPage(commit).length
    const isFull = last === undefined || last.length + commit.length > eventsAPage || bytes + more > bytesAPage
    if (isFull) pages.push([...commit])
    else last.push(...commit)
    bytes = isFull ? more : bytes + more
  }
  return pages
}

interface LostEvent extends EventBytes {
  readonly seq: number
  /** It was set aside before: the server that knew of it may have been restored again. */
  readonly isAside: number
  readonly id: string
  readonly stream: string
}

/**
 * Others' events with a place that no feed names any more, or that were set aside before; and what is left of this machine's
 * commits that were withdrawn in part: it cannot send them again.
 */
function lostEvents(db: ReadableDb, named: ReadonlySet<string>): readonly LostEvent[] {
  const rows = db.all<LostEvent>(
    `SELECT seq, id, stream, envelope, facts, private, aside AS isAside FROM events
     WHERE position IS NOT NULL AND aside = 0 AND (length(link) = 0 OR ${isInGap})
       OR aside = 1 AND (length(link) = 0 OR ${wasTaken} AND ${isInGap}) ORDER BY seq`,
  )
  return rows.filter(({ id }) => !named.has(id))
}

/** Copies that are set aside. */
function copiesByCommit(db: ReadableDb): readonly (readonly LostEvent[])[] {
  const all = db.all<LostEvent>(
    `SELECT seq, id, stream, envelope, facts, private, aside AS isAside FROM events
     WHERE aside = 1 AND position IS NULL AND (length(link) = 0 OR ${wasTaken} AND ${isInGap}) ORDER BY seq`,
  )
  return [...Map.groupBy(all, commitOf).values()]
}

/** Of what is set aside of this machine's own: what was held or refused, the server holds as it is. */
const wasTaken = "verdict IN ('accepted', 'conflict')"

const isShown = ({ isAside }: LostEvent): boolean => isAside === 0

/** Streams of which nothing else stands in a fold; a case without its beginning is in no list, whatever waits to be sent on it. */
function goneWhole(db: ReadableDb, leaving: readonly Folded[]): readonly string[] {
  const counted = `SELECT count(*) FROM events WHERE stream = ? AND aside = 0 AND (type = 'received' OR stream NOT LIKE 'case:%')
    AND seq NOT IN (SELECT value FROM json_each(?))`
  return [...Map.groupBy(leaving, ({ stream }) => stream)]
    .filter(([stream, events]) => db.value(counted, stream, JSON.stringify(events.map(({ seq }) => seq))) === 0)
    .map(([stream]) => stream)
}

const namedInFeeds = (db: ReadableDb): ReadonlySet<string> =>
  new Set(readFeeds(db).flatMap((feed) => [...headersOf(db, feed)].flatMap(idsIn)))

function idsIn(bytes: Uint8Array): readonly string[] {
  const header = EntryHeader.safeParse(parseCanonical(bytes))
  return header.success && 'events' in header.data ? header.data.events.map(({ id }) => id) : []
}

/** Records as an entry's: envelope, facts, private part. */
const offerPage = (lost: readonly LostEvent[]): Uint8Array =>
  writeRecords(lost.flatMap(({ envelope, facts, private: secret }) => [envelope, facts, secret]))

/**
 * Others' events that the server lacks are set aside, but for those that a live page brought meanwhile; this machine's
 * own, from the first that the server does not know, go again.
 */
function end(client: SyncClient, lost: readonly LostEvent[], unknown: OwnCommit | null): void {
  const { db, projections } = client.store
  const streams = db.transaction(() =>
    changeFold(db, projections, () => {
      const named = lost.length === 0 ? new Set() : namedInFeeds(db)
      const lacking = lost.filter(({ id }) => !named.has(id))
      for (const { seq } of lacking) db.run('UPDATE events SET aside = 1, position = NULL WHERE seq = ?', seq)
      const gone = lacking.filter(isShown)
      notePutAside(
        db,
        gone.map(({ stream }) => stream),
      )
      changeMembership(db, { recovering: false, mayHide: false })
      markToHear(db)
      sortOffered(db)
      const hidden = unshownOnOffer(db)
      // With its place: the server has it, and it leaves with the next withdrawal.
      for (const { seq } of hidden) db.run('UPDATE events SET aside = 1 WHERE seq = ?', seq)
      const again = unknown === null ? [] : reopen(client, unknown.firstSeq - 1).streams
      return [...[...gone, ...hidden].map(({ stream }) => stream), ...again]
    }),
  )
  if (streams.size > 0) client.effects.onReceived(streams)
}
