/**
 * Pages of a feed with their signed head (SYNC-PULL-1, SYNC-FEED-2). What a feed's earlier entries showed of a stream that
 * it does not hold any more stays provable by its hashes, but its private parts are not given out again: a machine that
 * joins today learns nothing that was withdrawn yesterday (SYNC-FEED-5, SYNC-FEED-6).
 */
import { toHex } from '#shared/sync/bytes.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import { headBytes } from '#shared/sync/feed-entry.ts'
import type { EntryHeader, EventBytes, FeedName } from '#shared/sync/feed-entry.ts'
import { writeFeedPage } from '#shared/sync/feed-page.ts'
import type { FeedEntry } from '#shared/sync/feed-page.ts'
import { noLink } from '#shared/sync/link.ts'
import type { LogReader } from '#server/log/server-log.ts'
import type { Engine } from './engine.ts'

export interface AskedEntries {
  readonly feed: FeedName
  readonly after: number
  readonly limit: number
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
    end,
    mostBytes = Infinity,
  }: AskedEntries & { readonly end: number; readonly mostBytes?: number },
): Promise<FeedPageBytes> {
  const from = Math.max(0, after - 1)
  const rows = await log.readEntries({ feed, after: from, limit: limit + after - from })
  const before = rows.find(({ sequence }) => sequence === after)?.hash ?? noLink
  const taken = within(
    rows.filter(({ sequence }) => sequence > after),
    mostBytes,
  )
  const last = taken.at(-1)
  const sequence = last?.sequence ?? after
  const { id: server, logEpoch } = engine.server
  const head = { server, logEpoch, feed, sequence, hash: toHex(last?.hash ?? before) }
  const signature = signHead(engine, head)
  const entries = taken.map(({ sequence: place, header, events }): FeedEntry => ({
    sequence: place,
    header: parseCanonical(header) as EntryHeader,
    headerBytes: header,
    events,
  }))
  const bytes = writeFeedPage({
    head: { ...head, before: toHex(before), from: after + 1, signature, end },
    entries: await withoutWithdrawn(log, feed, entries),
  })
  return { bytes, sequence, end }
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

type Row = Awaited<ReturnType<LogReader['readEntries']>>[number]

function within(rows: readonly Row[], mostBytes: number): readonly Row[] {
  let bytes = 0
  const end = rows.findIndex(({ header, events }, index) => {
    for (const { envelope, facts, private: secret } of events)
      bytes += envelope.length + facts.length + (secret?.length ?? 0)
    bytes += header.length
    return bytes > mostBytes && index > 0
  })
  return end < 0 ? rows : rows.slice(0, end)
}

async function withoutWithdrawn(
  log: LogReader,
  feed: FeedName,
  entries: readonly FeedEntry[],
): Promise<readonly FeedEntry[]> {
  const streams = new Set(entries.flatMap(secretStreams))
  if (streams.size === 0) return entries
  const rows = await log.readStreams([...streams])
  for (const { stream, feeds } of rows) if (feeds.includes(feed)) streams.delete(stream)
  return streams.size === 0 ? entries : entries.map((entry) => withoutPrivate(entry, streams))
}

function secretStreams({ header, events }: FeedEntry): readonly string[] {
  if (!('events' in header)) return []
  return header.events.filter((_, index) => (events[index]?.private ?? null) !== null).map(({ stream }) => stream)
}

function withoutPrivate(entry: FeedEntry, streams: ReadonlySet<string>): FeedEntry {
  const { header } = entry
  if (!('events' in header)) return entry
  const events = entry.events.map((event, index): EventBytes =>
    streams.has(header.events[index]?.stream ?? '') ? { ...event, private: null } : event,
  )
  return { ...entry, events }
}
