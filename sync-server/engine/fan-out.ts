/**
 * What each audience is shown of one commit (SYNC-FEED-3 to SYNC-FEED-5): those who became members get the earlier
 * events first, then everyone who may see something of the commit gets it, then those who ceased to be members are told
 * so. An audience that may hold nothing of it gets no entry.
 */
import type { EntryHeader, FeedName } from '#shared/sync/feed-entry.ts'
import type { StoredCommit, StoredEvent } from '#server/log/server-log.ts'
import { commitHeader, writeHeader } from './commit-header.ts'
import { readEventBody } from './event-body.ts'
import { readHistory } from './load-streams.ts'
import type { Members } from './stream-members.ts'
import type { HeaderBytes, ShownEvent, Work } from './work.ts'

/** One stream that the commit touched: who held it, who holds it now. */
export interface Change {
  readonly stream: string
  readonly before: readonly FeedName[]
  readonly members: Members
  /** What members could hold before the commit: what it takes away is still told to those who remain. */
  readonly earlier: Members
}

export interface FannedCommit {
  readonly stored: StoredCommit
  readonly events: readonly StoredEvent[]
  readonly changes: readonly Change[]
}

export async function fanOut(work: Work, fanned: FannedCommit): Promise<void> {
  await showEarlier(work, fanned)
  showCommit(work, fanned)
  for (const { stream, before, members } of fanned.changes)
    for (const feed of before) if (!members.feeds.includes(feed)) narrow(work, feed, { kind: 'withdrawn', stream })
  for (const { stream, members } of fanned.changes)
    if (fanned.events.some((event) => event.stream === stream && readEventBody(event).type === 'person.forgotten'))
      for (const feed of members.feeds) narrow(work, feed, { kind: 'forgotten', stream })
}

type Narrowing = { readonly kind: 'withdrawn' | 'forgotten'; readonly stream: string }

function narrow(work: Work, feed: FeedName, said: Narrowing): void {
  work.narrowed.add(feed)
  tell(work, feed, { ...said, at: work.judging.now })
}

/** An entry that shows no commit. */
export function tell(work: Work, feed: FeedName, header: EntryHeader): void {
  work.entries.push({ feed, header: headerBytes(work, header), shown: [] })
}

/** Earlier events of a stream for feeds that did not hold it. */
async function showEarlier(work: Work, { changes, events }: FannedCommit): Promise<void> {
  const present = new Set(events.map(({ id }) => id))
  for (const { stream, before, members } of changes) {
    const gained = members.feeds.filter((feed) => !before.includes(feed))
    if (gained.length === 0) continue
    const past = (await historyOf(work, stream)).filter(({ id }) => !present.has(id))
    for (const own of Map.groupBy(past, (event) => event.commit).values()) showCommitTo(work, { own, members, gained })
  }
}

function showCommitTo(
  work: Work,
  {
    own,
    members,
    gained,
  }: {
    readonly own: readonly StoredEvent[]
    readonly members: Members
    readonly gained: readonly FeedName[]
  },
): void {
  const stored = work.knownCommits.get(own[0]?.commit ?? '')
  if (stored === undefined) return
  for (const feed of gained) show(work, { feed, kind: 'earlier', stored, events: seen(own, members, feed) })
}

/** All that stands in a stream now: what the log had, and what this transaction added. */
async function historyOf(work: Work, stream: string): Promise<readonly StoredEvent[]> {
  const added = work.added.get(stream) ?? []
  const first = added[0]?.position ?? Infinity
  if (first > 1) await readHistory(work, [stream])
  return [...(work.history.get(stream) ?? []), ...added]
}

function showCommit(work: Work, { stored, events, changes }: FannedCommit): void {
  const byStream = new Map(changes.map((change) => [change.stream, change]))
  const feeds = new Set(changes.flatMap(({ members }) => members.feeds))
  for (const feed of [...feeds].toSorted()) {
    const shown = events.flatMap((event) => {
      const change = byStream.get(event.stream)
      if (change === undefined || !change.members.feeds.includes(feed)) return []
      const now = seen([event], change.members, feed)
      if (now.length > 0) return now
      const before = seen([event], change.earlier, feed)
      // It is told of what it ceases to hold, a referral among several.
      if (before.length > 0) work.narrowed.add(feed)
      return before
    })
    for (const together of apart(feed, shown)) show(work, { feed, kind: 'commit', stored, events: together })
  }
}

/** To a department people come in entries of their own: these can be kept from who joins when they are gone (SYNC-FEED-9). */
function apart(feed: FeedName, shown: readonly ShownEvent[]): Iterable<readonly ShownEvent[]> {
  if (!feed.startsWith('department:')) return [shown]
  return Map.groupBy(shown, ({ event }) => event.stream.startsWith('person:')).values()
}

function seen(events: readonly StoredEvent[], members: Members, feed: FeedName): readonly ShownEvent[] {
  return events.flatMap((event) => {
    const { type, body } = readEventBody(event)
    const share = members.shareIn(feed, { type, facts: body })
    return share === 'none' ? [] : [{ event, withPrivate: share === 'all' && event.private !== null }]
  })
}

interface Showing {
  readonly feed: FeedName
  readonly kind: 'commit' | 'earlier'
  readonly stored: StoredCommit
  readonly events: readonly ShownEvent[]
}

function show(work: Work, { feed, kind, stored, events }: Showing): void {
  if (events.length === 0) return
  const header = commitHeader(
    kind,
    stored,
    events.map(({ event }) => event),
  )
  work.entries.push({ feed, header: headerBytes(work, header), shown: events })
}

const kept = new WeakMap<Work, Map<string, HeaderBytes>>()

/** Several feeds are often shown the same: its bytes are written and hashed once. */
function headerBytes(work: Work, header: EntryHeader): HeaderBytes {
  const known = kept.get(work) ?? new Map<string, HeaderBytes>()
  kept.set(work, known)
  const key =
    'events' in header
      ? `${header.kind} ${header.commit} ${header.events.map(({ id }) => id).join(' ')}`
      : JSON.stringify(header)
  const found = known.get(key)
  if (found !== undefined) return found
  const bytes = writeHeader(header)
  const made = { bytes, hash: work.engine.ports.hash(bytes) }
  known.set(key, made)
  return made
}
