import { assert, must } from '#shared/lib/assert.ts'
import { entryHashOf } from '#shared/sync/feed-entry.ts'
import type { EntryRow } from '#server/log/server-log.ts'
import type { Work } from './work.ts'

/** Writes all that a transaction decided; feed counters last, in the order of their names (SYNC-APPEND-10). */
export async function writeWork(work: Work): Promise<void> {
  const { log } = work
  if (work.events.length > 0) await log.insertEvents(work.events)
  const own = work.commits.filter(({ device }) => device === work.judging.device.id)
  if (own.length > 0) await log.insertCommits(own)
  if (work.kept.length > 0) await log.insertKept(work.kept)
  if (work.changedRows.size > 0)
    await log.setStreams([...work.changedRows].map((stream) => must(work.rows.get(stream), 'a changed row is held')))
  if (work.duties.size > 0) await log.takeDuties([...work.duties])
  for (const stream of work.forgotten) await log.forgetPrivate(stream)
  if (work.entries.length > 0) await log.insertEntries(await numbered(work))
}

async function numbered(work: Work): Promise<readonly EntryRow[]> {
  const feeds = [...new Set(work.entries.map(({ feed }) => feed))].toSorted()
  const ends = new Map((await work.log.takeFeeds(feeds)).map((end) => [end.feed, end]))
  const rows = work.entries.map(({ feed, header, withPrivate }): EntryRow => {
    const end = must(ends.get(feed), 'a taken feed has an end')
    const sequence = end.sequence + 1
    const hash = entryHashOf(work.engine.ports.hash, end.hash, { feed, sequence, headerHash: header.hash })
    ends.set(feed, { feed, sequence, hash })
    return { feed, sequence, hash, header: header.bytes, withPrivate }
  })
  assert(rows.length === work.entries.length, 'every entry has its place')
  return rows
}
