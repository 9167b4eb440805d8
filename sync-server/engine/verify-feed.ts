import { sameBytes } from '#shared/sync/bytes.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import { EntryHeader, entryHash } from '#shared/sync/feed-entry.ts'
import { noLink } from '#shared/sync/link.ts'
import { hasNamedContent } from '#shared/sync/prove-page.ts'
import type { FeedEnd, LogReader } from '#server/log/server-log.ts'
import type { Engine } from './engine.ts'
import type { LogFault, LogFinding } from './verify-log.ts'

type Row = Awaited<ReturnType<LogReader['readEntries']>>[number]

const entriesARead = 500

/** Walks a feed to the end it had when the walk began. After a break it goes on from what is stored: each fault is named once. */
export async function verifyFeed(
  engine: Engine,
  { feed, sequence: end, hash }: FeedEnd,
): Promise<{ readonly entries: number; readonly findings: readonly LogFinding[] }> {
  const findings: LogFinding[] = []
  const find = (at: number, why: LogFault): void => void findings.push({ where: feed, at, why })
  let before: Uint8Array = noLink
  let at = 0
  while (at < end) {
    const asked = { feed, after: at, limit: Math.min(entriesARead, end - at) }
    const rows = await engine.log.read((log) => log.readEntries(asked))
    for (const row of rows) {
      for (at += 1; at < row.sequence; at += 1) find(at, 'hole')
      const why = wrongIn(engine, row, before)
      if (why !== null) find(at, why)
      before = row.hash
    }
    if (rows.length > 0) continue
    find(at + 1, 'hole')
    break
  }
  if (at === end && !sameBytes(before, hash)) find(end, 'end')
  return { entries: end, findings }
}

function wrongIn({ ports: { hash } }: Engine, row: Row, before: Uint8Array): LogFault | null {
  const { feed, sequence, header: bytes, events } = row
  if (!sameBytes(entryHash(hash, before, { feed, sequence, header: bytes }), row.hash)) return 'chain'
  const header = headerIn(bytes)
  if (header === null) return 'unreadable'
  return hasNamedContent(hash, header, events) ? null : 'content'
}

function headerIn(bytes: Uint8Array): EntryHeader | null {
  try {
    return EntryHeader.safeParse(parseCanonical(bytes)).data ?? null
  } catch {
    return null
  }
}
