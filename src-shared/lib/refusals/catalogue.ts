import { caseRefusals } from './case.ts'
import { endRefusals } from './case-end.ts'
import { referralRefusals } from './case-referral.ts'
import { replyRefusals } from './case-reply.ts'
import { clockRefusals } from './clock.ts'
import { generalRefusals } from './general.ts'
import { historyRefusals } from './history.ts'
import { intakeRefusals } from './intake.ts'
import { numberingRefusals } from './numbering.ts'
import { personRefusals } from './person.ts'
import { reportRefusals } from './report.ts'
import type { RefusalSentence } from './sentence.ts'
import { sessionRefusals } from './session.ts'
import { storeRefusals } from './store.ts'
import { syncRefusals } from './sync.ts'
import { windowRefusals } from './window.ts'

/** Every refusal the program can give, one table a subject; a code stands in exactly one table. */
export const refusalCatalogue = {
  ...generalRefusals,
  ...storeRefusals,
  ...clockRefusals,
  ...caseRefusals,
  ...referralRefusals,
  ...replyRefusals,
  ...endRefusals,
  ...historyRefusals,
  ...intakeRefusals,
  ...numberingRefusals,
  ...personRefusals,
  ...reportRefusals,
  ...sessionRefusals,
  ...syncRefusals,
  ...windowRefusals,
} as const satisfies Readonly<Record<string, RefusalSentence>>

export type RefusalCode = keyof typeof refusalCatalogue

/** Whether a code from elsewhere (a newer server) is one that this program has sentences for. */
export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(refusalCatalogue, code)

/**
 * The sentence of a refusal in a language, its `{name}` places filled.
 * In: code, parameters, language. Out: plain text. A missing parameter stays visible as `{name}`.
 */
export function refusalSentence(
  code: RefusalCode,
  params: Readonly<Record<string, string | number>>,
  language: 'ar' | 'en',
): string {
  return refusalCatalogue[code][language].replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
}
