/**
 * A client's connection as a machine of values: state and input in, state and outputs out; the driver only carries
 * outputs out (SYNC-LINK-1 … SYNC-LINK-5).
 *
 *                 join                    round_done
 *   stand_alone ────────▶ working ◀──────────────────▶ resting ── timer, written, told, pressed ──▶ working
 *        ▲                 │    ▲
 *        │ leave           │    │ timer, pressed, network, written
 *        │     round_failed│    │
 *        │                 ├───▶ waiting (backs off with jitter, always with a timer; written, looked: it tries soon)
 *        └─ any            └───▶ stopped (a person decides: `resume`)
 *
 * Invariants: `resting` and `waiting` have a timer armed; `working` has a round that ends by an input; `stopped` has a
 * reason and needs none. What is asked for while a round runs is done in the next one, at once.
 */
import type { OutcomeReason } from './outcome.ts'

export type ConnectionState =
  | { readonly kind: 'stand_alone' }
  | { readonly kind: 'resting'; readonly live: boolean }
  | { readonly kind: 'working'; readonly live: boolean; readonly failures: number; readonly again: Work | null }
  | { readonly kind: 'waiting'; readonly failures: number; readonly reason: OutcomeReason; readonly inMs: number }
  | { readonly kind: 'stopped'; readonly reason: OutcomeReason }

/** `all`: greet, push, pull; `push`: what was written only, the rest comes live; `pull`: what was told only. */
export type Work = 'all' | 'push' | 'pull'

export type ConnectionInput =
  | { readonly kind: 'join' }
  | { readonly kind: 'leave' }
  /** A commit was written here. */
  | { readonly kind: 'written' }
  /** The live channel says that there is more. */
  | { readonly kind: 'told' }
  | { readonly kind: 'timer' }
  /** A person pressed the button, or the network came back. */
  | { readonly kind: 'pressed' }
  | { readonly kind: 'network' }
  /** Somebody looks at the window. */
  | { readonly kind: 'looked' }
  | { readonly kind: 'live_opened' }
  | { readonly kind: 'live_lost' }
  /** A person lifted a stop. */
  | { readonly kind: 'resume' }
  | { readonly kind: 'round_done' }
  /** `jitter`: 0 to 999, tossed by the driver. */
  | { readonly kind: 'round_failed'; readonly reason: OutcomeReason; readonly jitter: number }
  | { readonly kind: 'round_stopped'; readonly reason: OutcomeReason }

export type ConnectionOutput =
  | { readonly kind: 'begin'; readonly work: Work }
  | { readonly kind: 'arm'; readonly ms: number }
  | { readonly kind: 'disarm' }
  | { readonly kind: 'open_live' }
  | { readonly kind: 'close_live' }

export interface ConnectionStep {
  readonly state: ConnectionState
  readonly outputs: readonly ConnectionOutput[]
}

/** A quiet machine asks once a minute, with a live channel every five; a failure is tried again after at most half of one, and soon where a person waits for it. */
export const connectionTimes = {
  restMs: 60_000,
  liveRestMs: 300_000,
  firstMs: 500,
  mostMs: 30_000,
  soonMs: 3_000,
} as const

export const standAlone: ConnectionState = { kind: 'stand_alone' }

/** In: how often it failed in a row (from 1), jitter 0–999. Out: milliseconds to wait: doubled each time, half of it jitter. */
export function backoffMs(failures: number, jitter: number): number {
  const full = Math.min(connectionTimes.mostMs, connectionTimes.firstMs * 2 ** Math.min(failures - 1, 10))
  return Math.round(full / 2 + (full / 2) * (jitter / 1000))
}

type StateOf<Kind> = Extract<ConnectionState, { kind: Kind }>
type InputOf<Kind> = Extract<ConnectionInput, { kind: Kind }>
type Row<State> = { readonly [Kind in ConnectionInput['kind']]: (state: State, input: InputOf<Kind>) => ConnectionStep }
type Table = { readonly [Kind in ConnectionState['kind']]: Row<StateOf<Kind>> }

const stay = (state: ConnectionState): ConnectionStep => ({ state, outputs: [] })

const begin = (work: Work, live: boolean, failures = 0): ConnectionStep => ({
  state: { kind: 'working', live, failures, again: null },
  outputs: [{ kind: 'disarm' }, { kind: 'begin', work }],
})

const rest = (live: boolean): ConnectionStep => ({
  state: { kind: 'resting', live },
  outputs: [
    { kind: 'arm', ms: live ? connectionTimes.liveRestMs : connectionTimes.restMs },
    ...(live ? [] : [{ kind: 'open_live' } as const]),
  ],
})

const leave = (): ConnectionStep => ({ state: standAlone, outputs: [{ kind: 'disarm' }, { kind: 'close_live' }] })

const stop = (reason: OutcomeReason): ConnectionStep => ({
  state: { kind: 'stopped', reason },
  outputs: [{ kind: 'disarm' }, { kind: 'close_live' }],
})

/** Two wishes become one: whatever differs is done whole. */
const join = (left: Work | null, right: Work): Work => (left === null || left === right ? right : 'all')

const later = (state: StateOf<'working'>, work: Work): ConnectionStep =>
  stay({ ...state, again: join(state.again, work) })

function fail(failures: number, { reason, jitter }: InputOf<'round_failed'>): ConnectionStep {
  const inMs = backoffMs(failures, jitter)
  return {
    state: { kind: 'waiting', failures, reason, inMs },
    outputs: [{ kind: 'close_live' }, { kind: 'arm', ms: inMs }],
  }
}

/** A person waits for it: within a few seconds, told apart by the toss that is in the waiting, so that an office's machines do not come at once. */
function hurry(state: StateOf<'waiting'>): ConnectionStep {
  const { soonMs } = connectionTimes
  if (state.inMs <= soonMs) return stay(state)
  const inMs = soonMs / 3 + (state.inMs % ((soonMs * 2) / 3))
  return { state: { ...state, inMs }, outputs: [{ kind: 'arm', ms: inMs }] }
}

/** Nobody runs a round here: its end can only be the late end of one that was given up. */
const noRound = { round_done: stay, round_failed: stay, round_stopped: stay }

const table: Table = {
  stand_alone: {
    join: () => begin('all', false),
    leave: stay,
    written: stay,
    told: stay,
    timer: stay,
    pressed: stay,
    network: stay,
    looked: stay,
    live_opened: (state) => ({ state, outputs: [{ kind: 'close_live' }] }),
    live_lost: stay,
    resume: stay,
    ...noRound,
  },
  resting: {
    join: ({ live }) => begin('all', live),
    leave,
    // Without a live channel nothing would bring the server's word on it before the next timer.
    written: ({ live }) => begin(live ? 'push' : 'all', live),
    told: ({ live }) => begin('pull', live),
    timer: ({ live }) => begin('all', live),
    pressed: ({ live }) => begin('all', live),
    network: () => begin('all', false),
    looked: stay,
    live_opened: () => begin('pull', true),
    // One that never opened (a proxy lets none through) is tried again when the timer is up: a round at once would go on for ever.
    live_lost: (state) => (state.live ? begin('all', false) : stay(state)),
    resume: stay,
    ...noRound,
  },
  working: {
    join: (state) => later(state, 'all'),
    leave,
    written: (state) => later(state, 'push'),
    told: (state) => later(state, 'pull'),
    timer: stay,
    pressed: (state) => later(state, 'all'),
    network: (state) => later(state, 'all'),
    looked: stay,
    live_opened: (state) => later({ ...state, live: true }, 'pull'),
    live_lost: (state) => stay({ ...state, live: false }),
    resume: stay,
    round_done: ({ again, live }) => (again === null ? rest(live) : begin(again, live)),
    round_failed: ({ failures }, input) => fail(failures + 1, input),
    round_stopped: (_, { reason }) => stop(reason),
  },
  waiting: {
    join: ({ failures }) => begin('all', false, failures),
    leave,
    // What was written is in the queue: it goes with the next try, which comes the sooner.
    written: hurry,
    told: ({ failures }) => begin('all', false, failures),
    timer: ({ failures }) => begin('all', false, failures),
    pressed: ({ failures }) => begin('all', false, failures),
    network: () => begin('all', false),
    looked: hurry,
    live_opened: (state) => ({ state, outputs: [{ kind: 'close_live' }] }),
    live_lost: stay,
    resume: stay,
    ...noRound,
  },
  stopped: {
    join: () => begin('all', false),
    leave,
    written: stay,
    told: stay,
    timer: stay,
    pressed: () => begin('all', false),
    network: stay,
    looked: stay,
    live_opened: (state) => ({ state, outputs: [{ kind: 'close_live' }] }),
    live_lost: stay,
    resume: () => begin('all', false),
    ...noRound,
  },
}

/** In: where the connection stands, what happened. Out: where it stands then, and what the driver does now. SYNC-LINK-1. */
export function stepConnection(state: ConnectionState, input: ConnectionInput): ConnectionStep {
  const row = table[state.kind] as Row<ConnectionState>
  const step = row[input.kind] as (state: ConnectionState, input: ConnectionInput) => ConnectionStep
  return step(state, input)
}
