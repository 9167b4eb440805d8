import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  backoffMs,
  type ConnectionInput,
  type ConnectionState,
  connectionTimes,
  standAlone,
  stepConnection,
} from '#shared/sync/connection.ts'
import { runs } from '#test/support/effort.ts'

const reason = { code: 'sync-unreachable', params: {} }
const input = fc.oneof(
  fc.constantFrom<ConnectionInput>(
    ...(
      [
        'join',
        'leave',
        'written',
        'told',
        'timer',
        'pressed',
        'network',
        'looked',
        'live_opened',
        'live_lost',
        'resume',
        'round_done',
      ] as const
    ).map((kind) => ({ kind })),
  ),
  fc.record({
    kind: fc.constant('round_failed' as const),
    reason: fc.constant(reason),
    jitter: fc.integer({ min: 0, max: 999 }),
  }),
  fc.record({ kind: fc.constant('round_stopped' as const), reason: fc.constant(reason) }),
)

/** What a driver would hold: a timer, a round, a channel. */
function drive(inputs: readonly ConnectionInput[]) {
  let state: ConnectionState = standAlone
  const held = { timer: false, rounds: 0 }
  const seen: { state: ConnectionState; timer: boolean; rounds: number }[] = []
  for (const next of inputs) {
    if (next.kind === 'timer' && !held.timer) continue
    if (next.kind.startsWith('round_') && held.rounds === 0) continue
    if (next.kind === 'timer') held.timer = false
    if (next.kind.startsWith('round_')) held.rounds -= 1
    const step = stepConnection(state, next)
    state = step.state
    for (const output of step.outputs) {
      if (output.kind === 'arm') held.timer = true
      if (output.kind === 'disarm') held.timer = false
      if (output.kind === 'begin') held.rounds += 1
    }
    seen.push({ state, ...held })
  }
  return seen
}

describe('the connection', () => {
  it('SYNC-LINK-1 SYNC-LINK-2 whatever happens, it works, waits with a timer, or says why it stopped', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 60 }), (inputs) => {
        for (const { state, timer, rounds } of drive([{ kind: 'join' }, ...inputs])) {
          if (state.kind === 'working') expect(rounds).toBeGreaterThan(0)
          if (state.kind === 'resting' || state.kind === 'waiting') expect(timer).toBe(true)
          if (state.kind === 'stopped') expect(state.reason).toEqual(reason)
          if (state.kind === 'stand_alone') expect(timer).toBe(false)
        }
      }),
      runs(300),
    )
  })

  it('SYNC-LINK-3 failures back off with jitter, at most half a minute, a few seconds where a person waits; the button, the network and a success start at once', () => {
    const waits = [1, 2, 3, 8, 50].map((failures) => [backoffMs(failures, 0), backoffMs(failures, 999)])
    expect(waits[0]).toEqual([250, 500])
    expect(waits.at(-1)).toEqual([15_000, 29_985])
    expect(Math.max(...waits.flat())).toBeLessThanOrEqual(connectionTimes.mostMs)
    const waiting: ConnectionState = { kind: 'waiting', failures: 9, reason, inMs: 50_000 }
    for (const kind of ['pressed', 'network', 'timer', 'told'] as const)
      expect(stepConnection(waiting, { kind }).outputs).toContainEqual({ kind: 'begin', work: 'all' })
    const soon = ['written', 'looked'].flatMap((kind) =>
      [15_001, 22_500, 29_970].map((inMs) => stepConnection({ ...waiting, inMs }, { kind } as ConnectionInput)),
    )
    const armed = soon.flatMap(({ outputs }) => outputs.flatMap((output) => (output.kind === 'arm' ? [output.ms] : [])))
    expect(armed).toHaveLength(6)
    for (const ms of armed) expect(ms).toBeGreaterThanOrEqual(1000)
    for (const ms of armed) expect(ms).toBeLessThanOrEqual(connectionTimes.soonMs)
    // Machines that failed together do not come together.
    expect(new Set(armed).size).toBe(3)
    // Who writes on does not push the try before him.
    for (const { state } of soon) expect(stepConnection(state, { kind: 'written' })).toEqual({ state, outputs: [] })
  })

  it('SYNC-LINK-4 a failure has its reason at once', () => {
    const failed = drive([{ kind: 'join' }, { kind: 'round_failed', reason, jitter: 0 }]).at(-1)
    expect(failed?.state).toMatchObject({ kind: 'waiting', reason })
  })

  it('SYNC-LINK-2 what is written while a round runs is sent right after it', () => {
    const during: ConnectionInput[] = [{ kind: 'join' }, { kind: 'written' }, { kind: 'round_done' }]
    expect(drive(during).at(-1)).toMatchObject({ state: { kind: 'working', again: null }, rounds: 1 })
  })

  it('SYNC-LINK-3 where a network lets no live channel open, rounds come by the timer, and the channel is tried with each', () => {
    const refused: ConnectionInput[] = [{ kind: 'join' }, { kind: 'round_done' }, { kind: 'live_lost' }]
    expect(drive(refused).at(-1)).toEqual({ state: { kind: 'resting', live: false }, timer: true, rounds: 0 })
    const again = stepConnection({ kind: 'working', live: false, failures: 0, again: null }, { kind: 'round_done' })
    expect(again.outputs).toEqual([{ kind: 'arm', ms: connectionTimes.restMs }, { kind: 'open_live' }])
    // One that was open brings the server's word no more: what it would have told is asked for at once.
    const lost: ConnectionInput[] = [
      ...refused.slice(0, 2),
      { kind: 'live_opened' },
      { kind: 'round_done' },
      { kind: 'live_lost' },
    ]
    expect(drive(lost).at(-1)).toMatchObject({ state: { kind: 'working', live: false }, rounds: 1 })
  })

  it('SYNC-LINK-1 what is told or asked while it works is done in the next round', () => {
    const working: ConnectionState = { kind: 'working', live: true, failures: 0, again: null }
    for (const [kind, again] of [
      ['written', 'push'],
      ['told', 'pull'],
      ['live_opened', 'pull'],
      ['pressed', 'all'],
      ['network', 'all'],
      ['join', 'all'],
    ] as const)
      for (const state of [working, { ...working, live: false }]) {
        const during = stepConnection(state, { kind })
        expect(during.outputs, kind).toEqual([])
        const next = stepConnection(during.state, { kind: 'round_done' })
        expect(next.outputs, kind).toContainEqual({ kind: 'begin', work: again })
        expect(next.state, kind).toMatchObject({ again: null, live: state.live || kind === 'live_opened' })
      }
    // Two wishes of different kinds are one whole round.
    const both = (['told', 'written'] as const).reduce<ConnectionState>(
      (state, kind) => stepConnection(state, { kind }).state,
      working,
    )
    expect(both).toMatchObject({ again: 'all' })
  })

  it('SYNC-LINK-1 a machine at rest begins what is asked of it; a channel that opened brings what was missed before it', () => {
    for (const live of [true, false])
      for (const [kind, work, isLive] of [
        ['written', live ? 'push' : 'all', live],
        ['told', 'pull', live],
        ['live_opened', 'pull', true],
        ['timer', 'all', live],
        ['pressed', 'all', live],
        ['join', 'all', live],
        ['network', 'all', false],
      ] as const)
        expect(stepConnection({ kind: 'resting', live }, { kind }), `${kind} ${live}`).toEqual({
          state: { kind: 'working', live: isLive, failures: 0, again: null },
          outputs: [{ kind: 'disarm' }, { kind: 'begin', work }],
        })
  })

  it('SYNC-LINK-1 SYNC-LINK-3 where it stopped, the button and a person’s word start at once, and nothing else does', () => {
    const stopped: ConnectionState = { kind: 'stopped', reason }
    for (const kind of ['pressed', 'resume', 'join'] as const)
      expect(stepConnection(stopped, { kind }), kind).toEqual({
        state: { kind: 'working', live: false, failures: 0, again: null },
        outputs: [{ kind: 'disarm' }, { kind: 'begin', work: 'all' }],
      })
    for (const kind of ['written', 'told', 'timer', 'network', 'looked', 'live_lost', 'round_done'] as const)
      expect(stepConnection(stopped, { kind }), kind).toEqual({ state: stopped, outputs: [] })
  })

  it('SYNC-LINK-1 a quiet machine asks once a minute, with a live channel every five', () => {
    const quiet = (live: boolean) =>
      stepConnection({ kind: 'working', live, failures: 0, again: null }, { kind: 'round_done' })
    expect(quiet(true)).toEqual({ state: { kind: 'resting', live: true }, outputs: [{ kind: 'arm', ms: 5 * 60_000 }] })
    expect(quiet(false).outputs).toContainEqual({ kind: 'arm', ms: 60_000 })
  })
})
