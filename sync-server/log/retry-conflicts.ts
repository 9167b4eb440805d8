/**
 * Serialisation failures and deadlocks are the store's way to ask for another try. A unique violation is one as well,
 * for a while: another transaction wrote the same ids in between, and the next run finds them and answers what was
 * given (SYNC-PUSH-4).
 */
const triesOf = new Map([
  ['40001', 20],
  ['40P01', 20],
  ['23505', 3],
])

/** Runs a transaction until it does not meet another. `pause` is waited for between tries. */
export async function retryConflicts<T>(run: () => Promise<T>, pause: (tries: number) => Promise<void>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run()
    } catch (error) {
      if (tries >= (triesOf.get(storeCode(error) ?? '') ?? 0)) throw error
    }
    await pause(tries)
  }
}

/** Whether the store gave up the whole transaction, not only the statement. */
export const abortsTransaction = (error: unknown): boolean => ['40001', '40P01'].includes(storeCode(error) ?? '')

/** SQLSTATE of what was thrown; drizzle wraps it as the cause. */
function storeCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  return storeCode(error.cause)
}
