import { type Hash, toHex } from './bytes.ts'
import { parseCanonical } from './canonical-json.ts'
import { contentHash } from './content-hash.ts'
import type { EnvelopeContent } from './envelope.ts'
import {
  type EntryEvent,
  entryHashOf,
  type EntryHeader,
  type EventBytes,
  type FeedName,
  headBytes,
  headerHashOf,
} from './feed-entry.ts'
import type { FeedEntry, FeedPage } from './feed-page.ts'

/** Where this machine stands in a feed, and whose feed it is (SYNC-RECOVER-1). */
export interface FeedPlace {
  readonly feed: FeedName
  readonly server: string
  readonly logEpoch: number
  readonly cursor: number
  /** Hash of the entry at the cursor. */
  readonly hash: Uint8Array
}

export interface Proofs {
  readonly hash: Hash
  /** Whether the server's pinned key signed these bytes. */
  readonly isSignedByServer: (bytes: Uint8Array, signature: string) => boolean
  /** Whether the reader's log holds these events of a commit with their content: what a page leaves out must be there (SYNC-PULL-5). */
  readonly holds: (events: readonly EntryEvent[]) => boolean
}

export type PageFault =
  | 'other-feed'
  | 'other-server'
  /** The server was restored: its feed is another from some entry on (SYNC-RECOVER-1). */
  | 'other-epoch'
  | 'other-history'
  | 'hole'
  | 'chain'
  | 'content'
  /** Bytes are left out that the reader does not hold: it asks for the whole page. */
  | 'not-held'
  | 'signature'

export type ProvenPage =
  | { readonly kind: 'proven'; /** Hash after each entry. */ readonly hashes: readonly Uint8Array[] }
  | { readonly kind: 'broken'; readonly why: PageFault }

const broken = (why: PageFault): ProvenPage => ({ kind: 'broken', why })

/**
 * In: a page and where its reader stands. Out: the hash after each entry when it goes on from there without a hole, every
 * entry follows by hash, every event has the content its header names, and the head is signed; else what is wrong, and
 * nothing of the page may be applied. SYNC-PULL-2, SYNC-FEED-2.
 */
export function provePage(proofs: Proofs, place: FeedPlace, { head, entries }: FeedPage): ProvenPage {
  if (head.feed !== place.feed) return broken('other-feed')
  if (head.server !== place.server) return broken('other-server')
  if (head.logEpoch !== place.logEpoch) return broken('other-epoch')
  if (head.from !== place.cursor + 1 || head.sequence !== place.cursor + entries.length) return broken('hole')
  if (head.before !== toHex(place.hash)) return broken('other-history')
  const hashes = hashesOf(proofs.hash, place, entries)
  if (toHex(hashes.at(-1) ?? place.hash) !== head.hash) return broken('chain')
  const { feed, server, logEpoch, sequence, hash } = head
  if (!proofs.isSignedByServer(headBytes({ feed, server, logEpoch, sequence, hash }), head.signature))
    return broken('signature')
  for (const entry of entries) {
    if (entry.events === null) {
      if (!isHeld(proofs, entry)) return broken('not-held')
    } else if (!hasNamedContent(proofs.hash, entry.header, entry.events)) return broken('content')
  }
  return { kind: 'proven', hashes }
}

const isHeld = ({ holds }: Proofs, { header }: FeedEntry): boolean => 'events' in header && holds(header.events)

function hashesOf(hash: Hash, place: FeedPlace, entries: readonly FeedEntry[]): readonly Uint8Array[] {
  let previous = place.hash
  return entries.map(({ sequence, header, headerBytes }) => {
    const headerHash = headerHashOf(hash, header, headerBytes)
    previous = entryHashOf(hash, previous, { feed: place.feed, sequence, headerHash })
    return previous
  })
}

/** In: hashing, an entry's header, the bytes of its events. Out: whether each event's bytes have the hash that the proven header names, and its private part the hash that its envelope names. */
export function hasNamedContent(hash: Hash, header: EntryHeader, events: readonly EventBytes[]): boolean {
  if (!('events' in header)) return true
  return header.events.every((named, index) => {
    const bytes = events[index]
    if (bytes === undefined || toHex(contentHash(hash, bytes.envelope, bytes.facts)) !== named.content) return false
    if (bytes.private === null) return true
    const { privateHash } = parseCanonical(bytes.envelope) as Pick<EnvelopeContent, 'privateHash'>
    return privateHash === toHex(hash(bytes.private))
  })
}
