import { withPutBacks } from './put-back-steps.ts'
import { randomOf } from './random.ts'

/* A story is made before it is told, so that it can be told again with some of its steps left out. */

export type Step =
  | {
      readonly kind: 'register'
      readonly machine: number
      readonly pick: number
      /** Strictly confidential, named to all who work there. */
      readonly isStrict?: boolean
    }
  | {
      readonly kind: 'command'
      readonly machine: number
      readonly picks: readonly [number, number, number, number]
      /** One of the steps of the main road, on one of the newest cases: or few of them would come to a referral. */
      readonly isRoad?: boolean
    }
  /** One of the newest open cases becomes strictly confidential, named to one unit's people. */
  | { readonly kind: 'raise'; readonly machine: number; readonly pick: number; readonly unit: string }
  | { readonly kind: 'cut'; readonly machine: number }
  | { readonly kind: 'mend'; readonly machine: number }
  | { readonly kind: 'press'; readonly machine: number }
  | { readonly kind: 'crash'; readonly machine: number }
  /** Dies at one of its next writes. */
  | { readonly kind: 'crash_at'; readonly machine: number; readonly writes: number }
  | { readonly kind: 'crash_server' }
  /** A copy of the machine's file is kept; later it stands in its place, or beside it. */
  | { readonly kind: 'back_up'; readonly machine: number }
  | { readonly kind: 'restore'; readonly machine: number }
  | { readonly kind: 'clone'; readonly machine: number }
  /** A backup of the server, and its return. */
  | { readonly kind: 'back_up_server' }
  /** Silently: the database was put back by its own means, and the server knows nothing of it. */
  | { readonly kind: 'restore_server'; readonly silently?: true }
  /** A user's rights are taken, or given back, by the central unit; at once: what arrives later is held. */
  | { readonly kind: 'rights'; readonly pick: number; readonly active: boolean; readonly atOnce: boolean }
  /** A program that is newer than the server's writes an event that no server here knows. */
  | { readonly kind: 'newer'; readonly machine: number; readonly pick: number }
  /** A machine's credential holds no more. */
  | { readonly kind: 'revoke'; readonly machine: number }
  /** The author asks for another judgement of a held commit, or takes it back. */
  | { readonly kind: 'held'; readonly machine: number; readonly pick: number; readonly isBack: boolean }
  | { readonly kind: 'settle'; readonly machine: number; readonly pick: number }
  /** A file of so many bytes is added to a case. */
  | { readonly kind: 'attach'; readonly machine: number; readonly pick: number; readonly bytes: number }
  /** Everybody goes home: days in which nothing moves. */
  | { readonly kind: 'leap'; readonly hours: number }
  /** Duties of the server, by one runner, or by two where a lease lapsed; and those of a desktop without contact. */
  | { readonly kind: 'duties'; readonly runners: number }
  | { readonly kind: 'desk_duties'; readonly machine: number }

  /** A complainant whose cases are over is forgotten. */
  | { readonly kind: 'forget'; readonly machine: number; readonly pick: number }
  /** An office's cases all go up to the central unit; a person lets a machine hide so many. */
  | { readonly kind: 'give_away'; readonly machine: number }
  | { readonly kind: 'let_hide'; readonly machine: number }
  /** A machine's credential holds for so many calls more: it ends in the middle of an exchange. */
  | { readonly kind: 'expire'; readonly machine: number; readonly calls: number }
  /** Somebody starts the program again on a folder that it has open. */
  | { readonly kind: 'start_twice'; readonly machine: number }
  /** The credential of a machine holds again. */
  | { readonly kind: 'let_in'; readonly machine: number }
  /** A machine that was behind gets the program of the others. */
  | { readonly kind: 'update'; readonly machine: number }

export interface TimedStep {
  /** Milliseconds since the step before. */
  readonly after: number
  readonly step: Step
}

export interface Plan {
  readonly seed: number
  /** Clock error of each machine. */
  readonly skews: readonly number[]
  /** Machines whose program is behind the others'. */
  readonly older: readonly number[]
  readonly weather: { readonly loss: number; readonly duplication: number; readonly slowest: number }
  readonly steps: readonly TimedStep[]
}

const yearMs = 365 * 86_400_000

/** In: a seed. Out: 2–6 machines, their clocks, a weather, and so many steps. */
export function planOf(seed: number, length = 300): Plan {
  const random = randomOf(seed, 'plan')
  const machines = 2 + random.int(5)
  const skews = Array.from({ length: machines }, () =>
    random.chance(0.3) ? Math.round((random.next() - 0.5) * 20 * yearMs) : random.int(4000),
  )
  const bad = random.chance(0.7)
  const weather = {
    loss: bad ? random.next() * 0.25 : 0,
    duplication: bad ? random.next() * 0.2 : 0,
    slowest: 5 + random.int(bad ? 4000 : 50),
  }
  const machine = (): number => random.int(machines)
  const make = (): Step => {
    const dice = random.int(1000)
    if (dice < 170) return { kind: 'register', machine: machine(), pick: random.int(1000) }
    if (dice < 800)
      return {
        kind: 'command',
        machine: machine(),
        picks: [random.int(1000), random.int(1000), random.int(1000), random.int(1000)],
      }
    if (dice < 835) return { kind: 'cut', machine: machine() }
    if (dice < 890) return { kind: 'mend', machine: machine() }
    if (dice < 910) return { kind: 'press', machine: machine() }
    if (dice < 930) return { kind: 'crash', machine: machine() }
    if (dice < 950) return { kind: 'crash_at', machine: machine(), writes: random.int(60) }
    if (dice < 965) return { kind: 'crash_server' }
    if (dice < 972) return { kind: 'back_up', machine: machine() }
    if (dice < 977) return { kind: 'restore', machine: machine() }
    if (dice < 981) return { kind: 'clone', machine: machine() }
    if (dice < 985) return { kind: 'back_up_server' }
    if (dice < 987) return { kind: 'restore_server' }
    if (dice < 988) return { kind: 'held', machine: machine(), pick: random.int(1000), isBack: random.chance(0.3) }
    if (dice < 989) return { kind: 'revoke', machine: machine() }
    if (dice < 991) return { kind: 'newer', machine: machine(), pick: random.int(1000) }
    if (dice < 995)
      return { kind: 'rights', pick: random.int(1000), active: random.chance(0.6), atOnce: random.chance(0.5) }
    return { kind: 'settle', machine: machine(), pick: random.int(1000) }
  }
  const steps = Array.from({ length }, () => ({
    after: random.chance(0.8) ? random.int(3000) : random.int(90_000),
    step: make(),
  }))
  const told = withEdges(seed, machines, withTaken(seed, machines, withMore(seed, machines, steps)))
  const older = olderOf(seed, machines)
  return { seed, skews, older, weather, steps: withPutBacks(seed, withUpdates(seed, older, withSilence(seed, told))) }
}

function withSilence(seed: number, steps: readonly TimedStep[]): readonly TimedStep[] {
  const random = randomOf(seed, 'put back')
  return steps.map(({ after, step }) =>
    step.kind === 'restore_server' && random.chance(0.5)
      ? { after, step: { ...step, silently: true } }
      : { after, step },
  )
}

/** In some stories a part of the machines comes late to the program of the others. */
function olderOf(seed: number, machines: number): readonly number[] {
  const random = randomOf(seed, 'versions')
  const isMixed = random.chance(0.3)
  return Array.from({ length: machines }, (_, machine) => machine).filter(() => isMixed && random.chance(0.5))
}

/** Most of them are updated on the way, the others at the end. */
function withUpdates(seed: number, older: readonly number[], steps: readonly TimedStep[]): readonly TimedStep[] {
  const random = randomOf(seed, 'updates')
  return older.reduce((told, machine) => {
    const at = random.int(Math.ceil(told.length * 1.4))
    const update: TimedStep = { after: random.int(3000), step: { kind: 'update', machine } }
    return at < told.length ? [...told.slice(0, at), update, ...told.slice(at)] : told
  }, steps)
}

/** What stories learned to tell later has a chance of its own, so that the rest of an old seed is told as before. */
function withMore(seed: number, machines: number, steps: readonly TimedStep[]): readonly TimedStep[] {
  const random = randomOf(seed, 'more')
  const machine = (): number => random.int(machines)
  /** After days at home the first at work find what fell due meanwhile, before they hear from anybody. */
  const morning = (): readonly Step[] => [
    { kind: 'leap', hours: 1 + random.int(random.chance(0.5) ? 12 : 300) },
    ...(random.chance(0.6) ? [{ kind: 'desk_duties', machine: machine() } as const] : []),
    ...(random.chance(0.6) ? [{ kind: 'duties', runners: 1 + random.int(2) } as const] : []),
  ]
  const make = (): readonly Step[] =>
    random.chance(0.5)
      ? [{ kind: 'attach', machine: machine(), pick: random.int(1000), bytes: 1 + random.int(200) }]
      : morning()
  const timed = (step: Step, index: number): TimedStep => ({ after: index === 0 ? random.int(3000) : 0, step })
  const onRoad = (each: TimedStep): TimedStep =>
    each.step.kind === 'command' && random.chance(0.5) ? { ...each, step: { ...each.step, isRoad: true } } : each
  return steps.map(onRoad).flatMap((each) => (random.chance(0.06) ? [...make().map(timed), each] : [each]))
}

/** What takes something away has a chance of its own too. */
function withTaken(seed: number, machines: number, steps: readonly TimedStep[]): readonly TimedStep[] {
  const random = randomOf(seed, 'taken')
  const make = (): Step => {
    const [dice, machine] = [random.int(100), random.int(machines)]
    if (dice < 50) return { kind: 'forget', machine, pick: random.int(1000) }
    if (dice < 65) return { kind: 'let_hide', machine }
    return dice < 70 ? { kind: 'give_away', machine } : { kind: 'let_in', machine }
  }
  return steps.flatMap((each) => (random.chance(0.03) ? [{ after: random.int(3000), step: make() }, each] : [each]))
}

/** So has what ends or begins where nobody expects it: a credential, until a person lets the machine in again; a second start. */
function withEdges(seed: number, machines: number, steps: readonly TimedStep[]): readonly TimedStep[] {
  const random = randomOf(seed, 'edges')
  return steps.flatMap((each) => {
    if (!random.chance(0.01)) return [each]
    const machine = random.int(machines)
    if (random.chance(0.4)) return [{ after: random.int(3000), step: { kind: 'start_twice', machine } }, each]
    const ends: TimedStep = { after: random.int(3000), step: { kind: 'expire', machine, calls: random.int(12) } }
    const again: TimedStep = { after: random.int(90_000), step: { kind: 'let_in', machine } }
    return [ends, each, again]
  })
}

/** In: a seed. Out: so many machines that write at once, round for round, under a quiet sky: for a real database. */
export function crowdOf(seed: number, machines: number, rounds: number): Plan {
  const random = randomOf(seed, 'crowd')
  const write = (machine: number): Step => {
    const [pick, which, a, b] = [random.int(1000), random.int(1000), random.int(1000), random.int(1000)]
    return random.chance(0.3)
      ? { kind: 'register', machine, pick }
      : { kind: 'command', machine, picks: [pick, which, a, b] }
  }
  const round = (): readonly TimedStep[] =>
    Array.from({ length: machines }, (_, machine) => ({ after: machine === 0 ? 3000 : 0, step: write(machine) }))
  return {
    seed,
    skews: Array.from({ length: machines }, () => random.int(4000)),
    older: [],
    weather: { loss: 0, duplication: random.chance(0.5) ? 0.2 : 0, slowest: 1 },
    steps: Array.from({ length: rounds }, round).flat(),
  }
}
