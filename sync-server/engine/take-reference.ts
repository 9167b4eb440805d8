/**
 * What new units, users, groups and settings do to the policy of this transaction, and to who holds reference data: a
 * unit that is new, or stands elsewhere, gets what its place entitles it to (G-03, SYNC-FEED-4).
 */
import type { StoredCommit, StoredEvent } from '#server/log/server-log.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { homeOf } from './authority.ts'
import type { Change } from './fan-out.ts'
import { readEventBody } from './event-body.ts'
import { holdStreams, rowOf } from './load-streams.ts'
import { noting, referenceNote, takenNote } from './notes.ts'
import { regroupInside } from './regroup-inside.ts'
import { referenceMarker, withReferenceEvents } from './reference.ts'
import { membersOfOther } from './stream-members.ts'
import { setRow } from './work.ts'
import type { Work } from './work.ts'

const isReference = (stream: string): boolean => !/^(case|person|audit):/.test(stream)

export async function takeReference(
  work: Work,
  taken: { readonly events: readonly StoredEvent[]; readonly stored: StoredCommit },
  changes: Change[],
): Promise<void> {
  const events = taken.events.filter(({ stream }) => isReference(stream))
  if (events.length === 0 || taken.stored.outcome.kind !== 'accepted') return
  const marker = rowOf(work, referenceMarker)
  const length = marker.length + events.length
  const { now } = work.judging
  const { commit, receivedAt } = taken.stored
  // Places follow acceptance, and what was held is accepted later than it came (SYNC-APPEND-4).
  setRow(work, { ...marker, length, notes: noting(marker.notes, takenNote(commit, now), receivedAt !== now) })
  const home = homeOf(work)
  const more = events.map((event) => ({
    id: event.id,
    stream: event.stream,
    ...readEventBody(event),
    home,
    takenAt: now,
  }))
  const before = work.reference.now.units
  work.reference = withReferenceEvents(work.reference, more, length)
  // The streams of this commit as well: a first commit makes the unit that its own streams belong to.
  for (const [index, change] of changes.entries()) {
    if (!isReference(change.stream)) continue
    const members = membersOfOther(work, change.stream)
    setRow(work, { ...rowOf(work, change.stream), feeds: members.feeds })
    changes[index] = { ...change, members, earlier: members }
  }
  if (!more.some(({ type }) => type === 'unit.set')) return
  await regroup(work, changes)
  await regroupInside(work, taken.stored, before)
}

const page = 500

/** Every stream of reference data under the tree as it stands now. */
async function regroup(work: Work, changes: Change[]): Promise<void> {
  const own = new Set(changes.map(({ stream }) => stream))
  // What an earlier commit of this push made stands in no table yet.
  const made = [...work.rows.values()].filter(({ stream, notes }) => notes.includes(referenceNote) && !own.has(stream))
  await regroupSome(
    work,
    made.map(({ stream }) => stream),
    changes,
  )
  for (const { stream } of made) own.add(stream)
  let after = ''
  for (;;) {
    const asked = { feed: 'central' as FeedName, note: referenceNote, after, limit: page }
    const rows = await work.log.readStreamsOf(asked)
    const others = rows.map(({ stream }) => stream).filter((stream) => !own.has(stream))
    await regroupSome(work, others, changes)
    if (rows.length < page) return
    after = rows.at(-1)?.stream ?? after
  }
}

async function regroupSome(work: Work, streams: readonly string[], changes: Change[]): Promise<void> {
  await holdStreams(work, streams)
  for (const stream of streams) {
    const row = rowOf(work, stream)
    const members = membersOfOther(work, stream)
    const feeds = [...new Set([...row.feeds, ...members.feeds])].toSorted()
    if (feeds.length === row.feeds.length) continue
    setRow(work, { ...row, feeds })
    changes.push({ stream, before: row.feeds, members: { ...members, feeds }, earlier: members })
  }
}
