import { ORPCError } from '@orpc/server'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'

/** The body of a refusal as every client of the contract reads it; the sentence is for whoever looks at the wire. */
export function refusalBody({ code, params }: Refusal): object {
  return {
    defined: true,
    code: 'REFUSED',
    status: 422,
    message: refusalSentence(code, params, 'en'),
    data: { code, params },
  }
}

/** The contract's error for a refusal of the catalogue. */
export function refusedError({ code, params }: Refusal): Error {
  const message = refusalSentence(code, params, 'en')
  return new ORPCError('REFUSED', { defined: true, status: 422, message, data: { code, params } })
}

/** The value, or the refusal thrown as the contract's error: the last step of a procedure. */
export function orRefuse<T>(result: Result<T>): T {
  if (!result.ok) throw refusedError(result.refusal)
  return result.value
}
