import { must } from '#shared/lib/assert.ts'
import { refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { blockAt, sharedNumbers } from '#shared/domain/numbering/number-blocks.ts'
import { standAlone, stepConnection } from '#shared/sync/connection.ts'
import type { ConnectionInput, ConnectionOutput, ConnectionState, Work } from '#shared/sync/connection.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { openChain } from '#core/store/chain.ts'
import type { Chain } from '#core/store/chain.ts'
import { writeSetting } from '#core/store/settings.ts'
import type { SyncClient } from '#core/sync-client/client.ts'
import { readMembership, writeMembership } from '#core/sync-client/membership.ts'
import { exchange } from '#core/sync-client/round.ts'
import type { Wire } from '#core/sync-client/wire.ts'
import type { Caller } from '#core/services/caller.ts'
import { createChanges } from '#core/services/changes.ts'
import { continueNumbersAfterRestore } from '#core/services/numbers.ts'
import type { Office } from '#core/services/office.ts'
import { enrolledUnitKey, readReferenceData } from '#core/services/reference-data.ts'
import { silentLog } from '#core/system-ports.ts'
import { NoAnswer } from './network.ts'
import type { Network } from './network.ts'
import { randomOf } from './random.ts'
import type { Random } from './random.ts'
import type { Scheduler } from './scheduler.ts'
import { instantAt, simIds, simSigner, startMs } from './sim-keys.ts'
import type { SimServer } from './sim-server.ts'
import { Crash, openSimStore } from './sim-store.ts'
import type { SimStore } from './sim-store.ts'

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
  /** A restored or cloned machine begins with somebody's file, and a restored one with a later epoch. */
  readonly copyOf?: string
  readonly epoch?: number
}

const firstYear = 2014
const lastYear = 2038

export class SimMachine {
  readonly options: MachineOptions
  readonly random: Random
  readonly ids: ReturnType<typeof simIds>
  store: SimStore
  chain!: Chain
  office: Office | null = null
  state: ConnectionState = standAlone
  life = 0
  /** Stops that only a person lifts, as codes. */
  readonly stops: string[] = []
  #disarm: () => void = () => {}
  live = false

  constructor(options: MachineOptions) {
    this.options = options
    this.random = randomOf(options.seed, `machine ${options.name}`)
    this.ids = simIds(
      () => startMs + options.scheduler.now() + options.skewMs,
      randomOf(options.seed, `ids ${options.name}`),
    )
    this.store = openSimStore(options.copyOf)
    this.#openChain(options.epoch ?? 1)
    if (options.copyOf === undefined) this.#enrol()
    this.refresh()
  }

  get name(): string {
    return this.options.name
  }

  now(): ReturnType<typeof instantAt> {
    return instantAt(this.options.scheduler.now() + this.options.skewMs)
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
    const { server, unit, index } = this.options
    const { id, logEpoch } = server.engine.server
    db.transaction(() => {
      writeMembership(db, {
        url: 'http://127.0.0.1:1',
        credential: 'x',
        server: { id, logEpoch, publicKey: toHex(server.engine.ports.signing.publicKey) },
        unit: { id: unit, kind: 'office', code: 'TST', office: null },
        epoch: 1,
        joinedAt: this.now(),
        lastContact: null,
        mayHide: false,
        recovering: false,
        verifiersDue: false,
      })
      writeSetting(db, enrolledUnitKey, unit)
    })
    this.giveNumbers(index)
  }

  /** Blocks of its own for every year that its clock may show: the server's own giving has tests of its own. */
  giveNumbers(index: number): void {
    const { db } = this.store
    db.transaction(() => {
      for (let year = firstYear; year <= lastYear; year += 1) {
        const numbers = sharedNumbers(year, blockAt(index * 2), blockAt(index * 2 + 1))
        if (numbers.ok) writeSetting(db, `numbers:${year}`, numbers.value)
      }
    })
  }

  /** A restored machine goes on from its reserve, as the core does when it opens one. */
  continueNumbers(): void {
    const { db } = this.store
    db.transaction(() => continueNumbersAfterRestore(db, { zone: 'Asia/Amman', now: this.now() }))
  }

  /** Reference data as the store has them now; without any, nobody can work here yet. */
  refresh(): void {
    const reference = readReferenceData(this.store.db)
    if (reference === null) return
    if (this.office !== null) this.office.reference = reference
    else this.office = this.#officeWith(reference)
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
      uploads: { find: () => null, at: () => null } as never,
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
    try {
      return what()
    } catch (error) {
      if (!(error instanceof Crash)) throw error
      this.crash()
      return null
    }
  }

  crash(): void {
    this.life += 1
    this.#disarm()
    this.live = false
    this.state = standAlone
    this.office = null
    this.options.scheduler.note(`${this.name} died`)
    const { life } = this
    this.options.scheduler.after(200 + this.random.int(20_000), `${this.name} starts`, () => {
      if (life === this.life) this.start()
    })
  }

  start(): void {
    this.#openChain(this.chain.epoch)
    this.refresh()
    this.input({ kind: 'join' })
  }

  input(input: ConnectionInput): void {
    const step = stepConnection(this.state, input)
    this.state = step.state
    if (step.state.kind === 'stopped') this.stops.push(step.state.reason.code)
    for (const output of step.outputs) this.#carryOut(output)
  }

  #carryOut(output: ConnectionOutput): void {
    const { scheduler, network } = this.options
    const { life } = this
    switch (output.kind) {
      case 'disarm':
        return this.#disarm()
      case 'arm':
        this.#disarm()
        this.#disarm = scheduler.after(output.ms, `${this.name} timer`, () => this.input({ kind: 'timer' }))
        return
      case 'begin':
        return void this.#round(output.work)
      case 'open_live':
        scheduler.after(30, `${this.name} live`, () => {
          if (life !== this.life || network.isCut(this.name) || this.live) return
          this.live = true
          this.input({ kind: 'live_opened' })
        })
        return
      case 'close_live':
        this.live = false
    }
  }

  async #round(work: Work): Promise<void> {
    const { life } = this
    try {
      const done = await exchange(this.client(), work)
      if (life !== this.life) return
      this.input(this.#ended(done))
    } catch (error) {
      if (life !== this.life) return
      if (error instanceof Crash) this.crash()
      else throw error
    }
  }

  #ended(done: Result<null>): ConnectionInput {
    if (done.ok) return { kind: 'round_done' }
    const { code, params } = done.refusal
    const reason = { code, params: { ...params } }
    const isPassing = code === 'sync-unreachable' || code === 'sync-chain-ahead' || code === 'sync-feed-not-yours'
    return isPassing
      ? { kind: 'round_failed', reason, jitter: this.random.int(1000) }
      : { kind: 'round_stopped', reason }
  }

  client(): SyncClient {
    const { life } = this
    const { scheduler } = this.options
    return {
      store: this.store,
      ports: { clock: { now: () => this.now() }, ids: this.ids, log: silentLog },
      wire: this.#wire(life),
      chain: () => this.chain,
      startEpoch: (epoch) => this.#openChain(epoch),
      reopenChain: () => this.#openChain(this.chain.epoch),
      rights: () => this.office?.reference.rightsVersion ?? '',
      numberYears: () => [],
      effects: {
        onReceived: () => this.refresh(),
        removeFiles: () => Promise.resolve(),
        renewBackups: () => Promise.resolve(),
      },
      breathe: () => this.#ofThisLife(life, scheduler.wait(1, `${this.name} breathes`)),
    }
  }

  /** What belongs to an earlier life never goes on. */
  #ofThisLife<T>(life: number, promise: Promise<T>): Promise<T> {
    return promise.then((value) => (life === this.life ? value : new Promise<T>(() => {})))
  }

  #wire(life: number): Wire {
    const { network, server, device } = this.options
    const direct = server.wire(device) as unknown as Record<string, (input: unknown) => Promise<Result<unknown>>>
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
