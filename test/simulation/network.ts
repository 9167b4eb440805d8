import type { Random } from './random.ts'
import type { Scheduler } from './scheduler.ts'

/** How bad the network is: chances per call, delays in milliseconds. */
export interface Weather {
  readonly loss: number
  readonly duplication: number
  readonly slowest: number
}

/** What a client gets when the world swallowed its question or the answer. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'

  /** Without the way it came, which costs much and tells nothing. */
  constructor(message: string) {
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    super(message)
    Error.stackTraceLimit = stackTraceLimit
  }
}

export interface Network {
  /** One question and its answer between a machine and the server, as badly as the weather is. */
  readonly call: <T>(from: string, name: string, serve: () => Promise<T>) => Promise<T>
  readonly cut: (machine: string) => void
  readonly mend: (machine: string) => void
  readonly isCut: (machine: string) => boolean
  /** From now on the sun shines: for the end of a story, when everything must come to rest. */
  readonly calm: () => void
}

const patience = 20_000

export function createNetwork(scheduler: Scheduler, random: Random, weather: Weather): Network {
  const cuts = new Set<string>()
  let now = weather
  const delay = (): number => 1 + random.int(now.slowest)
  /** A thing on its way arrives later, or never; a copy of it may arrive as well, before or after. */
  const carry = (from: string, name: string, arrive: () => void): void => {
    if (random.chance(now.loss)) return scheduler.note(`${name} lost`)
    scheduler.after(delay(), name, () => {
      if (cuts.has(from)) scheduler.note(`${name} cut off`)
      else arrive()
    })
  }
  return {
    call: (from, name, serve) =>
      new Promise((resolve, reject) => {
        const giveUp = scheduler.after(patience, `${from} ${name} no answer`, () =>
          reject(new NoAnswer(`${name}: no answer`)),
        )
        const answer = <T>(kept: (value: T) => void, value: T): void =>
          carry(from, `${from} ${name} answer`, () => {
            giveUp()
            kept(value)
          })
        const ask = (): void =>
          carry(from, `${from} ${name}`, () => {
            serve().then(
              (value) => answer(resolve, value),
              (error: unknown) => answer(reject, error),
            )
          })
        if (cuts.has(from)) return
        ask()
        if (random.chance(now.duplication)) ask()
      }),
    cut: (machine) => cuts.add(machine),
    mend: (machine) => cuts.delete(machine),
    isCut: (machine) => cuts.has(machine),
    calm: () => {
      cuts.clear()
      now = { loss: 0, duplication: 0, slowest: 20 }
    },
  }
}
