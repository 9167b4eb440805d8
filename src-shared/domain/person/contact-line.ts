import type { Refusal } from '#shared/lib/result.ts'
import { foldDigits } from '#shared/text/fold-digits.ts'

/** What may stand between or behind the digits: a switchboard's number with an extension is written in many ways. */
const phoneText = /^[+]?[\d\s().\-/*#,;:]+(?:(?:ext|x|تحويلة|فرعي|داخلي)\.?\s*\d+)?$/iu
export const emailText = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/

/**
 * Whether somebody can be reached by what stands for an office or department (G-03). In: phone and e-mail, empty where
 * there is none. A phone has 3 digits (a short number) to 25 (a number with its extension). Out: the field and its
 * refusal `contact-phone-invalid` or `email-invalid`; null when both can stand.
 */
export function contactFault({
  phone,
  email,
}: {
  readonly phone: string
  readonly email: string
}): { readonly field: 'phone' | 'email'; readonly refusal: Refusal } | null {
  const typed = foldDigits(phone.normalize('NFKC').replace(/\p{Cf}/gu, '')).trim()
  const digits = typed.replace(/\D/g, '').length
  if (typed !== '' && (!phoneText.test(typed) || digits < 3 || digits > 25))
    return { field: 'phone', refusal: { code: 'contact-phone-invalid', params: { found: typed } } }
  const address = email.trim()
  if (address !== '' && !emailText.test(address))
    return { field: 'email', refusal: { code: 'email-invalid', params: { found: address } } }
  return null
}
