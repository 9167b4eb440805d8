import { wireVersion } from '#shared/contract/wire/contract.ts'
import { audienceName } from '#shared/domain/access/audience.ts'
import { toHex } from '#shared/sync/bytes.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { epochLink, noLink } from '#shared/sync/link.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { readPushPage } from '#shared/sync/push-page.ts'
import { must } from '#shared/lib/assert.ts'
import { serverDevice } from '#server/devices/own-push.ts'
import { ownWriter } from '#server/devices/own-writer.ts'
import { runDuties } from '#server/duties/run-duties.ts'
import type { DutyRun } from '#server/duties/run-duties.ts'
import { restoreLots } from '#server/devices/take-numbers.ts'
import { appendPush } from '#server/engine/append-push.ts'
import { createEngine } from '#server/engine/engine.ts'
import type { Engine } from '#server/engine/engine.ts'
import { decideOffer, listOffers } from '#server/engine/offer.ts'
import { createMemoryLog } from '#server/log/memory-log.ts'
import type { MemoryLog } from '#server/log/memory-log.ts'
import { copyTables } from '#server/log/memory/memory-tables.ts'
import type { MemoryTables } from '#server/log/memory/memory-tables.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import type { EnrolledDevice, OwnEvent, ServerPorts } from '#server/ports.ts'
import { sha256 } from '#test/support/sync/test-device.ts'
import { noBlobs } from './sim-blobs.ts'
import type { SimBlobs } from './sim-blobs.ts'
import { Crash } from './sim-store.ts'
import { instantAt, simIds, simSigning, startMs } from './sim-keys.ts'
import { randomOf } from './random.ts'
import type { Scheduler } from './scheduler.ts'
import type { SimLive } from './sim-live.ts'
import { units } from './sim-tree.ts'

/*
 * The real engine over the memory log, whose transactions meet at every call in the order that the seed says. Devices,
 * credentials and HTTP are the world's: they have tests of their own.
 */
export interface SimServer {
  readonly engine: Engine
  readonly ports: ServerPorts
  /** Machines that it knows; a backup holds them as they were. */
  readonly devices: Map<string, EnrolledDevice>
  readonly revoked: Set<string>
  /** Devices whose credential ends after so many calls. */
  readonly expiring: Map<string, number>
  /** Whether a commit is durable at this moment; a real database is not looked into beside its own answers. */
  isDurable(commit: string): boolean
  /** Whether it has an event, in its log or on offer, as it stands now. */
  holdsEvent(id: string): boolean
  /** Answers that were given before they were durable (SYNC-APPEND-1). */
  readonly early: string[]
  /** What was confirmed by the push of a device that came at a time (S14). */
  readonly confirmed: Map<string, Set<string>>
  /** Commits that were held once. */
  readonly everHeld: Set<string>
  /** Open live channels. */
  readonly lives: Set<SimLive>
  /** Blocks given out, by office and year (SYNC-NUM-1). */
  readonly blocks: Map<string, number>
  /** Files, and what came of others. */
  readonly blobs: SimBlobs
  enrol(device: {
    readonly id: string
    readonly unit: string
    readonly publicKey: Uint8Array
    readonly users: readonly string[]
  }): void
  /** One commit of the server's own, through the same door as a machine's. */
  own(events: readonly OwnEvent[]): Promise<Outcome>
  /** What has fallen due, by so many runners at once. Out: how many duties were taken. */
  duties(runners: number): Promise<number>
  /** Every transaction that runs is lost, and whoever asked gets no answer. */
  crash(): void
  backUp(): void
  /** The last backup becomes the server; silently, so that it does not know. Out: whether there was one. */
  restore(isSilent: boolean): boolean
  /** A head that it signed told it that it was put back (SYNC-RECOVER-10). */
  beginAnew(): void
  /** The central unit's word on everything that was offered. Out: how many. */
  decideOffers(take: () => boolean): Promise<number>
}

export interface SimServerOptions {
  readonly seed: number
  readonly scheduler: Scheduler
  readonly wrap?: (log: ServerLog) => ServerLog
  /** A real store in the place of the one in memory: it never crashes and has no backup here. */
  readonly log?: ServerLog
}

interface Copy {
  readonly logEpoch: number
  readonly image: MemoryTables
  readonly devices: ReadonlyMap<string, EnrolledDevice>
  readonly revoked: ReadonlySet<string>
  readonly blocks: ReadonlyMap<string, number>
  readonly files: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly device: string }>
}

/** Small, so that a story fills machines by parts (SYNC-SNAP-1), and that a push is under way to the log while it is judged. */
const entriesAPart = 12
const eventsAtOnce = 2

/** SYNC-RECOVER-5: as `takeBlock` and `skipBlocks` do it. */
const skippedAtLeast = 100

export function createSimServer(options: SimServerOptions): SimServer {
  const { seed, scheduler, wrap = (log) => log } = options
  const random = randomOf(seed, 'server')
  const [devices, revoked, blocks] = [new Map<string, EnrolledDevice>(), new Set<string>(), new Map<string, number>()]
  const lives = new Set<SimLive>()
  const blobs = noBlobs(options.log === undefined ? randomOf(seed, 'files') : null)
  let [generation, logEpoch, epochs] = [0, 1, 1]
  let copy: Copy | null = null
  const ports: ServerPorts = {
    clock: { now: () => instantAt(scheduler.time()) },
    ids: simIds(() => startMs + scheduler.time(), randomOf(seed, 'server-ids')),
    hash: sha256,
    signing: simSigning(randomOf(seed, 'server-key')),
    journal: { info: () => {}, warn: scheduler.note, error: scheduler.note },
  }
  const open = (image?: MemoryTables): { memory: MemoryLog; engine: Engine; runner: DutyRun } => {
    const mine = (generation += 1)
    const pause = async (): Promise<void> => {
      await scheduler.wait(random.int(4), 'log')
      if (mine !== generation) throw new Crash('the server died')
    }
    const memory = createMemoryLog({ pause, ...(image === undefined ? {} : { image }) })
    const log = wrap(options.log ?? memory)
    log.onAppended((feeds) => {
      for (const live of lives) for (const feed of feeds) live.wake(feed)
    })
    const engine = createEngine({ log, server: { id: 'server-1', logEpoch }, ports, entriesAPart, eventsAtOnce })
    return { memory, engine, runner: runnerOf(engine) }
  }
  let { memory, engine, runner } = open()
  const reopen = (image: MemoryTables): void => {
    for (const live of lives) live.lose()
    ;({ memory, engine, runner } = open(image))
  }
  /** As `beginLogEpoch` does it. */
  const skipOn = (): void => {
    logEpoch = epochs += 1
    const skipped = skippedAtLeast + randomOf(seed, `restore ${logEpoch}`).int(restoreLots)
    for (const [key, given] of blocks) blocks.set(key, given + skipped)
  }
  return {
    get engine() {
      return engine
    },
    isDurable: (commit) => options.log !== undefined || memory.tables.commits.rows.has(commit),
    holdsEvent: (id) => memory.tables.events.rows.has(id) || memory.tables.kept.lists.has(id),
    ports,
    devices,
    revoked,
    expiring: new Map(),
    blocks,
    blobs,
    early: [],
    confirmed: new Map(),
    everHeld: new Set(),
    lives,
    enrol: (device) => void devices.set(device.id, newDevice(device)),
    own: (events) => ownCommit(engine, events),
    duties: (runners) => runAll(runner, runners),
    crash: () => reopen(memory.tables),
    backUp: () => {
      const [known, gone, given] = [new Map(devices), new Set(revoked), new Map(blocks)]
      const files = new Map(blobs.whole)
      copy = { logEpoch, image: copyTables(memory.tables), devices: known, revoked: gone, blocks: given, files }
    },
    restore: (isSilent) => {
      if (copy === null) return false
      logEpoch = copy.logEpoch
      replace(devices, copy.devices)
      // Files stand beside the database, those of given blocks too: one that was put back by its own means has them still.
      if (!isSilent) replace(blobs.whole, copy.files)
      blobs.uploads.clear()
      revoked.clear()
      for (const id of copy.revoked) revoked.add(id)
      if (!isSilent) {
        const years = [...blocks.keys(), ...copy.blocks.keys()]
        replace(blocks, new Map(years.map((key) => [key, copy?.blocks.get(key) ?? 0])))
        skipOn()
      }
      reopen(copy.image)
      return true
    },
    beginAnew: () => {
      scheduler.note('the server was put back, by its own word')
      skipOn()
      for (const live of lives) live.lose()
      // Over the same log: what it does not know, it does not lose.
      engine = createEngine({ ...engine, server: { id: 'server-1', logEpoch } })
      runner = runnerOf(engine)
    },
    decideOffers: (take) => decideAll(engine, take),
  }
}

function replace<K, V>(map: Map<K, V>, by: ReadonlyMap<K, V>): void {
  map.clear()
  for (const [key, value] of by) map.set(key, value)
}

function newDevice({ id, unit, publicKey, users }: Parameters<SimServer['enrol']>[0]): EnrolledDevice {
  const follows = epochLink(sha256, noLink, { device: id, epoch: 1, publicKey: toHex(publicKey) })
  const epochs = [{ epoch: 1, publicKey, follows }]
  return { id, unit, users, epochs, lastContact: null, stoodAloneUntil: null, joinedAt: 0 }
}

const writerOf = (engine: Engine): ReturnType<typeof ownWriter> => {
  const { log, ports } = engine
  const judging = { device: serverDevice(ports), confirmed: '' }
  const push = (bytes: Uint8Array) => {
    const page = must(readPushPage(bytes), 'the server writes pages as they are read')
    return appendPush(engine, { ...judging, now: ports.clock.now() }, page)
  }
  return ownWriter({ log, ports, push })
}

async function ownCommit(engine: Engine, events: readonly OwnEvent[]): Promise<Outcome> {
  const written = await writerOf(engine)(events)
  if (!written.ok) throw new Error(`the server's own commit: ${JSON.stringify(written.refusal)}`)
  return written.value
}

function runnerOf(engine: Engine): DutyRun {
  const write = writerOf(engine)
  return { engine, timetable: new Map(), rules: null, write: (event) => write([event]) }
}

/** The first runner knows what it found before; a second one is a server whose lease lapsed while it ran. */
async function runAll(first: DutyRun, runners: number): Promise<number> {
  const others = Array.from({ length: runners - 1 }, () => runnerOf(first.engine))
  const taken = await Promise.all([first, ...others].map(runDuties))
  return taken.reduce((sum, each) => sum + each, 0)
}

async function decideAll(engine: Engine, take: () => boolean): Promise<number> {
  const offers = await listOffers(engine)
  for (const { offer, whole } of offers)
    await decideOffer(engine, serverDevice(engine.ports), { offer, take: whole && take() })
  return offers.length
}

export const serverIdentity = ({ server, ports }: Engine) => ({
  id: server.id,
  logEpoch: server.logEpoch,
  publicKey: toHex(ports.signing.publicKey),
})

export const spokenWire = { now: wireVersion, oldest: wireVersion }

export const ownFeed = (unit: string): FeedName => {
  const { kind } = units[unit as keyof typeof units]
  return (kind === 'central' ? audienceName({ kind: 'central' }) : `${kind}:${unit}`) as FeedName
}
