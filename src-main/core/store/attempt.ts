import { type Result, refuse } from '#shared/lib/result.ts'
import { TooLarge } from './append-commit.ts'
import type { WritableDb } from './driver.ts'
import { storeFault } from './store-fault.ts'

class Refused extends Error {}

const refuseLarge = ({ limit, of }: TooLarge): Result<never> =>
  of === 'events'
    ? refuse('too-many-to-save', { most: limit })
    : refuse('too-large-to-save', { kilobytes: limit / 1024 })

/**
 * One command in one write transaction: a refusal rolls everything back, a full disk and what is too large become refusals,
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
    if (error instanceof TooLarge) return refuseLarge(error)
    const refusal = storeFault(error, db.file)
    if (refusal?.code === 'disk-full') return { ok: false, refusal }
    throw error
  }
}
