import type { Step, TimedStep } from './plan.ts'
import { randomOf } from './random.ts'
import type { Random } from './random.ts'

/*
 * What a put-back must not undo happens too seldom by itself: in some stories it is told, as a run of steps at some place.
 * Machines 0 and 1 work for one office.
 */

/** In: a seed, its steps. Out: the steps, in some stories with such runs among them. */
export function withPutBacks(seed: number, steps: readonly TimedStep[]): readonly TimedStep[] {
  const random = randomOf(seed, 'put back and lost')
  const raised = randomOf(seed, 'raised')
  const silently = () => (random.chance(0.5) ? { silently: true as const } : {})
  const runs = [
    ...(random.chance(0.15) ? [lostAuthor(random.int(1000), silently())] : []),
    ...(random.chance(0.15) ? [takenBack(() => random.int(1000), silently())] : []),
    ...(raised.chance(0.4) ? [raisedBefore(raised)] : []),
  ]
  return runs.reduce((told, run) => {
    const at = random.int(told.length)
    return [...told.slice(0, at), ...run, ...told.slice(at)]
  }, steps)
}

const soon = 1000
/** Whatever is on its way has come, mostly. */
const later = 30_000

const timed = (after: number, step: Step): TimedStep => ({ after, step })

/** A strict case of a machine that never comes again: its colleague beside it has the last copy. */
const lostAuthor = (pick: number, how: { readonly silently?: true }): readonly TimedStep[] => [
  timed(soon, { kind: 'mend', machine: 0 }),
  timed(0, { kind: 'mend', machine: 1 }),
  timed(later, { kind: 'back_up_server' }),
  timed(soon, { kind: 'register', machine: 0, pick, isStrict: true }),
  timed(later, { kind: 'press', machine: 1 }),
  timed(later, { kind: 'restore_server', ...how }),
  timed(0, { kind: 'revoke', machine: 0 }),
]

/** A case that others hold becomes strictly confidential, and a server is put back to before that, or to before there was one. */
function raisedBefore(random: Random): readonly TimedStep[] {
  const machine = random.int(2)
  const unit = ['office', 'office-2', 'central'][random.int(3)] ?? 'office'
  const register: TimedStep = timed(soon, { kind: 'register', machine, pick: random.int(1000) })
  const raise: TimedStep = timed(random.int(later), { kind: 'raise', machine, pick: random.int(2), unit })
  const backUp = timed(random.int(later), { kind: 'back_up_server' })
  const steps =
    [
      [register, backUp, raise],
      [backUp, register, raise],
      [register, raise, backUp],
    ][random.int(3)] ?? []
  return [
    ...steps,
    timed(random.int(later), { kind: 'restore_server', ...(random.chance(0.5) ? { silently: true as const } : {}) }),
    ...(random.chance(0.5) ? [timed(random.int(later), { kind: 'restore_server', silently: true as const })] : []),
  ]
}

/** What a user writes who was just stopped is held; let in again, he takes it back, and a server is put back to before that. */
function takenBack(draw: () => number, how: { readonly silently?: true }): readonly TimedStep[] {
  const [omar, ofOmar] = [0, 2]
  const rights = (active: boolean): Step => ({ kind: 'rights', pick: omar, active, atOnce: true })
  const work = (): Step => ({ kind: 'command', machine: 0, picks: [ofOmar, draw(), draw(), draw()] })
  const back = (): Step => ({ kind: 'held', machine: 0, pick: draw(), isBack: true })
  return [
    timed(soon, { kind: 'cut', machine: 0 }),
    timed(0, rights(false)),
    ...Array.from({ length: 4 }, () => timed(0, work())),
    timed(soon, { kind: 'mend', machine: 0 }),
    timed(later, rights(true)),
    timed(soon, { kind: 'back_up_server' }),
    timed(soon, back()),
    timed(later, back()),
    timed(later, { kind: 'restore_server', ...how }),
  ]
}
