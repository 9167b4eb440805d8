/** Made-up commits for tests of the log: bytes and places are right, what they mean is nobody's business here. */
import { createHash, randomBytes } from 'node:crypto'
import { canonicalBytes } from '#shared/sync/canonical-json.ts'
import { contentHash } from '#shared/sync/content-hash.ts'
import { entryHash, FeedName } from '#shared/sync/feed-entry.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { must } from '#shared/lib/assert.ts'
import type { EntryRow, LogWriter, ServerLog, StoredCommit, StoredEvent } from '#server/log/server-log.ts'
import type { Outcome } from '#shared/sync/outcome.ts'

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** A time-ordered id, as a machine would make it. */
export function newId(): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = 0x70 | (must(bytes[6], '16 bytes') & 0x0f)
  bytes[8] = 0x80 | (must(bytes[8], '16 bytes') & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export const newFeed = (): FeedName => FeedName.parse(`office:${newId()}`)
export const newStream = (): string => `case:${newId()}`
export const newDevice = (): string => `device-${newId()}`

export interface MadeEvent {
  readonly id: string
  readonly stream: string
  readonly envelope: Uint8Array
  readonly facts: Uint8Array
  readonly private: Uint8Array | null
  readonly contentHash: Uint8Array
}

export interface MadeCommit {
  readonly commit: string
  readonly device: string
  readonly epoch: number
  readonly first: number
  readonly events: readonly MadeEvent[]
}

export function makeEvent(stream: string, size = 300, type = 'note.added'): MadeEvent {
  const id = newId()
  const envelope = canonicalBytes({ id, stream, type, version: 1, text: 'ملاحظة'.repeat(20) })
  const facts = canonicalBytes({ size, text: 'x'.repeat(size) })
  const secret = canonicalBytes({ name: `${id} \u0001` })
  return { id, stream, envelope, facts, private: secret, contentHash: contentHash(sha256, envelope, facts) }
}

export function makeCommit(streams: readonly string[], place: Partial<MadeCommit> = {}): MadeCommit {
  return {
    commit: newId(),
    device: place.device ?? newDevice(),
    epoch: place.epoch ?? 1,
    first: place.first ?? 1,
    events: place.events ?? streams.map((stream) => makeEvent(stream)),
  }
}

export const accepted: Outcome = { kind: 'accepted', moved: [] }
export const held: Outcome = { kind: 'held', reason: { code: 'sync-newer', params: { type: 'case.newer' } } }

export function storedCommit(made: MadeCommit, outcome: Outcome = accepted): StoredCommit {
  const link = sha256(canonicalBytes(['link', made.commit]))
  return {
    commit: made.commit,
    device: made.device,
    epoch: made.epoch,
    firstSequence: made.first,
    lastSequence: made.first + made.events.length - 1,
    link,
    outcome,
    bytesHash: sha256(Buffer.concat(made.events.map((event) => event.contentHash))),
    receivedAt: '2026-11-27T10:00:00.000Z',
    doubtful: false,
    streams: [...new Set(made.events.map(({ stream }) => stream))].toSorted(),
  }
}

/** As it is kept where it stands in no stream. */
export const keptOf = (made: MadeCommit) => ({
  commit: made.commit,
  events: made.events.map(({ envelope, facts, private: secret, contentHash }, index) => ({
    envelope,
    facts,
    private: secret,
    contentHash,
    sequence: made.first + index,
  })),
})

/** What an engine does with commits, without judging them: one transaction, in the order of the port. */
export async function appendAll(
  log: LogWriter,
  commits: readonly MadeCommit[],
  feeds: readonly FeedName[],
): Promise<readonly StoredEvent[]> {
  const names = [...new Set(commits.flatMap(({ events }) => events.map(({ stream }) => stream)))]
  const lengths = new Map((await log.lockStreams(names)).map(({ stream, length }) => [stream, length]))
  const events = commits.flatMap((made) =>
    made.events.map((event, index): StoredEvent => {
      const position = must(lengths.get(event.stream), 'locked') + 1
      lengths.set(event.stream, position)
      const { device, epoch, commit } = made
      return { ...event, position, commit, device, epoch, sequence: made.first + index }
    }),
  )
  await log.insertEvents(events)
  await log.insertCommits(commits.map((made) => storedCommit(made)))
  await log.setStreams([...lengths].map(([stream, length]) => ({ stream, length, feeds, notes: ['open'] })))
  const last = must(commits.at(-1), 'a commit')
  const { device, epoch, lastSequence, link } = storedCommit(last)
  await log.setDeviceEnd({ device, epoch, sequence: lastSequence, link })
  await log.insertEntries(await entriesOf(log, { commits, events, feeds }))
  return events
}

async function entriesOf(
  log: LogWriter,
  of: { commits: readonly MadeCommit[]; events: readonly StoredEvent[]; feeds: readonly FeedName[] },
): Promise<readonly EntryRow[]> {
  const eventsOf = Map.groupBy(of.events, ({ commit }) => commit)
  const ends = await log.takeFeeds(of.feeds)
  return ends.flatMap((end) => {
    let { sequence, hash } = end
    return of.commits.map(({ commit }): EntryRow => {
      sequence += 1
      const shown = eventsOf.get(commit) ?? []
      const header = headerOf(commit, shown)
      hash = entryHash(sha256, hash, { feed: end.feed, sequence, header })
      return { feed: end.feed, sequence, hash, header, withPrivate: shown.map(() => end.feed.startsWith('office:')) }
    })
  })
}

const headerOf = (commit: string, events: readonly StoredEvent[]): Uint8Array =>
  canonicalBytes({
    kind: 'commit',
    commit,
    verdict: 'accepted',
    facts: [],
    at: '2026-11-27T10:00:00.000Z',
    doubtful: false,
    events: events.map(({ id, stream, position, device, epoch, sequence, ...event }) => {
      return { id, stream, position, device, epoch, sequence, content: toHex(event.contentHash) }
    }),
  })

/** Appends one commit in a transaction of its own. */
export const append = (log: ServerLog, made: MadeCommit, feeds: readonly FeedName[]): Promise<readonly StoredEvent[]> =>
  log.write((writer) => appendAll(writer, [made], feeds))

/** A value with its byte strings as hexadecimal: stores answer with any kind of byte string. */
export function plainly(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (Array.isArray(value)) return value.map(plainly)
  if (value instanceof Map) return plainly(Object.fromEntries(value))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plainly(part)]))
}

export const inOrder = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
