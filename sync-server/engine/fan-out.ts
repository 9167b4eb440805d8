/**
 * What each audience is shown of one commit (SYNC-FEED-3 to SYNC-FEED-5): those who became members get the earlier
 * events first, then everyone who may see something of the commit gets it, then those who ceased to be members are told
 * so. Of a moved case names come before what they stand for. An audience that may hold nothing of it gets no entry.
 */
import type { EntryHeader, FeedName } from '#shared/sync/feed-entry.ts'
import type { StoredCommit, StoredEvent } from '#server/log/server-log.ts'
import { commitHeader, writeHeader } from './commit-header.ts'
import { readEventBody } from './event-body.ts'
import { readHistory } from './load-streams.ts'
import type { Members } from './stream-members.ts'
import { unknownNames } from './tell-names.ts'
import type { EntryDraft, HeaderBytes, ShownEvent, Work } from './work.ts'

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

function tellNames(work: Work, feed: FeedName, shown: readonly ShownEvent[]): void {
  const names = unknownNames(work, feed, shown)
  if (names !== null) tell(work, feed, { kind: 'names', ...names, at: work.judging.now })
}

/** Earlier events of a stream for feeds that did not hold it. */
async function showEarlier(work: Work, { changes, events }: FannedCommit): Promise<void> {
  const present = new Set(events.map(({ id }) => id))
  for (const { stream, before, members } of changes) {
    const gained = members.feeds.filter((feed) => !before.includes(feed))
    // Whoever is named for a strict case holds it as before, and may be of the unit that it was moved to.
    const toName = movesStrictly(events, stream, members) ? members.feeds : gained
    if (toName.length === 0) continue
    const past = (await historyOf(work, stream)).filter(({ id }) => !present.has(id))
    for (const feed of toName) tellNames(work, feed, allSeen(feed, past, members))
    for (const own of Map.groupBy(past, (event) => event.commit).values()) showCommitTo(work, { own, members, gained })
  }
}

const movesStrictly = (events: readonly StoredEvent[], stream: string, { feeds }: Members): boolean =>
  feeds.includes(stream as FeedName) &&
  events.some((event) => event.stream === stream && readEventBody(event).type === 'moved_to_unit')

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
  const headerOf = headersOf(work, 'earlier', stored)
  for (const feed of gained) show(work, feed, { shown: allSeen(feed, own, members), headerOf })
}

const allSeen = (feed: FeedName, events: readonly StoredEvent[], members: Members): readonly ShownEvent[] =>
  events.map((event) => seenIn(feed, event, members)).filter((each) => each !== null)

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
  const headerOf = headersOf(work, 'commit', stored)
  for (const feed of [...feeds].toSorted()) {
    const shown: ShownEvent[] = []
    for (const event of events) {
      const change = byStream.get(event.stream)
      if (change === undefined || !change.members.feeds.includes(feed)) continue
      const now = seenIn(feed, event, change.members)
      // It is told of what it ceases to hold, a referral among several.
      const before = now === null ? seenIn(feed, event, change.earlier) : null
      if (before !== null) work.narrowed.add(feed)
      const seen = now ?? before
      if (seen !== null) shown.push(seen)
    }
    tellNames(work, feed, shown)
    for (const together of apart(feed, shown)) show(work, feed, { shown: together, headerOf })
  }
}

/** To a department people come in entries of their own: these can be kept from who joins when they are gone (SYNC-FEED-9). */
function apart(feed: FeedName, shown: readonly ShownEvent[]): Iterable<readonly ShownEvent[]> {
  if (!feed.startsWith('department:')) return [shown]
  return Map.groupBy(shown, ({ event }) => event.stream.startsWith('person:')).values()
}

function seenIn(feed: FeedName, event: StoredEvent, members: Members): ShownEvent | null {
  const { type, body } = readEventBody(event)
  const share = members.shareIn(feed, { type, facts: body })
  return share === 'none' ? null : { event, withPrivate: share === 'all' && event.private !== null }
}

type HeaderOf = (shown: readonly ShownEvent[]) => HeaderBytes

/** Several feeds are often shown the same of a commit: its bytes are written and hashed once. */
function headersOf(work: Work, kind: 'commit' | 'earlier', stored: StoredCommit): HeaderOf {
  const made: { readonly shown: readonly ShownEvent[]; readonly header: HeaderBytes }[] = []
  return (shown) => {
    const found = made.find((each) => isSame(each.shown, shown))
    if (found !== undefined) return found.header
    const events = shown.map(({ event }) => event)
    const header = headerBytes(work, commitHeader(kind, stored, events))
    made.push({ shown, header })
    return header
  }
}

const isSame = (one: readonly ShownEvent[], other: readonly ShownEvent[]): boolean =>
  one.length === other.length && one.every(({ event }, index) => event === other[index]?.event)

function show(
  work: Work,
  feed: FeedName,
  { shown, headerOf }: Pick<EntryDraft, 'shown'> & { headerOf: HeaderOf },
): void {
  if (shown.length > 0) work.entries.push({ feed, header: headerOf(shown), shown })
}

function headerBytes(work: Work, header: EntryHeader): HeaderBytes {
  const bytes = writeHeader(header)
  return { bytes, hash: work.engine.ports.hash(bytes) }
}
