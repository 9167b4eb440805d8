import { audienceName } from '#shared/domain/access/audience.ts'
import { referenceMembers } from '#shared/domain/access/members.ts'
import { ownerOfStream } from '#shared/domain/access/stream-owner.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { must } from '#shared/lib/assert.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { canonicalBytes, parseCanonical } from '#shared/sync/canonical-json.ts'
import { contentHash } from '#shared/sync/content-hash.ts'
import { EnvelopeContent } from '#shared/sync/envelope.ts'
import { entryHash } from '#shared/sync/feed-entry.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { readPushPage } from '#shared/sync/push-page.ts'
import type { PushPage } from '#shared/sync/push-page.ts'
import { readAccess } from '#server/devices/access-now.ts'
import type { LogWriter, StoredEvent } from '#server/log/server-log.ts'
import type { OpenServer } from '#server/open-server.ts'
import type { CommitOutcome } from './engine-calls.ts'

/** Takes the server's own reference data, which nobody else's rights bear on. */
export async function takeOwn(
  server: OpenServer,
  bytes: Uint8Array,
): Promise<Result<{ outcomes: CommitOutcome[]; rights: string }>> {
  const page = must(readPushPage(bytes), 'the server writes pages')
  const { units } = await readAccess(server.log)
  const contents = page.events.map(({ envelope }) => EnvelopeContent.parse(parseCanonical(envelope)))
  const feedsOf = (stream: string): readonly FeedName[] =>
    referenceMembers(units, ownerOfStream(stream, 'central')).map((each) => audienceName(each) as FeedName)
  return server.log.write(async (tx) => {
    const [end] = (await tx.deviceEnds(page.head.device)).filter(({ epoch }) => epoch === page.head.epoch)
    if (page.head.first !== (end?.sequence ?? 0) + 1) return refuse('sync-clone')
    const stored = await store(tx, server, { page, contents, feedsOf })
    await show(tx, server, { stored, feedsOf })
    const [commit] = page.head.commits
    return ok({
      outcomes: [{ commit: must(commit, 'a commit').commit, outcome: { kind: 'accepted', moved: [] } }],
      rights: '',
    })
  })
}

interface Own {
  readonly page: PushPage
  readonly contents: readonly EnvelopeContent[]
  readonly feedsOf: (stream: string) => readonly FeedName[]
}

async function store(
  tx: LogWriter,
  { ports }: OpenServer,
  { page, contents, feedsOf }: Own,
): Promise<readonly StoredEvent[]> {
  const rows = await tx.lockStreams([...new Set(contents.map(({ stream }) => stream))].toSorted())
  const lengths = new Map(rows.map(({ stream, length }) => [stream, length]))
  const { device, epoch, first, link } = page.head
  const stored = page.events.map((event, index): StoredEvent => {
    const { id, stream, commit } = must(contents[index], 'a content an event')
    const position = (lengths.get(stream) ?? 0) + 1
    lengths.set(stream, position)
    const hash = contentHash(ports.hash, event.envelope, event.facts)
    return { ...event, id, stream, commit, position, contentHash: hash, device, epoch, sequence: first + index }
  })
  await tx.insertEvents(stored)
  await tx.setStreams(
    rows.map((row) => ({ ...row, length: lengths.get(row.stream) ?? 0, feeds: feedsOf(row.stream).toSorted() })),
  )
  const linkBytes = Buffer.from(link, 'hex')
  const lastSequence = first + stored.length - 1
  await tx.insertCommits([
    {
      commit: must(stored[0], 'a commit has an event').commit,
      device,
      epoch,
      firstSequence: first,
      lastSequence,
      link: linkBytes,
      outcome: { kind: 'accepted', moved: [] },
      bytesHash: ports.hash(Buffer.concat(stored.map((event) => event.contentHash))),
      receivedAt: ports.clock.now(),
      doubtful: false,
      streams: rows.map(({ stream }) => stream),
    },
  ])
  await tx.setDeviceEnd({ device, epoch, sequence: lastSequence, link: linkBytes })
  return stored
}

async function show(
  tx: LogWriter,
  { ports }: OpenServer,
  { stored, feedsOf }: { readonly stored: readonly StoredEvent[]; readonly feedsOf: Own['feedsOf'] },
): Promise<void> {
  const feeds = [...new Set(stored.flatMap(({ stream }) => feedsOf(stream)))].toSorted()
  const ends = await tx.takeFeeds(feeds)
  const at = ports.clock.now()
  await tx.insertEntries(
    ends.map((end) => {
      const shown = stored.filter(({ stream }) => feedsOf(stream).includes(end.feed))
      const events = shown.map(({ id, stream, position, contentHash: hash, device, epoch, sequence }) => {
        return { id, stream, position, content: toHex(hash), device, epoch, sequence }
      })
      const { commit } = must(shown[0], 'a feed is shown something')
      const header = canonicalBytes({
        kind: 'commit',
        commit,
        verdict: 'accepted',
        facts: [],
        at,
        doubtful: false,
        events,
      })
      const sequence = end.sequence + 1
      const hash = entryHash(ports.hash, end.hash, { feed: end.feed, sequence, header })
      return { feed: end.feed, sequence, header, hash, withPrivate: shown.map(() => false) }
    }),
  )
}
