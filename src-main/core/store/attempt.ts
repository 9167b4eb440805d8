import type { Result } from '#shared/lib/result.ts'
import type { WritableDb } from './driver.ts'
import { storeFault } from './store-fault.ts'

class Refused extends Error {}

/**
 * One command in one write transaction: a refusal rolls everything back, a full disk becomes a refusal,
 * everything else throws.
 */
export function attempt<T>(db: WritableDb, command: () => Result<T>): Result<T> {
  let result: Result<T> | null = null
  try {
    return db.transaction(() => {
      result = command()
      if (!result.ok) throw new Refused()
      return result
    })
  } catch (error) {
    if (error instanceof Refused && result !== null) return result
    const refusal = storeFault(error, db.file)
    if (refusal?.code === 'disk-full') return { ok: false, refusal }
    throw error
  }
}
