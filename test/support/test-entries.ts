import { randomUUID } from 'node:crypto'
import { must } from '#shared/lib/assert.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { canonicalBytes } from '#shared/sync/canonical-json.ts'
import { entryHash } from '#shared/sync/feed-entry.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { sealPrivatePart } from '#shared/sync/private-part.ts'
import type { LogWriter, StoredEvent } from '#server/log/server-log.ts'
import type { OpenServer } from '#server/open-server.ts'

/** The parts of a server that entries are appended with. */
type Appendable = Pick<OpenServer, 'log' | 'ports'>

export interface TestEvent {
  readonly stream: string
  readonly type: string
  readonly facts: object
  readonly private: object | null
}

/** Entries in one feed, each of one event with facts of about so many bytes: for what cares for their size and order alone. */
export async function appendTestEntries(
  server: OpenServer,
  { feed, count, bytes }: { readonly feed: FeedName; readonly count: number; readonly bytes: number },
): Promise<void> {
  const stream = `case:${randomUUID()}`
  const event = { stream, type: 'test', facts: { text: 'x'.repeat(bytes) }, private: null }
  await appendTestEvents(server, feed, Array<TestEvent>(count).fill(event))
}

/** Events of one feed as the engine would show them to it, an entry each, without judging any. */
export async function appendTestEvents(
  server: Appendable,
  feed: FeedName,
  events: readonly TestEvent[],
): Promise<void> {
  await server.log.write(async (tx) => {
    const stored = await storeEvents(tx, server, { feed, events })
    let end = must((await tx.takeFeeds([feed]))[0], 'a held feed')
    const headers = stored.map((event) => commitHeader(server, event))
    const rows = headers.map((header, index) => {
      const sequence = end.sequence + 1
      end = { feed, sequence, hash: entryHash(server.ports.hash, end.hash, { feed, sequence, header }) }
      return { feed, sequence, header, withPrivate: [stored[index]?.private !== null], hash: end.hash }
    })
    await tx.insertEntries(rows)
  })
}

/** That a feed may no longer hold a stream, or must forget its private parts. */
export async function appendTestMark(
  { log, ports }: OpenServer,
  feed: FeedName,
  mark: { readonly kind: 'withdrawn' | 'forgotten'; readonly stream: string },
): Promise<void> {
  await log.write(async (tx) => {
    const end = must((await tx.takeFeeds([feed]))[0], 'a held feed')
    const header = canonicalBytes({ ...mark, at: ports.clock.now() })
    const sequence = end.sequence + 1
    const hash = entryHash(ports.hash, end.hash, { feed, sequence, header })
    await tx.insertEntries([{ feed, sequence, header, withPrivate: [], hash }])
  })
}

async function storeEvents(
  tx: LogWriter,
  { ports }: Appendable,
  { feed, events }: { readonly feed: FeedName; readonly events: readonly TestEvent[] },
): Promise<readonly StoredEvent[]> {
  const rows = await tx.lockStreams([...new Set(events.map(({ stream }) => stream))].toSorted())
  const lengths = new Map(rows.map(({ stream, length }) => [stream, length]))
  const stored = events.map(({ stream, type, facts, private: secret }, index): StoredEvent => {
    const position = (lengths.get(stream) ?? 0) + 1
    lengths.set(stream, position)
    const id = ports.ids.uuid()
    return {
      id,
      stream,
      position,
      commit: randomUUID(),
      contentHash: ports.hash(canonicalBytes(facts)),
      device: 'device-test',
      epoch: 1,
      sequence: index + 1,
      envelope: canonicalBytes({ id, stream, type }),
      facts: canonicalBytes(facts),
      private: secret === null ? null : sealPrivatePart(secret, ports.ids.randomBytes(16)),
    }
  })
  await tx.insertEvents(stored)
  await tx.setStreams(rows.map((row) => ({ ...row, length: lengths.get(row.stream) ?? 0, feeds: [feed] })))
  return stored
}

function commitHeader({ ports }: Appendable, event: StoredEvent): Uint8Array {
  const { id, stream, position, contentHash, device, epoch, sequence, commit } = event
  return canonicalBytes({
    kind: 'commit',
    commit,
    verdict: 'accepted',
    facts: [],
    at: ports.clock.now(),
    doubtful: false,
    events: [{ id, stream, position, content: toHex(contentHash), device, epoch, sequence }],
  })
}
