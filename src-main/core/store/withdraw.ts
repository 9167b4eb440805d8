/**
 * What this machine may no longer hold leaves it (SYNC-MERGE-6, R-09): bytes of events, rows of tables, words of the index,
 * pages of the files. Hashes stay, so that its own chain and its feeds still verify; when the stream is shown again, its
 * events come back to the same places.
 */
import type { Projection } from './projection.ts'
import type { ReadableDb, WritableDb } from './driver.ts'
import { filesOfStream, forgetBlobs } from './blob-queue.ts'
import { changeFold } from './change-fold.ts'
import { shownEvents } from './feeds.ts'
import { dropHeldActs } from './held-acts.ts'
import { noteLeft, streamsOnOffer, waitsAlone, waitsForWord } from './offered-copies.ts'

const isUnanswered = `EXISTS (SELECT 1 FROM events e JOIN commits c ON e.seq BETWEEN c.first_seq AND c.last_seq
  WHERE e.stream = w.stream AND e.seq > (SELECT answered FROM sync_state) AND c.first_seq > (SELECT answered FROM sync_state)
    AND c.standing IN ('pending', 'sent'))`

/** Streams to withdraw of which nothing of this machine waits for an outcome; none of which only copies are left that wait for a word. */
export const withdrawableStreams = (db: ReadableDb): readonly string[] =>
  db
    .all<{ stream: string }>(
      `SELECT w.stream FROM withdrawals w WHERE NOT (${waitsAlone}) AND NOT ${isUnanswered} ORDER BY w.stream`,
    )
    .map(({ stream }) => stream)

/** What of a stream goes; where it was shown again, only what the feeds do not show of it any more. */
export interface Leaving {
  readonly stream: string
  readonly isWhole: boolean
  /** Copies of it stay and wait for a word (SYNC-RECOVER-2). */
  readonly staysOffered: boolean
  /** Places in the log. */
  readonly events: ReadonlySet<number>
}

interface Standing {
  readonly stream: string
  readonly seq: number
  readonly id: string
  readonly isPlaced: number
}

/**
 * In: streams that were withdrawn. Out: what leaves of each. One that became strict, or is no longer, leaves one feed and
 * stands in another; a department whose referral was cancelled may have got a new one: its feed shows the case again, but
 * not the referral that it had (SYNC-FEED-4, SYNC-FEED-6). What has no position waits for its place in a feed.
 */
export function leavingOf(db: ReadableDb, streams: readonly string[]): readonly Leaving[] {
  // After each push: nothing was withdrawn, and no feed is read for it.
  if (streams.length === 0) return []
  const needed = neededCopies(db, streams)
  const held = new Map(
    streams.map((stream) => [stream, db.all<Standing>(standing, stream).filter(({ seq }) => !needed.has(seq))]),
  )
  const placed = [...held].map(
    ([stream, events]) =>
      [stream, new Set(events.filter(({ isPlaced }) => isPlaced === 1).map(({ id }) => id))] as const,
  )
  const shown = shownEvents(db, new Map(placed.filter(([, ids]) => ids.size > 0)))
  const offered = new Set(streamsOnOffer(db))
  return [...held].map(([stream, events]) => {
    const isWhole = !events.some(({ id }) => shown.has(id))
    const leaving = events.filter(({ id, isPlaced }) => isWhole || (isPlaced === 1 && !shown.has(id)))
    return { stream, isWhole, staysOffered: offered.has(stream), events: new Set(leaving.map(({ seq }) => seq)) }
  })
}

/**
 * Copies of people that are part of a registration whose case stays aside here: without them nobody can take it any more,
 * for an offer is taken whole (SYNC-RECOVER-2, S12).
 */
function neededCopies(db: ReadableDb, streams: readonly string[]): ReadonlySet<number> {
  const copies = streams
    .filter((stream) => !stream.startsWith('case:'))
    .flatMap((stream) =>
      db.all<Copy>(`SELECT seq, ${commitOf} AS "commit" FROM events WHERE stream = ? AND ${isCopy}`, stream),
    )
  if (copies.length === 0) return new Set()
  const stay = new Set(db.all<{ commit: string }>(staying).map(({ commit }) => commit))
  return new Set(copies.filter(({ commit }) => stay.has(commit)).map(({ seq }) => seq))
}

interface Copy {
  readonly seq: number
  readonly commit: string
}

const isCopy = 'aside = 1 AND position IS NULL'
const commitOf = "json_extract(CAST(envelope AS TEXT), '$.commit')"
const staying = `SELECT DISTINCT ${commitOf} AS "commit" FROM events
  WHERE ${isCopy} AND stream LIKE 'case:%' AND stream NOT IN (SELECT w.stream FROM withdrawals w)`

/** But for the copies that wait for a word: what is set aside and has no place. */
const standing = `SELECT stream, seq, id, position IS NOT NULL AS isPlaced FROM events WHERE stream = ? AND aside <> 2
  AND NOT (aside = 1 AND position IS NULL AND stream IN (SELECT w.stream FROM withdrawals w WHERE ${waitsForWord}))`

export interface Folded {
  readonly stream: string
  readonly seq: number
}

/** Of cases whose copies wait for a word: what stands in their fold with a place, though no feed shows it. */
export const unshownOnOffer = (db: ReadableDb): readonly Folded[] =>
  leavingOf(db, streamsOnOffer(db)).flatMap(({ events }) =>
    [...events].flatMap((seq) => db.all<Folded>(placedInFold, seq)),
  )

const placedInFold = 'SELECT stream, seq FROM events WHERE seq = ? AND aside = 0 AND position IS NOT NULL'

/**
 * In: a write transaction. Out: addresses of files that nothing names any more. `secure_delete` overwrites the pages;
 * afterwards `emptyLogs` takes what the write-ahead logs still hold.
 */
export function withdrawEvents(
  db: WritableDb,
  projections: readonly Projection[],
  leaving: readonly Leaving[],
): readonly string[] {
  const files = leaving.flatMap((each) => forgetFiles(db, each))
  changeFold(db, projections, () => {
    for (const { stream, events, isWhole } of leaving) {
      for (const seq of events)
        db.run("UPDATE events SET aside = 2, type = '', envelope = x'', facts = x'', private = NULL WHERE seq = ?", seq)
      noteLeft(db, stream)
      if (isWhole) dropHeldActs(db, stream)
    }
    return leaving.filter(({ events }) => events.size > 0).map(({ stream }) => stream)
  })
  return files
}

function forgetFiles(db: WritableDb, { stream, isWhole, staysOffered, events }: Leaving): readonly string[] {
  const named = filesOfStream(db, stream)
  const kept = new Set(named.filter(({ seq }) => !events.has(seq)).map(({ address }) => address))
  const gone = [...new Set(named.map(({ address }) => address))].filter((address) => !kept.has(address))
  forgetBlobs(db, stream, isWhole && !staysOffered ? null : gone)
  return gone
}
