import { describe, expect, test } from 'vitest'
import { planOf } from './plan.ts'
import type { Plan, Step, TimedStep } from './plan.ts'
import { tellStory } from './run-seed.ts'

/* Stories that broke a promise once, cut down to the steps it took. */

type Steps = readonly (readonly [after: number, step: Step])[]

const planned = (seed: number, steps: Steps): Plan => ({
  ...planOf(seed),
  older: [],
  steps: steps.map(([after, step]): TimedStep => ({ after, step })),
})

const told = (seed: number, steps: Steps) => tellStory(planned(seed, steps))

describe('stories that broke a promise once', () => {
  test('SYNC-RECOVER-2 SYNC-APPEND-13 a machine sends again what rests on a case that another has not sent again yet (S8, S12)', async () => {
    const { broken, commits } = await told(1, [
      [1936, { kind: 'back_up_server' }],
      [2543, { kind: 'register', machine: 0, pick: 137 }],
      [2655, { kind: 'command', machine: 4, picks: [111, 756, 655, 211] }],
      [1230, { kind: 'command', machine: 5, picks: [463, 781, 920, 770] }],
      [23_146, { kind: 'restore_server' }],
    ])
    expect(broken).toEqual([])
    expect(commits).toBe(2)
  })

  test('SYNC-RECOVER-2 SYNC-RECOVER-4 a machine comes back from its backup to a server that came back from its own (S8, S12)', async () => {
    const { broken } = await told(38, [
      [100_000, { kind: 'register', machine: 0, pick: 4 }],
      [2000, { kind: 'register', machine: 1, pick: 1 }],
      [2000, { kind: 'command', machine: 1, picks: [3, 5, 1, 2] }],
      [60_000, { kind: 'back_up_server' }],
      [2000, { kind: 'back_up', machine: 0 }],
      [2000, { kind: 'register', machine: 0, pick: 3 }],
      [2000, { kind: 'command', machine: 0, picks: [9, 2, 8, 1] }],
      [90_000, { kind: 'restore_server' }],
      [90_000, { kind: 'restore', machine: 0 }],
      [90_000, { kind: 'register', machine: 0, pick: 2 }],
    ])
    expect(broken).toEqual([])
  })

  test('SYNC-RECOVER-2 SYNC-RECOVER-4 a restored machine’s new epoch follows a place that the restored server lost (S8, S10)', async () => {
    const { broken } = await told(1, [
      [100_000, { kind: 'register', machine: 0, pick: 4 }],
      [60_000, { kind: 'back_up_server' }],
      [2000, { kind: 'register', machine: 0, pick: 3 }],
      [60_000, { kind: 'back_up', machine: 0 }],
      [2000, { kind: 'cut', machine: 0 }],
      [2000, { kind: 'restore_server' }],
      [2000, { kind: 'restore', machine: 0 }],
      [2000, { kind: 'register', machine: 0, pick: 1 }],
      [60_000, { kind: 'mend', machine: 0 }],
      [60_000, { kind: 'register', machine: 0, pick: 1 }],
    ])
    expect(broken).toEqual([])
  })

  test('SYNC-MERGE-7 an office whose cases all go to the central unit asks before it hides them, and at a person’s word goes on (S18, S8)', async () => {
    const registered = Array.from({ length: 24 }, (_, pick) => [2000, { kind: 'register', machine: 0, pick }] as const)
    const asked = await told(5, [...registered, [60_000, { kind: 'give_away', machine: 0 }]])
    expect(asked.broken).toEqual([])
    expect(asked.lines.filter((line) => line.endsWith('stops: sync-would-hide'))).not.toEqual([])
    const answered = await told(5, [
      ...registered,
      [60_000, { kind: 'give_away', machine: 0 }],
      [60_000, { kind: 'let_hide', machine: 0 }],
      [0, { kind: 'let_hide', machine: 1 }],
    ])
    expect(answered.broken).toEqual([])
    const last = answered.lines.findLastIndex((line) => line.endsWith('stops: sync-would-hide'))
    expect(last).toBeLessThan(answered.lines.findIndex((line) => line.includes('let_hide')))
  })

  test('SYNC-MERGE-7 SYNC-RECOVER-2 a machine asks before it sets aside what a restored server lacks; seed 1013 (S18)', async () => {
    const registered = Array.from({ length: 24 }, (_, pick) => [2000, { kind: 'register', machine: 0, pick }] as const)
    const { broken, lines } = await told(5, [
      [60_000, { kind: 'back_up_server' }],
      ...registered,
      [60_000, { kind: 'cut', machine: 0 }],
      [2000, { kind: 'restore_server' }],
      [60_000, { kind: 'press', machine: 1 }],
    ])
    expect(broken).toEqual([])
    expect(lines.filter((line) => line.endsWith('stops: sync-would-hide'))).not.toEqual([])
  })

  test('SYNC-FEED-7 a person is forgotten at a restored server before his office sends his record again; seed 1081 (S19, S8)', async () => {
    const { broken } = await told(1081, [
      [2815, { kind: 'back_up_server' }],
      [31_832, { kind: 'register', machine: 0, pick: 510 }],
      [356, { kind: 'command', machine: 0, picks: [258, 442, 359, 199] }],
      [2670, { kind: 'rights', pick: 248, active: false, atOnce: true }],
      [435, { kind: 'cut', machine: 0 }],
      [2087, { kind: 'forget', machine: 4, pick: 993 }],
      [41_558, { kind: 'settle', machine: 3, pick: 449 }],
      [317, { kind: 'restore_server' }],
    ])
    expect(broken).toEqual([])
  })

  test('S19 a machine that comes back from a backup forgets again whom it had forgotten and told nobody of', async () => {
    const steps: Steps = [
      [2000, { kind: 'register', machine: 0, pick: 0 }],
      [2000, { kind: 'command', machine: 0, picks: [2, 2, 0, 2] }],
      [60_000, { kind: 'back_up', machine: 0 }],
      [2000, { kind: 'cut', machine: 0 }],
      [2000, { kind: 'forget', machine: 0, pick: 0 }],
      [2000, { kind: 'restore', machine: 0 }],
      [60_000, { kind: 'mend', machine: 0 }],
    ]
    const plan = { ...planned(5, steps), skews: [0, 0], weather: { loss: 0, duplication: 0, slowest: 5 } }
    const { broken, lines } = await tellStory(plan)
    expect(lines.some((line) => line.endsWith('forgets somebody'))).toBe(true)
    expect(broken).toEqual([])
    const { broken: known } = await tellStory(plan, { hasNoLedger: true })
    expect(known.map((line) => line.replace(/person:\S+/, 'him'))).toEqual([
      'S19 office-0 still knows him 1 parts, 1 rows, 0 words',
    ])
  })

  test('S19 whom it had forgotten and whom its backup did not hold yet, but the server, is forgotten again when he is heard of; seed 312', async () => {
    const steps: Steps = [
      [2000, { kind: 'back_up', machine: 0 }],
      [2000, { kind: 'register', machine: 0, pick: 0 }],
      [2000, { kind: 'command', machine: 0, picks: [2, 2, 0, 2] }],
      [60_000, { kind: 'cut', machine: 0 }],
      [2000, { kind: 'forget', machine: 0, pick: 0 }],
      [2000, { kind: 'restore', machine: 0 }],
      [60_000, { kind: 'mend', machine: 0 }],
    ]
    const plan = { ...planned(5, steps), skews: [0, 0], weather: { loss: 0, duplication: 0, slowest: 5 } }
    const { broken, lines } = await tellStory(plan)
    expect(lines.some((line) => line.endsWith('forgets somebody'))).toBe(true)
    expect(broken).toEqual([])
    expect((await tellStory(plan, { hasNoLedger: true })).broken).toHaveLength(1)
  })
})
