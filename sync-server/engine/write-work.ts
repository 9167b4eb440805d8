import { assert, must } from '#shared/lib/assert.ts'
import { entryHashOf } from '#shared/sync/feed-entry.ts'
import type { EventBytes } from '#shared/sync/feed-entry.ts'
import type { EntryRow, FeedEnd } from '#server/log/server-log.ts'
import { holdStreams, rowOf } from './load-streams.ts'
import { narrowedRow } from './notes.ts'
import { mostRecent } from './recent-entries.ts'
import type { RecentEntry } from './recent-entries.ts'
import { setRow } from './work.ts'
import type { ShownEvent, Work } from './work.ts'

/** Writes all that a transaction decided; feed counters are the last locks, in the order of their names (SYNC-APPEND-10). */
export async function writeWork(work: Work): Promise<void> {
  const { log } = work
  await countNarrowed(work)
  // Numbered before anything is sent: nobody waits for the counters behind the rows.
  const entries = work.entries.length > 0 ? await numbered(work) : []
  await sendEvents(work, 1)
  if (work.commits.length > 0) await log.insertCommits(work.commits)
  if (work.kept.length > 0) await log.insertKept(work.kept)
  for (const [commit, outcome] of work.outcomes) await log.setOutcome(commit, outcome)
  if (work.changedRows.size > 0)
    await log.setStreams([...work.changedRows].map((stream) => must(work.rows.get(stream), 'a changed row is held')))
  if (work.duties.size > 0) await log.takeDuties([...work.duties])
  for (const stream of work.forgotten) await log.forgetPrivate(stream)
  if (entries.length > 0) await log.insertEntries(entries)
}

/** Hands over the events that were taken and not sent, where there are at least so many: the log writes while more is judged. */
export async function sendEvents(work: Work, least: number): Promise<void> {
  const waiting = work.events.slice(work.sentEvents)
  if (waiting.length < least) return
  work.sentEvents = work.events.length
  await work.log.insertEvents(waiting)
}

/** Whoever keeps pages of a feed looks at this count: what they hold may have to show less now. */
async function countNarrowed(work: Work): Promise<void> {
  const rows = [...work.narrowed].map(narrowedRow)
  if (rows.length === 0) return
  await holdStreams(work, rows)
  for (const row of rows) setRow(work, { ...rowOf(work, row), length: rowOf(work, row).length + 1 })
}

async function numbered(work: Work): Promise<readonly EntryRow[]> {
  const feeds = [...new Set(work.entries.map(({ feed }) => feed))].toSorted()
  const ends = new Map((await work.log.takeFeeds(feeds)).map((end) => [end.feed, end]))
  const rows = work.entries.map(({ feed, header, shown }): EntryRow => {
    const end = must(ends.get(feed), 'a taken feed has an end')
    const sequence = end.sequence + 1
    const hash = entryHashOf(work.engine.ports.hash, end.hash, { feed, sequence, headerHash: header.hash })
    if (work.entries.length <= mostRecent)
      noteAppended(work, end, { sequence, hash, headerBytes: header.bytes, events: shown.map(bytesShown) })
    ends.set(feed, { feed, sequence, hash })
    return { feed, sequence, hash, header: header.bytes, withPrivate: shown.map(({ withPrivate }) => withPrivate) }
  })
  assert(rows.length === work.entries.length, 'every entry has its place')
  return rows
}

function noteAppended(work: Work, before: FeedEnd, entry: RecentEntry): void {
  const appended = work.appended.get(before.feed) ?? { before, entries: [] }
  work.appended.set(before.feed, appended)
  appended.entries.push(entry)
}

const bytesShown = ({ event: { envelope, facts, private: secret }, withPrivate }: ShownEvent): EventBytes => ({
  envelope,
  facts,
  private: withPrivate ? secret : null,
})
