/**
 * Chance for practice data: a seeded generator, the same on every machine. Its numbers shape made-up people and cases and are
 * never a secret or an id.
 */
export interface Random {
  /** From 0 inclusive to 1 exclusive. */
  readonly next: () => number
  /** A whole number from `from` to `to`, both inclusive. */
  readonly between: (from: number, to: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** One of the keys, as often as its weight says. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K
  /** Around a median, seldom much more: how long people take. */
  readonly around: (median: number, spread: number) => number
}

/** In: any whole numbers that name the stream. */
export function seededRandom(...seeds: readonly number[]): Random {
  let state =
    seeds.reduce((mixed, seed) => Math.imul(mixed ^ (seed + 0x9e3779b9), 0x85ebca6b) ^ (mixed >>> 13), 0x2545f491) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick: (list) => list[between(0, list.length - 1)] as (typeof list)[number], // lists of the practice data are never empty
    weighted: (weights) => drawn(weights, next()),
    around: (median, spread) => Math.round(median * Math.exp(spread * bell(next))),
  }
}

function drawn<K extends string>(weights: Readonly<Record<K, number>>, at: number): K {
  const entries = Object.entries(weights) as [K, number][]
  let left = at * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of entries) {
    left -= weight
    if (left < 0) return key
  }
  return entries.at(-1)?.[0] as K
}

/** Nearly the normal distribution, out of six even draws. */
function bell(next: () => number): number {
  let sum = -3
  for (let draw = 0; draw < 6; draw += 1) sum += next()
  return sum * Math.SQRT2
}
