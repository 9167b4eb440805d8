import { parseCanonical } from '#shared/sync/canonical-json.ts'
import { EntryHeader } from '#shared/sync/feed-entry.ts'
import type { EventBytes, FeedName } from '#shared/sync/feed-entry.ts'
import type { ServerLog } from '#server/log/server-log.ts'

/** An event as a machine of a feed holds it. */
export interface HeldEvent {
  readonly type: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly bytes: EventBytes
}

/** Stream → event id → what is held of it. */
export type Held = ReadonlyMap<string, ReadonlyMap<string, HeldEvent>>

/** Reads a feed from its first entry as a machine would, taking out what is withdrawn: what such a machine holds now. */
export async function heldIn(log: ServerLog, feed: string): Promise<Held> {
  const held = new Map<string, Map<string, HeldEvent>>()
  const rows = await log.read((reader) =>
    reader.readEntries({ feed: feed as FeedName, after: 0, limit: Number.MAX_SAFE_INTEGER }),
  )
  for (const { header: bytes, events } of rows) {
    const header = EntryHeader.parse(parseCanonical(bytes))
    if (header.kind === 'withdrawn') held.delete(header.stream)
    if (header.kind !== 'commit' && header.kind !== 'earlier') continue
    for (const [index, { id, stream }] of header.events.entries()) {
      const own = held.get(stream) ?? new Map<string, HeldEvent>()
      held.set(stream, own.set(id, heldEvent(events[index] as EventBytes)))
    }
  }
  return held
}

function heldEvent(bytes: EventBytes): HeldEvent {
  const { type } = parseCanonical(bytes.envelope) as { readonly type: string }
  return { type, facts: parseCanonical(bytes.facts) as HeldEvent['facts'], bytes }
}

/** All bytes that a feed ever carried, as text. */
export async function everCarried(log: ServerLog, feed: string): Promise<string> {
  const rows = await log.read((reader) =>
    reader.readEntries({ feed: feed as FeedName, after: 0, limit: Number.MAX_SAFE_INTEGER }),
  )
  return rows
    .flatMap(({ events }) => events.flatMap(({ envelope, facts, private: secret }) => [envelope, facts, secret]))
    .map((bytes) => Buffer.from(bytes ?? []).toString())
    .join('\n')
}
