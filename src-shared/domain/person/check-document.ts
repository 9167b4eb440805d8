// Is a number one that this kind of document can bear? A rule that is certain refuses; a rule that experts dispute only
// warns, because a true document must never be turned away at the counter.
import { foldDigits } from '#shared/text/fold-digits.ts'
import type { RefusalCode } from '#shared/lib/refusals/catalogue.ts'
import type { Refusal } from '#shared/lib/result.ts'
import { daysInMonth } from './birth-date.ts'
import { passesEgyptianModulus, passesLuhn, passesShiftedLuhn } from './check-digits.ts'
import type { DocumentCountry, IdentityDocument } from './identity-document.ts'

export type DocumentCheck =
  | { readonly kind: 'valid'; readonly normalised: string }
  | { readonly kind: 'warning' | 'refused'; readonly normalised: string; readonly reason: Refusal }

type Rule = (digits: string, typed: string) => DocumentCheck

const valid = (normalised: string): DocumentCheck => ({ kind: 'valid', normalised })

const because =
  (kind: 'warning' | 'refused') =>
  (normalised: string, code: RefusalCode, params: Refusal['params'] = {}): DocumentCheck => ({
    kind,
    normalised,
    reason: { code, params },
  })
const warn = because('warning')
const refused = because('refused')

/** Citizens' numbers begin with 1, residents' with 2; Luhn, which one public validator reads with the places shifted. */
const saudi: Rule = (digits) => {
  if (digits.length !== 10) return refused(digits, 'document-length', { found: digits.length, wanted: 10 })
  if (!/^[12]/.test(digits)) return refused(digits, 'document-first-digit', { found: digits.charAt(0) })
  if (passesLuhn(digits)) return valid(digits)
  return passesShiftedLuhn(digits)
    ? warn(digits, 'document-check-digit-disputed')
    : refused(digits, 'document-check-digit')
}

const egyptianGovernorates = new Set(
  '01 02 03 04 11 12 13 14 15 16 17 18 19 21 22 23 24 25 26 27 28 29 31 32 33 34 35 88'.split(' '),
)

/** Century, birth date, governorate, serial; its check digit has no published rule, so it only warns. */
const egyptian: Rule = (digits) => {
  if (digits.length !== 14) return refused(digits, 'document-length', { found: digits.length, wanted: 14 })
  const century = { 2: 1900, 3: 2000 }[digits.charAt(0)]
  if (century === undefined) return refused(digits, 'document-first-digit', { found: digits.charAt(0) })
  const [year, month, day] = [
    century + Number(digits.slice(1, 3)),
    Number(digits.slice(3, 5)),
    Number(digits.slice(5, 7)),
  ]
  if (day < 1 || day > daysInMonth(year, month))
    return refused(digits, 'document-birth-date', { found: digits.slice(1, 7) })
  const governorate = digits.slice(7, 9)
  if (!egyptianGovernorates.has(governorate)) return refused(digits, 'document-governorate', { found: governorate })
  return passesEgyptianModulus(digits) ? valid(digits) : warn(digits, 'document-check-digit-disputed')
}

/** Ten digits; Jordan has published no check digit. */
const jordanian: Rule = (digits) =>
  digits.length === 10 ? valid(digits) : refused(digits, 'document-length', { found: digits.length, wanted: 10 })

/** Nine digits, Luhn. A leading zero is often left out, and some write the check digit behind a hyphen. */
const palestinian: Rule = (digits, typed) => {
  const padded = digits.padStart(9, '0')
  if (digits.length < 8 || digits.length > 9)
    return refused(digits, 'document-length', { found: digits.length, wanted: 9 })
  if (!passesLuhn(padded)) return refused(digits, 'document-check-digit')
  return digits.length === 9 || /^\d{7}-\d$/.test(typed) ? valid(padded) : warn(padded, 'document-zero-added')
}

const nationalRules: Readonly<Record<Exclude<DocumentCountry, 'other'>, Rule>> = {
  SA: saudi,
  EG: egyptian,
  JO: jordanian,
  PS: palestinian,
}

/** Passports, and every document whose rule is not known: letters and digits, not absurdly short or long. */
function checkFreely(number: string, least: number): DocumentCheck {
  if (!/^[\p{L}\p{N}]+$/u.test(number)) return refused(number, 'document-characters')
  if (number.length < least) return refused(number, 'document-length', { found: number.length, wanted: `${least}–30` })
  return number.length > 30
    ? refused(number, 'document-length', { found: number.length, wanted: `${least}–30` })
    : valid(number)
}

function checkSaudiResidence(digits: string, typed: string): DocumentCheck {
  const check = saudi(digits, typed)
  return check.kind === 'valid' && digits.startsWith('1') ? warn(digits, 'document-not-residence') : check
}

function ruleOf(document: IdentityDocument): Rule | null {
  if (document.country === 'SA' && document.kind === 'residence') return checkSaudiResidence
  return document.country === 'other' || document.kind !== 'national_id' ? null : nationalRules[document.country]
}

/**
 * Checks the number of an identity document by its country's rule. In: the document, its number as typed (Arabic-Indic
 * digits, blanks, hyphens and direction marks allowed). Out: `valid`; `warning` with a reason to show (the number may be
 * kept); `refused` with the reason. `normalised` is the number to store: Latin digits, capitals, no separators. R-05.
 */
export function checkDocument(document: IdentityDocument): DocumentCheck {
  const typed = foldDigits(document.number.normalize('NFKC').replace(/[\p{Cf}\s]/gu, ''))
    .replace(/\p{Pd}/gu, '-')
    .toUpperCase()
  const normalised = typed.replace(/[-/.]/g, '')
  if (normalised === '') return refused('', 'document-empty')
  const rule = ruleOf(document)
  if (rule === null) return checkFreely(normalised, document.kind === 'passport' ? 5 : 3)
  return /^\d+$/.test(normalised) ? rule(normalised, typed) : refused(normalised, 'document-characters')
}
