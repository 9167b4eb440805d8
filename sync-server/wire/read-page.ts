import { parseCanonical } from '#shared/sync/canonical-json.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { EntryHeader, headBytes } from '#shared/sync/feed-entry.ts'
import { writeFeedPage } from '#shared/sync/feed-page.ts'
import { noLink } from '#shared/sync/link.ts'
import type { OpenServer } from '#server/open-server.ts'
import type { AskedPage } from './engine-calls.ts'
import type { ReadPage } from './live-channel.ts'

/** A page of a feed with its signed head (SYNC-PULL-1, SYNC-FEED-2). */
export async function readPage(server: OpenServer, { feed, after, limit }: AskedPage): Promise<ReadPage> {
  const { log, ports, identity } = server
  const { entries, end, before } = await log.read(async (reader) => {
    const [last] = after === 0 ? [] : await reader.readEntries({ feed, after: after - 1, limit: 1 })
    const [feedEnd] = await reader.feedEnds([feed])
    return {
      entries: await reader.readEntries({ feed, after, limit }),
      end: feedEnd?.sequence ?? 0,
      before: last?.hash ?? noLink,
    }
  })
  const last = entries.at(-1)
  const sequence = last?.sequence ?? after
  const hash = toHex(last?.hash ?? before)
  const head = { server: identity.id, logEpoch: identity.logEpoch, feed, sequence, hash }
  const signature = toHex(ports.signing.sign(headBytes(head)))
  const bytes = writeFeedPage({
    head: { ...head, before: toHex(before), from: after + 1, signature, end },
    entries: entries.map((entry) => ({
      sequence: entry.sequence,
      header: EntryHeader.parse(parseCanonical(entry.header)),
      headerBytes: entry.header,
      events: entry.events,
    })),
  })
  return { bytes, sequence, end }
}
