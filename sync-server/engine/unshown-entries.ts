/**
 * What a department's machine that joins today is not even told the name of (SYNC-FEED-9): a person who was disclosed to
 * the department and is so no more. Up to where the feed ended when the machine was enrolled, an entry that names nobody
 * else comes as the hash of its header; the chain goes on over it. By place, not by time: a clock hides nothing.
 */
import { toHex } from '#shared/sync/bytes.ts'
import { canonicalBytes } from '#shared/sync/canonical-json.ts'
import type { EntryHeader, FeedName } from '#shared/sync/feed-entry.ts'
import type { FeedEntry } from '#shared/sync/feed-page.ts'
import type { LogReader } from '#server/log/server-log.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import type { Engine } from './engine.ts'

/** The first wire that knows such entries. */
const sinceWire = 2

/** In: a device, the wire it speaks. Out: up to where entries may come to it without names. */
export const unshownTo = ({ joinedAt }: EnrolledDevice, wire: number): number => (wire < sinceWire ? 0 : joinedAt)

type Placed = Pick<FeedEntry, 'sequence' | 'header' | 'headerBytes' | 'events'>

export async function withoutNames<Entry extends Placed>(
  { ports }: Engine,
  log: LogReader,
  { feed, entries, upTo }: { readonly feed: FeedName; readonly entries: readonly Entry[]; readonly upTo: number },
): Promise<readonly Entry[]> {
  if (!feed.startsWith('department:')) return entries
  const people = new Map(
    entries.flatMap((entry) => (entry.sequence <= upTo ? [[entry, peopleAlone(entry.header)] as const] : [])),
  )
  const named = new Set([...people.values()].flat())
  if (named.size === 0) return entries
  const held = new Set(
    (await log.readStreams([...named])).filter(({ feeds }) => feeds.includes(feed)).map(({ stream }) => stream),
  )
  return entries.map((entry) => {
    const streams = people.get(entry) ?? []
    if (streams.length === 0 || streams.some((stream) => held.has(stream))) return entry
    const header: EntryHeader = { kind: 'unshown', hash: toHex(ports.hash(entry.headerBytes)) }
    return { ...entry, header, headerBytes: canonicalBytes(header), events: [] }
  })
}

/** The people whom an entry names; none where it names something else too. */
function peopleAlone(header: EntryHeader): readonly string[] {
  const streams =
    'events' in header ? header.events.map(({ stream }) => stream) : 'stream' in header ? [header.stream] : []
  return streams.every((stream) => stream.startsWith('person:')) ? streams : []
}
