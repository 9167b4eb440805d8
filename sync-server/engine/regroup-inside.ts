/**
 * A unit that moves in the tree has others above it: they get its cases, people and audits from the first event on, and
 * those who stood above it before are told that they hold them no longer (SYNC-FEED-4, SYNC-FEED-5, G-07).
 */
import { audienceName, audienceOfUnit } from '#shared/domain/access/audience.ts'
import { auditMembers } from '#shared/domain/access/members.ts'
import type { Units } from '#shared/domain/access/unit-tree.ts'
import { noCase } from '#shared/domain/case/state.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { StoredCommit } from '#server/log/server-log.ts'
import { fanOut } from './fan-out.ts'
import type { Change } from './fan-out.ts'
import { holdStreams, readHistory, rowOf } from './load-streams.ts'
import { feedOfAudience } from './reference.ts'
import { membersOfCase, membersOfOther, membersOfPerson } from './stream-members.ts'
import type { Members } from './stream-members.ts'
import { tellRegrouped } from './tell-moved.ts'
import { setRow } from './work.ts'
import type { Work } from './work.ts'

export async function regroupInside(work: Work, stored: StoredCommit, before: Units): Promise<void> {
  const after = work.reference.now.units
  const moved = [...after.keys()].filter((unit) => before.has(unit) && above(before, unit) !== above(after, unit))
  const done = new Set<string>()
  for (const unit of moved)
    await regroupHeldBy(work, { stored, before, done, feed: feedOfAudience(audienceOfUnit(before, unit)) })
}

const above = (units: Units, unit: string): string => auditMembers(units, unit).map(audienceName).toSorted().join(' ')

interface Regrouping {
  readonly stored: StoredCommit
  readonly before: Units
  /** Streams that were looked at already: a feed above others holds theirs too. */
  readonly done: Set<string>
  readonly feed: FeedName
}

const page = 300

/** In slices: what is shown of one is let go before the next is read. What this transaction made stands in no table yet. */
async function regroupHeldBy(work: Work, { stored, before, done, feed }: Regrouping): Promise<void> {
  const made = [...work.rows.values()].filter(({ stream, feeds }) => feeds.includes(feed) && isInside(stream))
  const fresh = made.map(({ stream }) => stream).filter((stream) => !done.has(stream))
  for (const stream of fresh) done.add(stream)
  await regroupSome(work, { stored, before, streams: fresh })
  for (let after = ''; ;) {
    const rows = await work.log.readStreamsOf({ feed, note: null, after, limit: page })
    const streams = rows.map(({ stream }) => stream).filter((stream) => isInside(stream) && !done.has(stream))
    for (const stream of streams) done.add(stream)
    await regroupSome(work, { stored, before, streams })
    const last = rows.at(-1)
    if (last === undefined || rows.length < page) return
    after = last.stream
  }
}

const isInside = (stream: string): boolean => /^(case|person|audit):/.test(stream)

async function regroupSome(
  work: Work,
  { stored, before, streams }: Pick<Regrouping, 'stored' | 'before'> & { readonly streams: readonly string[] },
): Promise<void> {
  await holdStreams(work, streams)
  const changes: Change[] = []
  for (const stream of streams) {
    const row = rowOf(work, stream)
    const members = membersNow(work, stream)
    if (row.feeds.join(' ') === members.feeds.join(' ')) continue
    setRow(work, { ...row, feeds: members.feeds })
    changes.push({ stream, before: row.feeds, members, earlier: members })
  }
  if (changes.length === 0) return
  const changed = changes.map(({ stream }) => stream)
  await readHistory(work, changed)
  await fanOut(work, { stored, events: [], changes })
  for (const stream of changed) tellRegrouped(work, stream, before)
  for (const stream of changed) work.history.delete(stream)
}

function membersNow(work: Work, stream: string): Members {
  if (stream.startsWith('case:')) return membersOfCase(work, work.states.get(stream) ?? noCase)
  return stream.startsWith('person:') ? membersOfPerson(work, rowOf(work, stream).notes) : membersOfOther(work, stream)
}
