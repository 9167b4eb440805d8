import { assert } from '#shared/lib/assert.ts'
import type { Result } from '#shared/lib/result.ts'

/** What a test needs to go on. */
export function opened<T>(result: Result<T>): T {
  assert(result.ok, result.ok ? '' : `${result.refusal.code} ${JSON.stringify(result.refusal.params)}`)
  return result.value
}
