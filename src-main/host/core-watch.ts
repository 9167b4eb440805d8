/**
 * Starts the core and keeps it running. States: starting -> up -> (ended) waiting -> starting …; `stopped` when the host
 * wants it to end, `refused` when the folder cannot be opened at all, `given-up` when it kept ending.
 * A core that ends by itself loses nothing: what was shown is on disk by then (S1).
 */
import { FromCore } from '#shared/contract/desktop/core-process.ts'
import type { CoreRefused, StartCore } from '#shared/contract/desktop/core-process.ts'
import type { CoreChild } from './core-child.ts'
import { nextWait, restartPolicy } from './restart-policy.ts'
import type { RestartPolicy } from './restart-policy.ts'

export interface CoreWatchOptions<Child extends CoreChild> {
  readonly launch: () => Child
  readonly start: Omit<StartCore, 'kind'>
  readonly policy?: RestartPolicy
  /** The core listens; the socket's path is the same after every restart. */
  readonly onUp: (child: Child, socket: string) => void
  /** It ended by itself; it will be started again unless `onGivenUp` follows. */
  readonly onDown: (code: number | null) => void
  /** The folder cannot be opened: in use, damaged, newer. */
  readonly onRefused: (error: CoreRefused) => void
  readonly onGivenUp: () => void
  /** What else the core says: relayed answers, the key chain. */
  readonly onMessage?: (child: Child, message: FromCore) => void
}

type State<Child> =
  | { readonly kind: 'starting' | 'up'; readonly child: Child; readonly since: number }
  | { readonly kind: 'waiting'; readonly timer: NodeJS.Timeout }
  | { readonly kind: 'stopped' | 'refused' | 'given-up' }

const stopPatienceMs = 8000

export class CoreWatch<Child extends CoreChild> {
  readonly #options: CoreWatchOptions<Child>
  #state: State<Child> = { kind: 'stopped' }
  #earlyEnds = 0
  #wasUp = false

  constructor(options: CoreWatchOptions<Child>) {
    this.#options = options
  }

  start(): void {
    const child = this.#options.launch()
    this.#state = { kind: 'starting', child, since: performance.now() }
    child.onMessage((data) => this.#hear(child, data))
    child.onExit((code) => this.#ended(child, code))
    child.send({ kind: 'start', ...this.#options.start })
  }

  /** Begins anew after it was given up. */
  tryAgain(): void {
    if (this.#state.kind !== 'given-up') return
    this.#earlyEnds = 0
    this.start()
  }

  /** The core that can be spoken to now, or null. */
  get child(): Child | null {
    return this.#state.kind === 'up' ? this.#state.child : null
  }

  /** Ends the core in good order; one that does not answer is ended hard, which costs no data either. */
  stop(): Promise<void> {
    const state = this.#state
    this.#state = { kind: 'stopped' }
    if (state.kind === 'waiting') clearTimeout(state.timer)
    if (state.kind !== 'up' && state.kind !== 'starting') return Promise.resolve()
    return new Promise((resolve) => {
      const impatience = setTimeout(() => state.child.kill(), stopPatienceMs)
      state.child.onExit(() => {
        clearTimeout(impatience)
        resolve()
      })
      state.child.send({ kind: 'stop' })
    })
  }

  #hear(child: Child, data: unknown): void {
    const parsed = FromCore.safeParse(data)
    if (!parsed.success || !this.#isPresent(child)) return
    const message = parsed.data
    if (message.kind === 'listening') {
      this.#state = { kind: 'up', child, since: performance.now() }
      this.#wasUp = true
      this.#options.onUp(child, message.socket)
    } else if (message.kind === 'refused') this.#refused(message.answer.error)
    else this.#options.onMessage?.(child, message)
  }

  #refused(error: CoreRefused): void {
    // Between two lives of the core somebody else (a command line) may hold the folder for a moment: that passes.
    if (this.#wasUp && error.code === 'folder-in-use') return
    this.#state = { kind: 'refused' }
    this.#options.onRefused(error)
  }

  #ended(child: Child, code: number | null): void {
    if (!this.#isPresent(child) || (this.#state.kind !== 'up' && this.#state.kind !== 'starting')) return
    const policy = this.#options.policy ?? restartPolicy
    const wasCalm = this.#state.kind === 'up' && performance.now() - this.#state.since >= policy.calmMs
    this.#earlyEnds = wasCalm ? 1 : this.#earlyEnds + 1
    const wait = nextWait(policy, this.#earlyEnds)
    this.#state =
      wait === null ? { kind: 'given-up' } : { kind: 'waiting', timer: setTimeout(() => this.start(), wait) }
    this.#options.onDown(code)
    if (wait === null) this.#options.onGivenUp()
  }

  #isPresent(child: Child): boolean {
    return (this.#state.kind === 'up' || this.#state.kind === 'starting') && this.#state.child === child
  }
}
