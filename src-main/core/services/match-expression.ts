import type { PhoneCountry } from '#shared/domain/person/parse-phone.ts'
import { phonePlans } from '#shared/domain/person/phone-plans.ts'
import { foldDigits } from '#shared/text/fold-digits.ts'
import { nameKey } from '#shared/text/name-key.ts'
import { searchTokens } from '#shared/text/search-tokens.ts'
import { where } from './condition.ts'
import type { Condition } from './condition.ts'

/* What was typed as the indexes are asked for it. */

/** Shorter parts stand in nearly every number. */
const leastPart = 3

/** In: a text. Out: the condition that it is a part of a case's number; none is found by fewer than three characters. */
export function hasPartOfReference(text: string): Condition {
  const part = foldDigits(text).trim().toUpperCase()
  return part.length < leastPart ? where('1 = 0') : where('instr(r.reference, ?) > 0', part)
}

interface Sought {
  readonly columns: 'text' | 'all'
  /** Of numbers without an international prefix. */
  readonly country: PhoneCountry
}

/** Words as FTS5 reads them, quoted, the last one open at its end; null when nothing is left after folding. */
export function matchExpression(text: string, { columns, country }: Sought): string | null {
  const digits = foldDigits(text).replace(/[\s()+-]/g, '')
  const isNumber = /^\d{5,}$/.test(digits)
  const words = isNumber ? numberForms(digits, country) : searchTokens(text)
  if (words.length === 0) return null
  const quoted = words.map((word) => `"${word.replaceAll('"', '')}"*`).join(isNumber ? ' OR ' : ' ')
  const scope = columns === 'text' ? `text : (${quoted})` : `(${quoted})`
  const names = nameExpression(text)
  return columns === 'text' || isNumber || names === null ? scope : `${scope} OR ${names}`
}

/**
 * What a number may begin with in the index, where telephones stand as E.164 digits: as typed, without the prefix of abroad,
 * and, where it is dialled inside the country, with the country's own instead of the trunk 0. Also of a part of a number.
 */
function numberForms(digits: string, country: PhoneCountry): readonly string[] {
  const abroad = digits.replace(/^00/, '')
  const inside = digits.replace(/^0/, '')
  const called = country === 'other' ? [] : [`${phonePlans[country].callingCode}${inside}`]
  return [...new Set([digits, abroad, inside, ...called])]
}

/** Each part of a name by its forgiving key, in any order, with other parts between: «عبد الله الغامدي» is «عبدالله سعيد الغامدى». */
export function nameExpression(text: string): string | null {
  const names = nameKey(text)
    .split(' ')
    .filter((name) => name !== '')
  if (names.length === 0) return null
  return `identity : (${names.map((name) => `"${name.replaceAll('"', '')}"*`).join(' AND ')})`
}
