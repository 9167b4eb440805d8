import { must } from '#shared/lib/assert.ts'
import { refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { ConnectionInput, ConnectionState, Work } from '#shared/sync/connection.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { changeFold } from '#core/store/change-fold.ts'
import { openChain } from '#core/store/chain.ts'
import { listOwnCommits } from '#core/store/own-commits.ts'
import type { Chain } from '#core/store/chain.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { writeSetting } from '#core/store/settings.ts'
import { sweepLeftovers } from '#core/store/sweep-leftovers.ts'
import type { SyncClient } from '#core/sync-client/client.ts'
import { BlobRunner } from '#core/sync-client/blob-runner.ts'
import { Driver } from '#core/sync-client/driver.ts'
import type { LiveEars } from '#core/sync-client/live-channel.ts'
import { judgeAgain, withdrawHeld } from '#core/sync-client/held-commits.ts'
import { readMembership, writeMembership } from '#core/sync-client/membership.ts'
import { exchange } from '#core/sync-client/round.ts'
import type { Wire } from '#core/sync-client/wire.ts'
import type { Caller } from '#core/services/caller.ts'
import { forgetAgain } from '#core/services/forget-again.ts'
import { runDuties } from '#core/services/duties.ts'
import type { Upload } from '#core/services/uploads.ts'
import { lastSeq } from '#core/store/read-stream.ts'
import { createChanges } from '#core/services/changes.ts'
import { continueNumbersAfterRestore } from '#core/services/numbers.ts'
import { localDateOf } from '#shared/domain/clock/working-time.ts'
import { restorePlaces } from '#shared/domain/numbering/continue-after-restore.ts'
import type { Office } from '#core/services/office.ts'
import { enrolledUnitKey, readReferenceData } from '#core/services/reference-data.ts'
import { takeReceived } from '#core/services/take-received.ts'
import { silentLog } from '#core/system-ports.ts'
import type { Fault } from './faults.ts'
import { NoAnswer } from './network.ts'
import type { Network } from './network.ts'
import { randomOf } from './random.ts'
import type { Random } from './random.ts'
import type { Scheduler } from './scheduler.ts'
import { SimDisk } from './sim-disk.ts'
import { simBlobWire, simPartBytes } from './sim-blobs.ts'
import { instantAt, simIds, simSigner, startMs } from './sim-keys.ts'
import type { SimServer } from './sim-server.ts'
import { openSimLive } from './sim-live.ts'
import type { SimLive } from './sim-live.ts'
import { wireOf } from './sim-wire.ts'
import { units } from './sim-tree.ts'
import { Crash, openSimStore } from './sim-store.ts'
import type { SimStore } from './sim-store.ts'

/** Small, so that a queue is several pushes, two of them under way. */
const bytesAPush = 16 * 1024

/*
 * One machine: the real store, the real services of the core, the real client engine and its connection's state machine.
 * Its clock may be wrong by years. When it dies, what ran dies with it: nothing of an earlier life touches the store again.
 */
export interface MachineOptions {
  readonly name: string
  /** Device ids are the same for a clone. */
  readonly device: string
  readonly unit: string
  readonly index: number
  readonly skewMs: number
  readonly seed: number
  readonly scheduler: Scheduler
  readonly network: Network
  readonly server: SimServer
  readonly fault: Fault
  /** A restored or cloned machine begins with somebody's file, and a restored one with a later epoch. */
  readonly copyOf?: Uint8Array
  readonly files?: SimDisk
  readonly epoch?: number
}

const dayMs = 86_400_000
const yearOf = (ms: number): number => new Date(ms).getUTCFullYear()

const lastCommitOf = (db: ReadableDb): number => db.value<number | null>('SELECT max(first_seq) FROM commits') ?? 0

export class SimMachine {
  readonly options: MachineOptions
  readonly random: Random
  readonly ids: ReturnType<typeof simIds>
  store: SimStore
  chain!: Chain
  office: Office | null = null
  life = 0
  /** Place of the last commit before the last work. */
  commitBefore = 0
  /** Stops that only a person lifts, as codes. */
  readonly stops: string[] = []
  readonly failures: string[] = []
  #driver: Driver
  #blobs: BlobRunner
  readonly disk: SimDisk
  /** Files that were taken in on this machine, by address. */
  readonly uploads = new Map<string, Upload>()
  live: SimLive | null = null

  constructor(options: MachineOptions) {
    this.options = options
    this.random = randomOf(options.seed, `machine ${options.name}`)
    this.ids = simIds(
      () => startMs + options.scheduler.time() + options.skewMs,
      randomOf(options.seed, `ids ${options.name}`),
    )
    this.store = openSimStore(options.copyOf, options.fault.db)
    this.disk = options.files ?? new SimDisk()
    this.#openChain(options.epoch ?? 1)
    if (options.copyOf === undefined) this.#enrol()
    this.refresh()
    this.#driver = this.#newDriver()
    this.#blobs = this.#newBlobs()
  }

  get name(): string {
    return this.options.name
  }

  now(): ReturnType<typeof instantAt> {
    return instantAt(this.options.scheduler.time() + this.options.skewMs)
  }

  #openChain(epoch: number): void {
    const { device, seed } = this.options
    // A clone has the same key in the same epoch; a later epoch's is its own.
    const owner = epoch === 1 ? device : `${this.name} ${epoch}`
    const signer = simSigner(device, epoch, randomOf(seed, `key ${owner} ${epoch}`))
    this.chain = openChain(this.store.db, signer)
  }

  #enrol(): void {
    const { db } = this.store
    const { server, unit } = this.options
    const { id, logEpoch } = server.engine.server
    db.transaction(() => {
      writeMembership(db, {
        url: 'http://127.0.0.1:1',
        credential: 'x',
        server: { id, logEpoch, publicKey: toHex(server.engine.ports.signing.publicKey) },
        unit: { id: unit, kind: units[unit as keyof typeof units].kind, code: 'TST', office: null },
        epoch: 1,
        joinedAt: this.now(),
        lastContact: null,
        mayHide: false,
        recovering: false,
        verifiersDue: false,
      })
      writeSetting(db, enrolledUnitKey, unit)
    })
  }

  /** A restored machine draws where it goes on numbering, as the core does. */
  continueNumbers(): void {
    const { db } = this.store
    const lot = randomOf(this.options.seed, `lot ${this.name} ${this.chain.epoch}`).int(restorePlaces)
    const year = Number(localDateOf('Asia/Amman', this.now()).slice(0, 4))
    db.transaction(() => continueNumbersAfterRestore(db, { year, lot, highest: null }))
  }

  /** Behind a forgetting, as the core does. */
  sweep(): void {
    const { life } = this
    this.#ofThisLife(life, sweepLeftovers(this.store.db, this.client().effects)).catch((error: unknown) => {
      if (life === this.life) this.#died(error)
    })
  }

  /** Whoever was forgotten in the life before is forgotten in what its backup brought (S19). */
  applyLedger(): void {
    const { db, projections } = this.store
    if (this.options.fault.hasNoLedger === true) return
    const again = { chain: this.chain, now: this.now(), ids: this.ids }
    db.transaction(() => changeFold(db, projections, () => forgetAgain(db, this.disk.ledger, again)))
  }

  /** Reference data as the store has them now; without any, nobody can work here yet. */
  refresh(): void {
    const reference = readReferenceData(this.store.db)
    if (reference === null) return
    if (this.office !== null) this.office.reference = reference
    else this.office = this.#officeWith(reference)
  }

  #received(streams: ReadonlySet<string>): void {
    if (this.office === null) this.refresh()
    else takeReceived(this.office, streams)
    if (this.state.kind === 'resting') void this.#blobs.wake()
  }

  #officeWith(reference: Office['reference']): Office {
    const chain = (): Chain => this.chain
    return {
      store: this.store,
      get chain() {
        return chain()
      },
      ports: { clock: { now: () => this.now() }, ids: this.ids, log: silentLog, secrets: null, folder: '/nowhere' },
      changes: createChanges(),
      uploads: {
        find: () => null,
        at: (address: string) => this.uploads.get(address) ?? null,
        all: () => [...this.uploads.values()],
        forget: (gone: readonly Upload[]) => gone.forEach(({ address }) => this.uploads.delete(address)),
      } as never,
      // What was written is told by the story, when its command is over.
      sync: { written: () => {}, lastContact: () => readMembership(this.store.db)?.lastContact ?? null } as never,
      automation: true,
      zoneVersion: 'sim',
      onClose: [],
      reference,
    } as unknown as Office
  }

  caller(user: string): Caller | null {
    const known = this.office?.reference.users.get(user)
    if (known === undefined || this.office === null || !known.active) return null
    return { user: known, id: known.id, rights: this.office.reference.rightsOf(known), session: 'sim', via: 'cli' }
  }

  /** Runs work of a person; a crash in the middle kills the machine. Out: what the work gave, null when it died. */
  work<T>(what: () => T): T | null {
    this.commitBefore = lastCommitOf(this.store.db)
    try {
      return what()
    } catch (error) {
      if (!(error instanceof Crash)) throw error
      this.crash()
      return null
    }
  }

  /** Whether the last work wrote one: a command may have nothing to say. */
  get hasWritten(): boolean {
    return lastCommitOf(this.store.db) > this.commitBefore
  }

  /** Nothing of this life goes on. */
  end(): void {
    this.life += 1
    this.#driver.tell({ kind: 'leave' })
    this.#blobs.end()
    this.live = null
  }

  crash(): void {
    this.end()
    this.office = null
    this.options.scheduler.note(`${this.name} died`)
    const { life } = this
    this.options.scheduler.after(200 + this.random.int(20_000), `${this.name} starts`, () => {
      if (life === this.life) this.work(() => this.start())
    })
  }

  start(): void {
    this.store.revive()
    this.#openChain(this.chain.epoch)
    this.refresh()
    this.#driver = this.#newDriver()
    this.#blobs = this.#newBlobs()
    this.input({ kind: 'join' })
  }

  get state(): ConnectionState {
    return this.#driver.state
  }

  input(input: ConnectionInput): void {
    this.#driver.tell(input)
    if (input.kind === 'written') void this.#blobs.wake()
    if (input.kind === 'pressed') this.work(() => void this.#blobs.hurry())
  }

  #newBlobs(): BlobRunner {
    const { life } = this
    const { scheduler, server, network, device } = this.options
    const ofThisLife = <T>(promise: Promise<T>): Promise<T> => this.#ofThisLife(life, promise)
    return new BlobRunner({
      db: this.store.db,
      files: this.disk,
      wire: simBlobWire({ name: this.name, network, ofThisLife, server, device }),
      partBytes: simPartBytes,
      now: () => startMs + scheduler.time() + this.options.skewMs,
      after: (ms, work) => scheduler.after(ms, `${this.name} files`, work),
      onChange: () => {},
      onFault: (error) => life === this.life && this.#died(error),
    })
  }

  #died(error: unknown): void {
    if (error instanceof Crash) this.crash()
    // A program that meets what cannot be ends; what it said is part of the story's end.
    else this.fail(error)
  }

  /** Duties that a desktop writes by itself (E-01); each is a commit. */
  async runDuties(): Promise<readonly string[]> {
    const { office, store } = this
    if (office === null) return []
    const before = lastSeq(store.db)
    await runDuties(office)
    if (store.isDead()) this.crash()
    return store.db.all<{ id: string }>('SELECT id FROM commits WHERE first_seq > ?', before).map(({ id }) => id)
  }

  #newDriver(): Driver {
    const { life } = this
    const { scheduler, server, network, device } = this.options
    return new Driver({
      client: this.client(),
      round: (work) => this.#round(life, work),
      after: (ms, work) => scheduler.after(ms, `${this.name} timer`, work),
      jitter: () => this.random.int(1000),
      openLive: (ears) => {
        this.live = openSimLive({ name: this.name, device, server, network, scheduler, ears: this.#earsOf(life, ears) })
        return this.live
      },
      onState: (state) => {
        if (life !== this.life || state.kind !== 'stopped') return
        this.stops.push(state.reason.code)
        scheduler.note(`${this.name} stops: ${state.reason.code}`)
      },
    })
  }

  /** A channel speaks to the life that opened it. */
  #earsOf(life: number, ears: LiveEars): LiveEars {
    const isNow = (): boolean => life === this.life
    return {
      opened: () => isNow() && ears.opened(),
      lost: () => isNow() && ears.lost(),
      page: (bytes) => isNow() && ears.page(bytes),
      notice: (notice) => isNow() && ears.notice(notice),
    }
  }

  async #round(life: number, work: Work): Promise<Result<null>> {
    try {
      const hiding = this.#hiding()
      const done = await this.#ofThisLife(life, exchange(this.client(), work))
      hiding()
      if (done.ok) void this.#blobs.wake()
      return done
    } catch (error) {
      if (life === this.life) this.#died(error)
      return new Promise(() => {})
    }
  }

  /** S18: many cases go only with a person's word. */
  #hiding(): () => void {
    const { db } = this.store
    const held = (): number => db.value<number>('SELECT count(*) FROM case_states') ?? 0
    const [before, mayHide] = [held(), readMembership(db)?.mayHide]
    return () => {
      const gone = before - held()
      if (gone >= 20 && gone > before * 0.05 && mayHide !== true)
        this.failures.push(`S18 ${gone} of ${before} cases were hidden without a word`)
    }
  }

  fail(error: unknown): void {
    this.failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
    this.end()
  }

  /** A person decides about one of the held commits; without an answer it stays held. */
  decideHeld(pick: number, isBack: boolean): void {
    const held = listOwnCommits(this.store.db, 'held', 100)
    const commit = held[pick % Math.max(1, held.length)]?.commit
    if (commit === undefined || this.office === null) return
    const { life } = this
    const client = this.client()
    const asked = isBack ? withdrawHeld(client, commit, 'taken back') : judgeAgain(client, commit)
    this.#ofThisLife(life, asked).catch((error: unknown) => {
      if (life === this.life) this.#died(error)
    })
  }

  client(): SyncClient {
    const { life } = this
    const { scheduler, skewMs } = this.options
    return {
      store: this.store,
      ports: { clock: { now: () => this.now() }, ids: this.ids, log: silentLog },
      wire: this.#wire(life),
      snapshotFrom: 30,
      bytesAPush,
      chain: () => this.chain,
      startEpoch: (epoch) => this.#openChain(epoch),
      reopenChain: () => this.#openChain(this.chain.epoch),
      rights: () => this.office?.reference.rightsVersion ?? '',
      numberYears: () => [
        ...new Set([0, 30 * dayMs].map((ahead) => yearOf(startMs + scheduler.time() + skewMs + ahead))),
      ],
      effects: {
        onReceived: (streams) => this.#received(streams),
        noteForgotten: (people) => void this.disk.ledger.push(...people),
        removeFiles: (addresses) => this.#ofThisLife(life, this.#removeFiles(addresses)),
        sweepIndex: () => Promise.resolve(),
        renewBackups: () => Promise.resolve(true),
      },
      breathe: () => this.#ofThisLife(life, scheduler.wait(1, `${this.name} breathes`)),
    }
  }

  /** The machine may die between a case's going and its files'. */
  async #removeFiles(addresses: readonly string[]): Promise<void> {
    for (const address of addresses) {
      await this.options.scheduler.wait(1, `${this.name} removes a file`)
      await this.disk.remove(address)
    }
  }

  /** What belongs to an earlier life never goes on. */
  #ofThisLife<T>(life: number, promise: Promise<T>): Promise<T> {
    return promise.then((value) => (life === this.life ? value : new Promise<T>(() => {})))
  }

  #wire(life: number): Wire {
    const { network, server, device } = this.options
    const direct = wireOf(server, device) as unknown as Record<string, (input: unknown) => Promise<Result<unknown>>>
    const calls = Object.entries(direct).map(([name, serve]) => [
      name,
      (input: unknown) =>
        this.#ofThisLife(
          life,
          network
            .call(this.name, name, () => unlessDead(() => serve(input)))
            .catch((error: unknown) => {
              if (error instanceof NoAnswer) return refuse('sync-unreachable')
              throw error
            }),
        ),
    ])
    return Object.fromEntries(calls) as unknown as Wire
  }

  get membershipEpoch(): number {
    return must(readMembership(this.store.db), 'joined').epoch
  }
}

/** A server that died answers nobody. */
async function unlessDead<T>(serve: () => Promise<T>): Promise<T> {
  try {
    return await serve()
  } catch (error) {
    if (error instanceof Crash) return new Promise<T>(() => {})
    throw error
  }
}
