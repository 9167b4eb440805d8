/**
 * Pages of a feed with their signed head (SYNC-PULL-1, SYNC-FEED-2). What a feed's earlier entries showed of a stream that
 * it does not hold any more stays provable by its hashes, but its private parts are not given out again: a machine that
 * joins today learns nothing that was withdrawn yesterday (SYNC-FEED-5, SYNC-FEED-6).
 */
import { toHex } from '#shared/sync/bytes.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import { headBytes } from '#shared/sync/feed-entry.ts'
import type { EntryEvent, EntryHeader, EventBytes, FeedName } from '#shared/sync/feed-entry.ts'
import { writeFeedPage } from '#shared/sync/feed-page.ts'
import type { FeedEntry } from '#shared/sync/feed-page.ts'
import { noLink } from '#shared/sync/link.ts'
import type { FeedEnd, LogReader, OwnChain, StreamRow } from '#server/log/server-log.ts'
import type { Engine } from './engine.ts'
import { readCases } from './load-streams.ts'
import { shareInFeed } from './share-in-feed.ts'
import { withoutNames } from './unshown-entries.ts'

export interface AskedEntries {
  readonly feed: FeedName
  readonly after: number
  readonly limit: number
  /** Whose own commits come without their bytes (SYNC-PULL-5). */
  readonly own?: OwnChain | undefined
  /** Up to this entry a reader is not to learn whom a department does not know any more (SYNC-FEED-9). */
  readonly unshownTo?: number
}

export interface FeedPageBytes {
  readonly bytes: Uint8Array
  /** Place of the page's last entry, and where the feed ends. */
  readonly sequence: number
  readonly end: number
}

export async function readFeedPage(engine: Engine, log: LogReader, asked: AskedEntries): Promise<FeedPageBytes> {
  const [feedEnd] = await log.feedEnds([asked.feed])
  return readPageTo(engine, log, { ...asked, end: feedEnd?.sequence ?? 0, mostBytes: pageBytes })
}

/** A page that says where the feed ended when it was made: the same bytes for the same entries and end. */
export async function readPageTo(
  engine: Engine,
  log: LogReader,
  {
    feed,
    after,
    limit,
    own,
    end,
    unshownTo: upTo = 0,
    mostBytes = Infinity,
  }: AskedEntries & { readonly end: number; readonly mostBytes?: number },
): Promise<FeedPageBytes> {
  const from = Math.max(0, after - 1)
  const asked = { feed, after: from, limit: limit + after - from }
  const rows = own === undefined ? await log.readEntries(asked) : await log.readEntriesFor({ ...asked, own })
  const before = rows.find(({ sequence }) => sequence === after)?.hash ?? noLink
  const taken = within(
    rows.filter(({ sequence }) => sequence > after),
    mostBytes,
  )
  const entries = taken.map(({ sequence, hash, header, events }) => ({
    sequence,
    hash,
    header: parseCanonical(header) as EntryHeader,
    headerBytes: header,
    events,
  }))
  const shown = await withoutNames(engine, log, { feed, entries, upTo })
  return writePage(
    engine,
    { feed, sequence: after, hash: before },
    { entries: await withoutWithdrawn(engine, log, { feed, entries: shown }), end },
  )
}

/** Bytes: null where the machine is to pull, which asks who it is. */
export interface LivePageBytes extends Omit<FeedPageBytes, 'bytes'> {
  readonly bytes: Uint8Array | null
}

/** What machines that follow are sent: from memory where it was appended a moment ago, else from the log. */
export async function readLivePage(engine: Engine, asked: AskedEntries): Promise<LivePageBytes> {
  const { feed } = asked
  const recent = readRecentPage(engine, asked)
  if (recent !== null) return recent()
  return engine.log.read((log) =>
    feed.startsWith('department:') ? endOf(log, feed) : readFeedPage(engine, log, asked),
  )
}

/** Out: how to write the page from memory; null where the log is to be asked. */
export function readRecentPage(engine: Engine, { feed, after, limit }: AskedEntries): (() => LivePageBytes) | null {
  const recent = engine.recent.after(feed, after, Date.parse(engine.ports.clock.now()))
  if (recent === null || recent.entries.length > limit) return null
  const end = after + recent.entries.length
  return () => writePage(engine, { feed, sequence: after, hash: recent.hash }, { entries: recent.entries, end })
}

async function endOf(log: LogReader, feed: FeedName): Promise<LivePageBytes> {
  const [feedEnd] = await log.feedEnds([feed])
  const end = feedEnd?.sequence ?? 0
  return { bytes: null, sequence: end, end }
}

interface PageBody {
  readonly entries: readonly Placed<Pick<FeedEntry, 'headerBytes' | 'events'>>[]
  readonly end: number
}

type Placed<Entry> = Entry & { readonly sequence: number; readonly hash: Uint8Array }

function writePage(engine: Engine, before: FeedEnd, { entries, end }: PageBody): FeedPageBytes {
  const { feed } = before
  const last = entries.at(-1) ?? before
  const { id: server, logEpoch } = engine.server
  const head = { server, logEpoch, feed, sequence: last.sequence, hash: toHex(last.hash) }
  const signature = signHead(engine, head)
  const placed = { before: toHex(before.hash), from: before.sequence + 1, signature, end }
  return { bytes: writeFeedPage({ head: { ...head, ...placed }, entries }), sequence: last.sequence, end }
}

/** Machines that follow a feed ask for the same end of it: it is signed once. */
function signHead({ ports, heads }: Engine, head: Parameters<typeof headBytes>[0]): string {
  const { feed, sequence, hash } = head
  const known = heads.get(feed)
  if (known?.sequence === sequence && known.hash === hash) return known.signature
  const signature = toHex(ports.signing.sign(headBytes(head)))
  heads.set(feed, { sequence, hash, signature })
  return signature
}

/** A page is cut at so many bytes, whatever was asked for; one entry always goes. */
const pageBytes = 8 * 1024 * 1024

type Row = Awaited<ReturnType<LogReader['readEntriesFor']>>[number]

function within(rows: readonly Row[], mostBytes: number): readonly Row[] {
  let bytes = 0
  const end = rows.findIndex(({ header, events }, index) => {
    for (const { envelope, facts, private: secret } of events ?? [])
      bytes += envelope.length + facts.length + (secret?.length ?? 0)
    bytes += header.length
    return bytes > mostBytes && index > 0
  })
  return end < 0 ? rows : rows.slice(0, end)
}

/** What this feed's audience may not hold now: the stream has left it, or its part of it, such as a referral that went back. */
async function withoutWithdrawn<Entry extends Showing>(
  engine: Engine,
  log: LogReader,
  { feed, entries }: { readonly feed: FeedName; readonly entries: readonly Entry[] },
): Promise<readonly Entry[]> {
  const streams = new Set(entries.flatMap(secretStreams))
  if (streams.size === 0) return entries
  const held = (await log.readStreams([...streams])).filter(({ feeds }) => feeds.includes(feed))
  for (const { stream } of held) streams.delete(stream)
  if (feed.startsWith('department:')) return withoutForeign(engine, log, { feed, entries, held })
  return streams.size === 0
    ? entries
    : entries.map((entry) => withoutPrivate(entry, ({ stream }) => streams.has(stream)))
}

/** A department may hold parts of a case alone, and may have been shown more of them by an earlier program. */
async function withoutForeign<Entry extends Showing>(
  engine: Engine,
  log: LogReader,
  {
    feed,
    entries,
    held,
  }: { readonly feed: FeedName; readonly entries: readonly Entry[]; readonly held: readonly StreamRow[] },
): Promise<readonly Entry[]> {
  const cases = held.filter(({ stream }) => stream.startsWith('case:'))
  const shareOf = shareInFeed(feed, await readCases(engine, log, cases))
  const streams = new Set(held.map(({ stream }) => stream))
  return entries.map((entry) =>
    withoutPrivate(entry, ({ stream }, event) => {
      if (event.private === null) return false
      return !streams.has(stream) || (/^(?:case|person):/.test(stream) && shareOf(stream, event) !== 'all')
    }),
  )
}

type Showing = Pick<FeedEntry, 'header' | 'events'>

function secretStreams({ header, events }: Showing): readonly string[] {
  if (!('events' in header)) return []
  return header.events.filter((_, index) => (events?.[index]?.private ?? null) !== null).map(({ stream }) => stream)
}

type Withheld = (named: EntryEvent, event: EventBytes) => boolean

function withoutPrivate<Entry extends Showing>(entry: Entry, isWithheld: Withheld): Entry {
  const { header } = entry
  if (!('events' in header) || entry.events === null) return entry
  const events = entry.events.map((event, index): EventBytes => {
    const named = header.events[index]
    return named !== undefined && isWithheld(named, event) ? { ...event, private: null } : event
  })
  return { ...entry, events }
}
