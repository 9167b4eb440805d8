import { isRefusalCode, refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import type { OutcomeReason } from '#shared/sync/outcome.ts'

/** A newer server may give a reason that this program has no words for: its code is shown. */
export function inWords({ code, params }: OutcomeReason): OutcomeReason & { readonly ar: string; readonly en: string } {
  if (!isRefusalCode(code)) return { code, params, ar: code, en: code }
  return { code, params, ar: refusalSentence(code, params, 'ar'), en: refusalSentence(code, params, 'en') }
}
