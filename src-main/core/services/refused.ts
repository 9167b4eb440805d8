import { ORPCError } from '@orpc/server'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import { rightLabels } from '#shared/i18n/codes.ts'
import type { Language } from '#shared/i18n/messages.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'

/** The contract's error for a refusal of the catalogue. */
export function refusedError(refusal: Refusal): Error {
  const { code, params } = refusal
  const sentence = (language: Language): string => refusalSentence(code, inWords(params, language), language)
  const data = { code, params, ar: sentence('ar'), en: sentence('en') }
  return new ORPCError('REFUSED', { defined: true, status: 422, message: data.en, data })
}

/** A right that is missing is called by its name, not by its code. */
function inWords(params: Refusal['params'], language: Language): Refusal['params'] {
  const { right } = params
  if (typeof right !== 'string') return params
  const labels: Readonly<Record<string, Record<Language, string>>> = rightLabels
  const names = right.split(', ').map((code) => labels[code]?.[language] ?? code)
  return { ...params, right: names.join(language === 'ar' ? '، ' : ', ') }
}

/** The value, or the refusal thrown as the contract's error: the last step of a procedure. */
export function orRefuse<T>(result: Result<T>): T {
  if (!result.ok) throw refusedError(result.refusal)
  return result.value
}
