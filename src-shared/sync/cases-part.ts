/**
 * Whole open cases ahead of the feed that will tell them again (SYNC-SNAP-1). Entries stand out of their order here and
 * have no place in the feed's chain, so the part is signed by itself; the feed then brings the same events under its own
 * hashes, and they fall away by their ids (SYNC-SNAP-2).
 */
import { z } from 'zod'
import { toHex } from './bytes.ts'
import { canonicalBytes, parseCanonical } from './canonical-json.ts'
import { FeedName } from './feed-entry.ts'
import type { EventBytes } from './feed-entry.ts'
import { readEntry } from './feed-page.ts'
import type { FeedEntry } from './feed-page.ts'
import { hasNamedContent } from './prove-page.ts'
import type { Proofs } from './prove-page.ts'
import { readRecords, writeRecords } from './records.ts'

/** One commit as the audience may hold it. */
export interface ShownCommit extends Pick<FeedEntry, 'header' | 'headerBytes'> {
  readonly events: readonly EventBytes[]
}

const CasesPartHead = z.strictObject({
  feed: FeedName,
  server: z.string().max(100),
  logEpoch: z.int().positive(),
  /** Hash of all that follows the head, hex. */
  content: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})
type CasesPartHead = z.infer<typeof CasesPartHead>

export interface CasesPart {
  readonly head: CasesPartHead
  readonly entries: readonly ShownCommit[]
}

/** In: what a head says. Out: the bytes that the server's key signs. */
export function casesPartBytes(said: Omit<CasesPartHead, 'signature'>): Uint8Array<ArrayBuffer> {
  return canonicalBytes(['open-cases', said.server, said.logEpoch, said.feed, said.content])
}

/** In: entries, and how their bytes are hashed and signed. Out: the part's bytes, before compression. */
export function writeCasesPart(
  { feed, server, logEpoch, entries }: Omit<CasesPartHead, 'content' | 'signature'> & Pick<CasesPart, 'entries'>,
  sign: (content: Uint8Array) => Pick<CasesPartHead, 'content' | 'signature'>,
): Uint8Array<ArrayBuffer> {
  const records: (Uint8Array | null)[] = []
  for (const { headerBytes, events } of entries) {
    records.push(headerBytes)
    for (const { envelope, facts, private: secret } of events) records.push(envelope, facts, secret)
  }
  const head = canonicalBytes({ feed, server, logEpoch, ...sign(writeRecords(records)) })
  return writeRecords([head, ...records])
}

/** In: bytes of a part, how a machine proves what it gets. Out: the part as its server signed it; null when it is none. */
export function readCasesPart(bytes: Uint8Array, proofs: Pick<Proofs, 'hash' | 'isSignedByServer'>): CasesPart | null {
  const records = readRecords(bytes)
  const head = CasesPartHead.safeParse(parsed(records?.[0] ?? null)).data
  if (records === null || head === undefined) return null
  const isWhole = toHex(proofs.hash(writeRecords(records.slice(1)))) === head.content
  if (!isWhole || !proofs.isSignedByServer(casesPartBytes(head), head.signature)) return null
  const entries: ShownCommit[] = []
  for (let at = 1; at < records.length; at += 1 + (entries.at(-1)?.events.length ?? 0) * 3) {
    const entry = readEntry(records, at, 0)
    if (entry === null || entry.events === null) return null
    const { header, headerBytes, events } = entry
    if (!hasNamedContent(proofs.hash, header, events)) return null
    entries.push({ header, headerBytes, events })
  }
  return { head, entries }
}

function parsed(bytes: Uint8Array | null): unknown {
  if (bytes === null) return null
  try {
    return parseCanonical(bytes)
  } catch {
    return null
  }
}
