import { createMemoryLog } from '#server/log/memory-log.ts'
import type { LogReader, ServerLog } from '#server/log/server-log.ts'
import { appendPush } from '#server/engine/append-push.ts'
import { createEngine } from '#server/engine/engine.ts'
import type { Engine } from '#server/engine/engine.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import type { Wire } from '#core/sync-client/wire.ts'
import { wireVersion } from '#shared/contract/wire/contract.ts'
import { audienceName } from '#shared/domain/access/audience.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { sameBytes, toHex } from '#shared/sync/bytes.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import { EntryHeader, headBytes } from '#shared/sync/feed-entry.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { writeFeedPage } from '#shared/sync/feed-page.ts'
import { epochLink, noLink } from '#shared/sync/link.ts'
import { readPushPage } from '#shared/sync/push-page.ts'
import { sha256 } from '#test/support/sync/test-device.ts'
import { Crash } from './sim-store.ts'
import { instantAt, simIds, simSigning, startMs } from './sim-keys.ts'
import { randomOf } from './random.ts'
import type { Scheduler } from './scheduler.ts'
import { units } from './sim-tree.ts'

/*
 * The real engine over the memory log, whose transactions meet at every call in the order that the seed says. Devices,
 * credentials and HTTP are the world's: they have tests of their own.
 */
export interface SimServer {
  readonly engine: Engine
  readonly log: ServerLog
  readonly devices: Map<string, EnrolledDevice>
  enrol(device: {
    readonly id: string
    readonly unit: string
    readonly publicKey: Uint8Array
    readonly users: readonly string[]
  }): void
  /** The server as one machine calls it; without the network between. */
  wire(device: string): Wire
  /** Every transaction that runs is lost, and whoever asked gets no answer. */
  crash(): void
  readonly onAppended: (tell: (feeds: readonly FeedName[]) => void) => void
}

export interface SimServerOptions {
  readonly seed: number
  readonly scheduler: Scheduler
  readonly wrap?: (log: ServerLog) => ServerLog
}

export function createSimServer({ seed, scheduler, wrap = (log) => log }: SimServerOptions): SimServer {
  const random = randomOf(seed, 'server')
  let generation = 0
  const pause = async (): Promise<void> => {
    const mine = generation
    await scheduler.wait(random.int(4), 'log')
    if (mine !== generation) throw new Crash('the server died')
  }
  const log = wrap(createMemoryLog({ pause }))
  const engine = createEngine({
    log,
    server: { id: 'server-1', logEpoch: 1 },
    ports: {
      clock: { now: () => instantAt(scheduler.now()) },
      ids: simIds(() => startMs + scheduler.now(), randomOf(seed, 'server-ids')),
      hash: sha256,
      signing: simSigning(randomOf(seed, 'server-key')),
      journal: { info: () => {}, warn: scheduler.note, error: scheduler.note },
    },
  })
  const devices = new Map<string, EnrolledDevice>()
  return {
    engine,
    log,
    devices,
    enrol: ({ id, unit, publicKey, users }) => {
      const follows = epochLink(sha256, noLink, { device: id, epoch: 1, publicKey: toHex(publicKey) })
      const epochs = [{ epoch: 1, publicKey, follows }]
      devices.set(id, { id, unit, users, epochs, lastContact: null, stoodAloneUntil: null })
    },
    wire: (device) => wireOf({ engine, devices, now: () => instantAt(scheduler.now()) }, device),
    crash: () => {
      generation += 1
      engine.reference = null
    },
    onAppended: (tell) => void log.onAppended(tell),
  }
}

interface Serving {
  readonly engine: Engine
  readonly devices: Map<string, EnrolledDevice>
  readonly now: () => ReturnType<typeof instantAt>
}

const absent = async (): Promise<Result<never>> => refuse('sync-unreachable')

function wireOf(serving: Serving, id: string): Wire {
  const { engine, devices } = serving
  const device = (): EnrolledDevice => must(devices.get(id), 'an enrolled device')
  return {
    hello: async ({ epoch }) => ok(await engine.log.read((log) => hello(serving, { log, device: device(), epoch }))),
    push: async (bytes) => {
      const page = readPushPage(bytes)
      if (page === null) return refuse('sync-page-malformed', { detail: 'page' })
      const judging = { device: device(), now: serving.now(), confirmed: page.head.rights }
      const pushed = await appendPush(engine, judging, page)
      return pushed.ok ? ok({ outcomes: [...pushed.value.outcomes], rights: pushed.value.rights }) : pushed
    },
    pull: async ({ feed, after, limit }) => {
      const feeds = await engine.log.read((log) => feedsOf(engine, log, device()))
      if (!feeds.includes(feed)) return refuse('sync-feed-not-yours', { feed })
      return ok(await readPage(engine, { feed, after, limit: Math.min(limit, 40) }))
    },
    renew: async ({ epoch, publicKey, follows }) => renew(serving, id, { epoch, publicKey, follows }),
    snapshot: absent,
    part: absent,
    offer: async () => ok(null),
    retry: absent,
    withdraw: absent,
    takeNumbers: absent,
    findPerson: absent,
    prove: absent,
    setPassword: absent,
    bringVerifiers: absent,
  }
}

async function hello({ engine, now }: Serving, asked: { log: LogReader; device: EnrolledDevice; epoch: number }) {
  const { log, device, epoch } = asked
  const feeds = await feedsOf(engine, log, device)
  const ends = new Map((await log.feedEnds(feeds)).map((end) => [end.feed, end]))
  const own = (await log.deviceEnds(device.id)).find((end) => end.epoch === epoch)
  return {
    server: {
      id: engine.server.id,
      logEpoch: engine.server.logEpoch,
      publicKey: toHex(engine.ports.signing.publicKey),
    },
    wire: { now: wireVersion, oldest: wireVersion },
    time: now(),
    feeds: feeds.map((feed) => ({
      feed,
      sequence: ends.get(feed)?.sequence ?? 0,
      hash: toHex(ends.get(feed)?.hash ?? noLink),
    })),
    end: own === undefined ? null : { epoch, sequence: own.sequence, link: toHex(own.link) },
  }
}

/** The unit's feed, the device's own, and those of strict cases that name somebody who works at it. */
async function feedsOf(
  engine: Engine,
  log: LogReader,
  { id, unit, users }: EnrolledDevice,
): Promise<readonly FeedName[]> {
  const kind = units[unit as keyof typeof units].kind
  const own = kind === 'central' ? 'central' : `${kind}:${unit}`
  const ends = await log.allFeedEnds()
  const strict = ends.map(({ feed }) => feed).filter((feed) => feed.startsWith('case:'))
  const named = []
  for (const feed of strict) if (await isNamed(engine, log, { feed, users })) named.push(feed)
  return [own as FeedName, `device:${id}` as FeedName, ...named]
}

async function isNamed(
  engine: Engine,
  log: LogReader,
  { feed, users }: { readonly feed: FeedName; readonly users: readonly string[] },
): Promise<boolean> {
  const [row] = await log.readStreams([feed])
  if (row === undefined || !row.feeds.includes(feed)) return false
  const { readCases } = await import('#server/engine/load-streams.ts')
  const state = (await readCases(engine, log, [row])).get(feed)
  return state?.kind === 'case' && state.namedUsers.some((user) => users.includes(user))
}

async function readPage(
  engine: Engine,
  { feed, after, limit }: { readonly feed: FeedName; readonly after: number; readonly limit: number },
): Promise<Uint8Array> {
  const { id, logEpoch } = engine.server
  return engine.log.read(async (log) => {
    const rows = await log.readEntries({ feed, after: Math.max(0, after - 1), limit: limit + 1 })
    const before = rows.find(({ sequence }) => sequence === after)?.hash ?? noLink
    const entries = rows.filter(({ sequence }) => sequence > after)
    const last = entries.at(-1)
    const [end] = await log.feedEnds([feed])
    const hash = toHex(last?.hash ?? before)
    const sequence = last?.sequence ?? after
    const signature = engine.ports.signing.sign(headBytes({ server: id, logEpoch, feed, sequence, hash }))
    return writeFeedPage({
      head: {
        feed,
        server: id,
        logEpoch,
        before: toHex(before),
        from: entries[0]?.sequence ?? after + 1,
        sequence,
        hash,
        signature: toHex(signature),
        end: end?.sequence ?? 0,
      },
      entries: entries.map(({ sequence: at, header, events }) => ({
        sequence: at,
        header: EntryHeader.parse(parseCanonical(header)),
        headerBytes: header,
        events,
      })),
    })
  })
}

async function renew(
  { engine, devices }: Serving,
  id: string,
  asked: Parameters<Wire['renew']>[0],
): ReturnType<Wire['renew']> {
  const device = must(devices.get(id), 'an enrolled device')
  if (device.epochs.some(({ epoch }) => epoch >= asked.epoch)) return refuse('sync-epoch-known', { epoch: asked.epoch })
  const before = await linkFollowed(engine, device, asked.follows)
  if (before === null) return refuse('sync-clone')
  const follows = epochLink(sha256, before, { device: id, epoch: asked.epoch, publicKey: asked.publicKey })
  const publicKey = Buffer.from(asked.publicKey, 'hex')
  devices.set(id, { ...device, epochs: [...device.epochs, { epoch: asked.epoch, publicKey, follows }] })
  return ok({ epoch: asked.epoch })
}

async function linkFollowed(
  engine: Engine,
  device: EnrolledDevice,
  follows: Parameters<Wire['renew']>[0]['follows'],
): Promise<Uint8Array | null> {
  if (follows === null || follows.sequence === 0) return noLink
  const { epoch, sequence } = follows
  const link = await engine.log.read((log) => log.linkAt({ device: device.id, epoch, sequence }))
  return link !== null && sameBytes(link, Buffer.from(follows.link, 'hex')) ? link : null
}

export const ownFeed = (unit: string): FeedName => {
  const { kind } = units[unit as keyof typeof units]
  return (kind === 'central' ? audienceName({ kind: 'central' }) : `${kind}:${unit}`) as FeedName
}
