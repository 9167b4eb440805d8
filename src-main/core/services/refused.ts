import { ORPCError } from '@orpc/server'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'

/** The contract's error for a refusal of the catalogue. */
export function refusedError(refusal: Refusal): Error {
  const { code, params } = refusal
  const data = { code, params, ar: refusalSentence(code, params, 'ar'), en: refusalSentence(code, params, 'en') }
  return new ORPCError('REFUSED', { defined: true, status: 422, message: data.en, data })
}

/** The value, or the refusal thrown as the contract's error: the last step of a procedure. */
export function orRefuse<T>(result: Result<T>): T {
  if (!result.ok) throw refusedError(result.refusal)
  return result.value
}
