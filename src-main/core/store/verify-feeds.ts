/**
 * Proves what came from others: each feed's headers follow one another by hash up to the cursor, the server's pinned key
 * signed its head, and every event that has a place from the server is named by a proven header with exactly its
 * content (S15). Withdrawn and forgotten parts are hashes here as there.
 */
import { sameBytes, toHex } from '#shared/sync/bytes.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import { entryHashOf, headBytes, headerHashOf } from '#shared/sync/feed-entry.ts'
import { noLink } from '#shared/sync/link.ts'
import { readEntryHeader } from '#shared/sync/read-entry-header.ts'
import type { ReadableDb } from './driver.ts'
import { type FeedRow, headersOf, readFeeds, signedHead } from './feeds.ts'
import { sha256 } from './hash.ts'
import { isSignedBy } from './signature.ts'

export type FeedFault =
  | 'feed-broken' // headers do not lead to the cursor's hash
  | 'feed-unsigned' // the server's key did not sign this head
  | 'event-differs' // stored with another content or verdict than its feed names
  | 'event-unproven' // no header of any feed names it

export interface FeedFinding {
  readonly feed: string | null
  readonly event: string | null
  readonly why: FeedFault
}

export interface FeedsReport {
  readonly entries: number
  readonly findings: readonly FeedFinding[]
}

export interface PinnedServer {
  readonly id: string
  readonly publicKey: Uint8Array
}

interface Named {
  readonly content: string
  readonly verdicts: Set<string>
}

const mostFindings = 1000

/** In: a log, the server it is joined to. Out: how much was proven, and what is wrong. */
export function verifyFeeds(
  db: ReadableDb,
  server: PinnedServer,
  isCancelled: () => boolean = () => false,
): FeedsReport {
  const findings: FeedFinding[] = []
  const named = new Map<string, Named>()
  let entries = 0
  for (const feed of readFeeds(db)) {
    if (isCancelled()) break
    const walked = walkFeed(db, feed, named)
    entries += walked.sequence
    if (walked.sequence !== feed.cursor || !sameBytes(walked.hash, feed.hash))
      findings.push({ feed: feed.feed, event: null, why: 'feed-broken' })
    if (!isHeadSigned(db, feed, server)) findings.push({ feed: feed.feed, event: null, why: 'feed-unsigned' })
  }
  if (!isCancelled()) checkEvents(db, named, findings)
  return { entries, findings }
}

function walkFeed(db: ReadableDb, feed: FeedRow, named: Map<string, Named>): { sequence: number; hash: Uint8Array } {
  let [sequence, hash]: [number, Uint8Array] = [0, noLink]
  for (const header of headersOf(db, feed)) {
    sequence += 1
    const read = readEntryHeader(parseCanonical(header))
    const headerHash = headerHashOf(sha256, read, header)
    hash = entryHashOf(sha256, hash, { feed: feed.feed, sequence, headerHash })
    if (read === null || !('events' in read)) continue
    for (const { id, content } of read.events) {
      const known = named.get(id) ?? { content, verdicts: new Set<string>() }
      named.set(id, known)
      known.verdicts.add(known.content === content ? read.verdict : 'differs')
    }
  }
  return { sequence, hash }
}

/** A head ahead of the cursor was signed for a page that is still being applied. */
function isHeadSigned(db: ReadableDb, feed: FeedRow, { id, publicKey }: PinnedServer): boolean {
  const head = signedHead(db, feed)
  if (head === null) return feed.cursor === 0
  if (head.sequence === feed.cursor && head.hash !== toHex(feed.hash)) return false
  const bytes = headBytes({ server: id, logEpoch: feed.logEpoch, feed: feed.feed, ...head })
  return isSignedBy(publicKey, bytes, Buffer.from(head.signature, 'hex'))
}

function checkEvents(db: ReadableDb, named: ReadonlyMap<string, Named>, findings: FeedFinding[]): void {
  const rows = db.each<{ id: string; hash: Uint8Array; verdict: string; aside: number }>(
    'SELECT id, content_hash AS hash, verdict, aside FROM events WHERE position IS NOT NULL OR length(link) = 0',
  )
  for (const { id, hash, verdict, aside } of rows) {
    if (findings.length >= mostFindings) return
    const known = named.get(id)
    // What a restored server lacks is set aside or withdrawn: no feed can name it, and nothing rests on it.
    if (known === undefined && aside === 0) findings.push({ feed: null, event: id, why: 'event-unproven' })
    if (known === undefined) continue
    if (known.content !== toHex(hash) || !known.verdicts.has(verdict))
      findings.push({ feed: null, event: id, why: 'event-differs' })
  }
}
