import { ORPCError } from '@orpc/client'
import { RefusalData } from '#shared/contract/desktop/procedure.ts'
import type { RefusalCode } from '#shared/lib/refusals/catalogue.ts'
import { refusedFields } from '#shared/lib/refusals/refused-fields.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'

/** Why something did not happen, in both languages. */
export interface Failure {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly ar: string
  readonly en: string
}

/** A refusal that arose in the window itself, thrown to the caller as the core's refusals are. */
export class WindowRefusal extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.en)
    this.failure = failure
  }
}

export function failureFrom(code: RefusalCode, params: Failure['params'] = {}): Failure {
  return { code, params, ar: refusalSentence(code, params, 'ar'), en: refusalSentence(code, params, 'en') }
}

/** In: whatever a call threw. Out: the core's refusal, or what stands for a fault or a lost connection. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WindowRefusal) return error.failure
  if (!(error instanceof ORPCError)) return failureFrom('connection-lost')
  const data = RefusalData.safeParse(error.data)
  if (data.success) return data.data
  if (error.code === 'BAD_REQUEST') return failureFrom('bad-input', { detail: refusedFields(error.data) || '–' })
  return failureFrom('internal-fault', { id: error.message })
}

/** Was it refused by a rule, and not broken off by a fault? */
export function isRefusal(error: unknown): boolean {
  return error instanceof WindowRefusal || (error instanceof ORPCError && error.code === 'REFUSED')
}

/** Is there nobody at the other end? Then a question may be asked again. */
export function isConnectionLost(error: unknown): boolean {
  return !(error instanceof ORPCError) && !(error instanceof WindowRefusal)
}

export function refusalCode(error: unknown): string {
  return failureOf(error).code
}

export function refusalText(error: unknown, language: 'ar' | 'en'): string {
  return failureOf(error)[language]
}
