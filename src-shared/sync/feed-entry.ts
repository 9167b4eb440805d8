/**
 * What one feed shows of one commit, or that something is withdrawn, moved or forgotten. The header is canonical JSON; the
 * entry's hash covers the hash before, the feed, the sequence and the header, and through the header the content of
 * every event: a feed proves itself from its signed head backwards (SYNC-FEED-2, S15).
 */
import { z } from 'zod'
import { fromHex, type Hash, joinBytes } from './bytes.ts'
import { canonicalBytes } from './canonical-json.ts'
import { ChainPlace, StreamName } from './envelope.ts'
import { commitBounds } from './event-bounds.ts'
import { Outcome } from './outcome.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** `central`, `office:<unit>`, `department:<unit>`, `case:<id>`, `device:<id>`. */
export const FeedName = z
  .string()
  .max(120)
  .regex(/^(central|(office|department|case|device):[^\s:]{1,100})$/)
  .brand<'FeedName'>()
export type FeedName = z.infer<typeof FeedName>

const hexHash = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)

const names = z.strictObject({ ar: z.string().max(200), en: z.string().max(200) })
const Called = z.strictObject({ id: z.string().max(100), name: names })

/** One event of an entry: what is needed to place and prove it; its bytes follow the header. */
export const EntryEvent = z.strictObject({
  id: z.uuidv7(),
  stream: StreamName,
  /** In its stream, from 1; holes mean that others are not for this audience. */
  position: z.int().positive(),
  content: hexHash,
  ...ChainPlace.shape,
})
export type EntryEvent = z.infer<typeof EntryEvent>

export const EntryHeader = z.discriminatedUnion('kind', [
  /** A commit as it was taken; `earlier`: one from before this audience became a member (SYNC-FEED-4). */
  z.strictObject({
    kind: z.enum(['commit', 'earlier']),
    commit: z.string().regex(uuid),
    verdict: z.enum(['accepted', 'conflict', 'void']),
    /** Facts that had moved unseen, or that clash. */
    facts: z.array(z.string().max(200)).max(100),
    /** When the server took it. */
    at: instant,
    /** Whether a time stated in it is doubtful (SYNC-APPEND-12). */
    doubtful: z.boolean(),
    events: z.array(EntryEvent).min(1).max(commitBounds.events),
  }),
  /** The audience may no longer hold this stream (SYNC-FEED-5). */
  z.strictObject({ kind: z.literal('withdrawn'), stream: StreamName, at: instant }),
  /** Of a case that this audience lost by a move: where it is now, and nothing else of it; null: it is here again, or nobody may be told (SYNC-FEED-11). */
  z.strictObject({
    kind: z.literal('moved'),
    stream: StreamName,
    trail: z
      .strictObject({
        reference: z.string().max(40),
        registeredAt: instant,
        movedAt: instant,
        unit: z.string().max(100),
        name: names,
      })
      .nullable(),
    at: instant,
  }),
  /** How people and units are called that act on a moved case and whom this audience has no record of (SYNC-FEED-12). */
  z.strictObject({
    kind: z.literal('names'),
    users: z.array(Called).max(2000),
    units: z.array(Called).max(2000),
    at: instant,
  }),
  /** The private parts of this stream are forgotten (SYNC-FEED-7). */
  z.strictObject({ kind: z.literal('forgotten'), stream: StreamName, at: instant }),
  /** In a device's own feed: the outcome of one of its held commits changed (SYNC-APPEND-11), or a copy that it offered waits, by an id that is no commit's (SYNC-RECOVER-2); in its unit's: a commit on a case is held, or is so no more (SYNC-APPEND-14). */
  z.strictObject({ kind: z.literal('outcome'), commit: z.string().regex(uuid), outcome: Outcome, at: instant }),
  /** Stands for an entry whose very names this reader is not to learn: the hash of its header, so that the chain goes on (SYNC-FEED-9). */
  z.strictObject({ kind: z.literal('unshown'), hash: hexHash }),
])
export type EntryHeader = z.infer<typeof EntryHeader>

/** Bytes of one event as a page carries them; `private` is null where it has none, or this audience may not hold it. */
export interface EventBytes {
  readonly envelope: Uint8Array
  readonly facts: Uint8Array
  readonly private: Uint8Array | null
}

/** In: the hash of the entry before (`noLink` for the first), feed, sequence, the header's bytes. Out: the entry's hash. */
export function entryHash(
  hash: Hash,
  previous: Uint8Array,
  entry: { readonly feed: FeedName; readonly sequence: number; readonly header: Uint8Array },
): Uint8Array {
  return entryHashOf(hash, previous, { ...entry, headerHash: hash(entry.header) })
}

/** In: hashing, a header as it came, its bytes. Out: the hash that stands for it in its feed's chain. */
export function headerHashOf(hash: Hash, header: EntryHeader | null, bytes: Uint8Array): Uint8Array {
  return header?.kind === 'unshown' ? fromHex(header.hash) : hash(bytes)
}

/** As `entryHash`, where the header was hashed already: one header stands in the feeds of several audiences. */
export function entryHashOf(
  hash: Hash,
  previous: Uint8Array,
  entry: { readonly feed: FeedName; readonly sequence: number; readonly headerHash: Uint8Array },
): Uint8Array {
  return hash(joinBytes(previous, placeBytes(entry), entry.headerHash))
}

const encoder = new TextEncoder()

/** `canonicalBytes(['entry', feed, sequence])`, by hand: every entry of every feed passes here. */
function placeBytes({ feed, sequence }: { readonly feed: FeedName; readonly sequence: number }): Uint8Array {
  return encoder.encode(`["entry",${JSON.stringify(feed)},${sequence}]`)
}

/** What the server signs with every page: this feed, of this server and log epoch, ends here. */
export interface FeedHead {
  readonly server: string
  readonly logEpoch: number
  readonly feed: FeedName
  readonly sequence: number
  /** Lower-case hexadecimal. */
  readonly hash: string
}

/** In: a head. Out: the bytes that the server's Ed25519 key signs. */
export function headBytes({ server, logEpoch, feed, sequence, hash }: FeedHead): Uint8Array<ArrayBuffer> {
  return canonicalBytes(['head', server, logEpoch, feed, sequence, hash])
}
