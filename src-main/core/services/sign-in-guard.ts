const mostTries = 5
const waitMs = 30_000
const mostNames = 10_000

/** What a try at the recovery code is counted under; no user name holds a space. */
export const recoveryTries = 'recovery code'
export const waitSeconds = waitMs / 1000

/**
 * Tries at a secret, by the name they are for: after five a wait, so that a stolen PC cannot be tried out quickly.
 * A try counts when it begins, before its hash is computed: many at once are no more than five.
 */
export class SignInGuard {
  readonly #tries = new Map<string, { count: number; until: number }>()

  /** Counts a try; false when the name must wait. */
  begins(name: string, nowMs: number): boolean {
    const key = keyOf(name)
    const before = this.#tries.get(key)
    if (before !== undefined && before.until > nowMs) return false
    const count = (before?.count ?? 0) + 1
    this.#tries.set(key, { count, until: count >= mostTries ? nowMs + waitMs : 0 })
    const oldest = this.#tries.keys().next().value
    if (this.#tries.size > mostNames && oldest !== undefined) this.#tries.delete(oldest)
    return true
  }

  succeeded(name: string): void {
    this.#tries.delete(keyOf(name))
  }
}

/** A name as the users' list finds it: `Admin` and ` admin` are one. */
const keyOf = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
