import { refuse } from '#shared/lib/result.ts'
import type { Refusal } from '#shared/lib/result.ts'

/** A refusal by itself, for rules that answer "why not" rather than a result. */
export function because(...said: Parameters<typeof refuse>): Refusal {
  return refuse(...said).refusal
}
