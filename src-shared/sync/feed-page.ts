import { z } from 'zod'
import { canonicalBytes, parseCanonical } from './canonical-json.ts'
import { FeedName } from './feed-entry.ts'
import type { EntryHeader, EventBytes } from './feed-entry.ts'
import { readEntryHeader } from './read-entry-header.ts'
import { readRecords, writeRecords } from './records.ts'

/** An entry with its place and the bytes of its events, in the order of the header. */
export interface FeedEntry {
  readonly sequence: number
  readonly header: EntryHeader
  /** Exactly the bytes that the entry's hash covers. */
  readonly headerBytes: Uint8Array
  /** Null: left out, because the commit is the reader's own and it asked for that (SYNC-PULL-5). */
  readonly events: readonly EventBytes[] | null
}

export const FeedPageHead = z.strictObject({
  feed: FeedName,
  server: z.string().max(100),
  logEpoch: z.int().positive(),
  /** Hash of the entry before the first of this page, hex. */
  before: z.string().regex(/^[0-9a-f]{64}$/),
  /** The first entry's sequence; what follows has no holes. */
  from: z.int().positive(),
  /** Place and hash of the page's last entry, signed. */
  sequence: z.int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
  /** Where the feed ends now: more pages follow when it is beyond `sequence`. */
  end: z.int().nonnegative(),
})
export type FeedPageHead = z.infer<typeof FeedPageHead>

/** What the server signed last of a feed, as a machine keeps it and shows it to the server (SYNC-RECOVER-10). */
export const SignedHead = FeedPageHead.pick({ feed: true, logEpoch: true, sequence: true, hash: true, signature: true })
export type SignedHead = z.infer<typeof SignedHead>
/** Heads that are shown at once. */
export const mostHeads = 500

/** Cases on offer that one greeting asks about. */
export const mostOnOffer = 1000

export interface FeedPage {
  readonly head: FeedPageHead
  readonly entries: readonly FeedEntry[]
}

interface WrittenPage {
  readonly head: FeedPageHead
  readonly entries: readonly Pick<FeedEntry, 'headerBytes' | 'events'>[]
}

/** In: a page. Out: its bytes, before compression. SYNC-PULL-1. */
export function writeFeedPage({ head, entries }: WrittenPage): Uint8Array<ArrayBuffer> {
  const records: (Uint8Array | null)[] = [canonicalBytes(head)]
  for (const { headerBytes, events } of entries) {
    records.push(headerBytes)
    if (events === null) records.push(null)
    else for (const { envelope, facts, private: secret } of events) records.push(envelope, facts, secret)
  }
  return writeRecords(records)
}

/** In: bytes of a page. Out: the page, or null when it is not one. Hashes and signature are not looked at here. */
export function readFeedPage(bytes: Uint8Array): FeedPage | null {
  const records = readRecords(bytes)
  const first = records?.[0]
  if (records === null || first === null || first === undefined) return null
  const head = FeedPageHead.safeParse(parsed(first))
  if (!head.success) return null
  const entries: FeedEntry[] = []
  let at = 1
  for (let sequence = head.data.from; at < records.length; sequence += 1) {
    const entry = readEntry(records, at, sequence)
    if (entry === null) return null
    entries.push(entry)
    at += 1 + (entry.events === null ? 1 : entry.events.length * 3)
  }
  return { head: head.data, entries }
}

/** In: a page's records, where an entry begins, its sequence. Out: the entry; null when it is cut or malformed. */
export function readEntry(records: readonly (Uint8Array | null)[], at: number, sequence: number): FeedEntry | null {
  const headerBytes = records[at]
  if (headerBytes === null || headerBytes === undefined) return null
  const header = readEntryHeader(parsed(headerBytes))
  if (header === null) return null
  const count = 'events' in header ? header.events.length : 0
  if (count > 0 && records[at + 1] === null) return { sequence, header, headerBytes, events: null }
  if (at + 1 + count * 3 > records.length) return null
  const events: EventBytes[] = []
  for (let index = 0; index < count; index += 1) {
    const first = at + 1 + index * 3
    const [envelope, facts, secret] = [records[first], records[first + 1], records[first + 2]]
    if (envelope === null || envelope === undefined || facts === null || facts === undefined) return null
    events.push({ envelope, facts, private: secret ?? null })
  }
  return { sequence, header, headerBytes, events }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return parseCanonical(bytes)
  } catch {
    return null
  }
}
