/**
 * How often somebody may ask within a while, by a name of his. Counted when the asking begins, so that many at once are
 * no more than allowed. Held in memory: several servers allow so much each.
 */
export class Tries {
  readonly #most: number
  readonly #windowMs: number
  readonly #counts = new Map<string, { count: number; until: number }>()
  static readonly #mostNames = 50_000

  constructor(most: number, windowMs: number) {
    this.#most = most
    this.#windowMs = windowMs
  }

  /** Counts one; out: null when it may go on, else the whole seconds to wait. */
  begins(name: string, nowMs: number): number | null {
    const before = this.#counts.get(name)
    const current = before !== undefined && before.until > nowMs ? before : { count: 0, until: nowMs + this.#windowMs }
    if (current.count >= this.#most) return Math.ceil((current.until - nowMs) / 1000)
    this.#counts.delete(name)
    this.#counts.set(name, { ...current, count: current.count + 1 })
    this.#forgetOldest()
    return null
  }

  succeeded(name: string): void {
    this.#counts.delete(name)
  }

  #forgetOldest(): void {
    const oldest = this.#counts.keys().next().value
    if (this.#counts.size > Tries.#mostNames && oldest !== undefined) this.#counts.delete(oldest)
  }
}
