import { must } from '#shared/lib/assert.ts'
import type { Result } from '#shared/lib/result.ts'
import type { ConnectionInput, ConnectionState, Work } from '#shared/sync/connection.ts'
import { openChain } from '#core/store/chain.ts'
import type { Chain } from '#core/store/chain.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import type { SyncClient } from '#core/sync-client/client.ts'
import { BlobRunner } from '#core/sync-client/blob-runner.ts'
import { Driver } from '#core/sync-client/driver.ts'
import { readMembership } from '#core/sync-client/membership.ts'
import { exchange } from '#core/sync-client/round.ts'
import type { Caller } from '#core/services/caller.ts'
import type { Upload } from '#core/services/uploads.ts'
import type { Office } from '#core/services/office.ts'
import { readReferenceData } from '#core/services/reference-data.ts'
import { takeReceived } from '#core/services/take-received.ts'
import { randomOf } from './random.ts'
import type { Random } from './random.ts'
import { hiddenFrom } from './hidden-cases.ts'
import type { MachineOptions } from './machine-options.ts'
import { simClient } from './sim-client.ts'
import { enrolSim } from './sim-enrolment.ts'
import { simOffice } from './sim-office.ts'
import { SimDisk } from './sim-disk.ts'
import { simBlobWire, simPartBytes } from './sim-blobs.ts'
import { instantAt, simIds, simSigner, startMs } from './sim-keys.ts'
import { earsWhile, openSimLive } from './sim-live.ts'
import type { SimLive } from './sim-live.ts'
import { Crash, openSimStore } from './sim-store.ts'
import type { SimStore } from './sim-store.ts'

const lastCommitOf = (db: ReadableDb): number => db.value<number | null>('SELECT max(first_seq) FROM commits') ?? 0

/**
 * One machine: the real store, the real services of the core, the real client engine and its connection's state machine.
 * Its clock may be wrong by years. When it dies, what ran dies with it: nothing of an earlier life touches the store again.
 */
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
  #client: { readonly life: number; readonly client: SyncClient } | null = null
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
    this.store = openSimStore(options.copyOf, options.fault.db, options.isOlder)
    this.store.hold()
    this.disk = options.files ?? new SimDisk()
    this.#openChain(options.epoch ?? 1)
    if (options.copyOf === undefined)
      enrolSim(this.store.db, { server: options.server, unit: options.unit, now: this.now() })
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

  /** Reference data as the store has them now; without any, nobody can work here yet. */
  refresh(): void {
    const reference = readReferenceData(this.store.db)
    if (reference === null) return
    if (this.office !== null) this.office.reference = reference
    else this.office = simOffice(this, reference)
  }

  #received(streams: ReadonlySet<string>): void {
    if (this.office === null) this.refresh()
    else takeReceived(this.office, streams)
    if (this.state.kind === 'resting') void this.#blobs.wake()
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
    this.store.letGo()
    this.office = null
    this.options.scheduler.note(`${this.name} died`)
    const { life } = this
    this.options.scheduler.after(200 + this.random.int(20_000), `${this.name} starts`, () => {
      if (life === this.life) this.work(() => this.start())
    })
  }

  /** The program starts; where it runs already on this folder, a second one is refused. */
  start(): void {
    if (!this.store.hold()) return this.options.scheduler.note(`${this.name} is open already`)
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

  /** Beside a person's work: it ends with this life, and a crash in it kills the machine. */
  beside(work: Promise<unknown>): void {
    const { life } = this
    this.#ofThisLife(life, work).catch((error: unknown) => {
      if (life === this.life) this.#died(error)
    })
  }

  #died(error: unknown): void {
    if (error instanceof Crash) this.crash()
    // A program that meets what cannot be ends; what it said is part of the story's end.
    else this.fail(error)
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
        this.live = openSimLive({
          name: this.name,
          device,
          server,
          network,
          scheduler,
          ears: earsWhile(() => life === this.life, ears),
        })
        return this.live
      },
      onState: (state) => {
        if (life !== this.life || state.kind !== 'stopped') return
        this.stops.push(state.reason.code)
        scheduler.note(`${this.name} stops: ${state.reason.code}`)
      },
    })
  }

  async #round(life: number, work: Work): Promise<Result<null>> {
    try {
      const hidden = hiddenFrom(this.store.db)
      const done = await this.#ofThisLife(life, exchange(this.client(), work))
      this.failures.push(...hidden())
      if (done.ok) void this.#blobs.wake()
      return done
    } catch (error) {
      if (life === this.life) this.#died(error)
      return new Promise(() => {})
    }
  }

  fail(error: unknown): void {
    this.failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
    this.end()
  }

  /** One a life: what belongs to an earlier one never goes on. */
  client(): SyncClient {
    const { life } = this
    if (this.#client?.life !== life) this.#client = { life, client: this.#newClient(life) }
    return this.#client.client
  }

  #newClient(life: number): SyncClient {
    return simClient(this, {
      openChain: (epoch) => this.#openChain(epoch),
      received: (streams) => this.#received(streams),
      ofThisLife: (promise) => this.#ofThisLife(life, promise),
    })
  }

  /** What belongs to an earlier life never goes on. */
  #ofThisLife<T>(life: number, promise: Promise<T>): Promise<T> {
    return promise.then((value) => (life === this.life ? value : new Promise<T>(() => {})))
  }

  get membershipEpoch(): number {
    return must(readMembership(this.store.db), 'joined').epoch
  }
}
