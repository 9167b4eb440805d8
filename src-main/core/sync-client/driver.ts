/**
 * Carries out what the connection's machine says (`src-shared/sync/connection.ts`): begins rounds, arms the one timer,
 * opens and closes the live channel. It decides nothing by itself. Timers, the toss for jitter and the channel are ports.
 */
import type { LiveFollow } from '#shared/contract/wire/live.ts'
import { refuse, type Result } from '#shared/lib/result.ts'
import {
  type ConnectionInput,
  type ConnectionOutput,
  type ConnectionState,
  standAlone,
  stepConnection,
  type Work,
} from '#shared/sync/connection.ts'
import { readFeedPage } from '#shared/sync/feed-page.ts'
import { readFeeds } from '#core/store/feeds.ts'
import type { SyncClient } from './client.ts'
import type { LiveChannel, OpenLive } from './live-channel.ts'
import { hasLeftovers } from '#core/store/leftovers.ts'
import { withdrawableStreams } from '#core/store/withdraw.ts'
import { noteContact } from './note-contact.ts'
import { takePage } from './take-page.ts'

export interface DriverPorts {
  readonly client: SyncClient
  readonly round: (work: Work) => Promise<Result<null>>
  /** Runs `work` once, after milliseconds. Out: forgets it. */
  readonly after: (ms: number, work: () => void) => () => void
  /** 0 to 999. */
  readonly jitter: () => number
  readonly openLive: OpenLive
  readonly onState: (state: ConnectionState) => void
}

/** What a person must decide, or an update cure: trying again would only fail again. */
const stops: readonly string[] = [
  'sync-device-revoked',
  'sync-unknown-device',
  'sync-other-server',
  'sync-feed-broken',
  'sync-would-hide',
  'sync-client-newer',
  'sync-client-older',
  'sync-bytes-differ',
  'sync-signature',
]

export class Driver {
  readonly #ports: DriverPorts
  #state: ConnectionState = standAlone
  #disarm = (): void => {}
  #live: LiveChannel | null = null
  /** What the server was told last. */
  #followed: LiveFollow['feeds'] = []
  #isEnded = false
  /** The channel brought what nobody can read: the round that runs or begins then fails by it, so that it is told and waited for. */
  #isLiveBroken = false
  #round: Promise<void> = Promise.resolve()
  /** Who asked for a whole round and waits for its end. */
  readonly #waiting: ((result: Result<null>) => void)[] = []

  constructor(ports: DriverPorts) {
    this.#ports = ports
  }

  get state(): ConnectionState {
    return this.#state
  }

  tell(input: ConnectionInput): void {
    if (this.#isEnded) return
    this.#isEnded = input.kind === 'leave'
    const before = this.#state
    const step = stepConnection(before, input)
    this.#state = step.state
    for (const output of step.outputs) this.#carryOut(output)
    if (this.#state !== before) this.#ports.onState(this.#state)
  }

  /** When no round runs. */
  async settled(): Promise<void> {
    while (this.#state.kind === 'working') await this.#round
  }

  /** A whole round from now on. Out: how it ended. */
  now(): Promise<Result<null>> {
    return new Promise((answer) => {
      this.#waiting.push(answer)
      this.tell({ kind: 'pressed' })
    })
  }

  #carryOut(output: ConnectionOutput): void {
    switch (output.kind) {
      case 'begin':
        return this.#begin(output.work)
      case 'arm':
        this.#disarm()
        this.#disarm = this.#ports.after(output.ms, () => this.tell({ kind: 'timer' }))
        return
      case 'disarm':
        return this.#disarm()
      case 'open_live':
        this.#live ??= this.#openLive()
        return
      case 'close_live':
        this.#live?.close()
        this.#live = null
    }
  }

  #begin(work: Work): void {
    const asked = work === 'all' ? this.#waiting.splice(0) : []
    this.#round = this.#ports.round(work).then((ended) => {
      const result = this.#afterLive(ended)
      // After the end there is no next round that would answer.
      const isNextOne = result.ok && !this.#isEnded
      for (const answer of isNextOne ? asked : [...asked, ...this.#waiting.splice(0)]) answer(result)
      this.tell(this.#inputOf(result))
      // A push moves no cursor: what it wrote comes over the channel as it is followed already.
      if (result.ok && (work !== 'push' || !this.#isFollowed())) this.#follow()
    })
  }

  #afterLive(ended: Result<null>): Result<null> {
    const isBroken = this.#isLiveBroken
    this.#isLiveBroken = false
    return ended.ok && isBroken ? refuse('sync-page-malformed', { detail: 'live' }) : ended
  }

  #inputOf(result: Result<null>): ConnectionInput {
    if (result.ok) return { kind: 'round_done' }
    const { code, params } = result.refusal
    const reason = { code, params: { ...params } }
    return stops.includes(code)
      ? { kind: 'round_stopped', reason }
      : { kind: 'round_failed', reason, jitter: this.#ports.jitter() }
  }

  #places(): LiveFollow['feeds'] {
    return readFeeds(this.#ports.client.store.db).map(({ feed, cursor }) => ({ feed, sequence: cursor }))
  }

  #follow(): void {
    this.#followed = this.#places()
    this.#live?.follow(this.#followed)
  }

  /** A feed that came, went or was begun anew is to be said to the server. */
  #isFollowed(): boolean {
    const places = this.#places()
    const said = new Map(this.#followed.map(({ feed, sequence }) => [feed, sequence]))
    return places.length === said.size && places.every(({ feed, sequence }) => sequence >= (said.get(feed) ?? Infinity))
  }

  #openLive(): LiveChannel {
    return this.#ports.openLive({
      opened: () => {
        this.#follow()
        this.tell({ kind: 'live_opened' })
      },
      lost: () => {
        this.#live = null
        this.tell({ kind: 'live_lost' })
      },
      broken: () => {
        this.#isLiveBroken = true
      },
      page: (bytes) => void this.#hearPage(bytes).catch(() => this.tell({ kind: 'told' })),
      notice: (notice) => this.tell({ kind: notice.kind === 'more' ? 'told' : 'pressed' }),
    })
  }

  /** A page that follows is applied at once; anything else is asked for in a round. */
  async #hearPage(bytes: Uint8Array): Promise<void> {
    if (this.#isEnded) return
    const { client } = this.#ports
    const page = readFeedPage(bytes)
    const taken = page === null ? null : await takePage(client, page)
    const isTaken = taken !== null && taken.ok && !taken.value.isBehind
    if (taken?.ok === true) noteContact(client)
    if (!isTaken || withdrawableStreams(client.store.db).length > 0 || hasLeftovers(client.store.db))
      this.tell({ kind: 'told' })
  }
}
