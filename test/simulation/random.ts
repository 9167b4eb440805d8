/** A stream of chance that is the same for the same seed on every machine (sfc32). */
export interface Random {
  /** At least 0, below 1. */
  readonly next: () => number
  /** A whole number, at least 0, below `below`. */
  readonly int: (below: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  /** Bytes, for ids and salts. */
  readonly bytes: (length: number) => Uint8Array
}

/** In: a seed and a name, so that the network's chance does not move when somebody else draws once more. */
export function randomOf(seed: number, name: string): Random {
  let [a, b, c, d] = [seed | 0, hashOf(name), 0x9e3779b9 | 0, 1]
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 15; round += 1) next()
  const int = (below: number): number => Math.floor(next() * below)
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (from) => {
      const picked = from[int(from.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
    bytes: (length) => {
      const bytes = new Uint8Array(length)
      for (let index = 0; index < length; index += 1) bytes[index] = int(256)
      return bytes
    },
  }
}

function hashOf(name: string): number {
  let hash = 2166136261
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619)
  return hash | 0
}
