// Reads a phone number as people dial or write it. An international prefix may be written + or 00: `00962…` is what one
// dials from a desk phone and what stands on letterheads, so it is accepted as the same number, although strict
// validators refuse it. With a prefix the number is judged by the plan of its own country, so that a slip is still
// found; for countries without a plan here the caller has to say `other`, since nothing could be checked.
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { foldDigits } from '#shared/text/fold-digits.ts'
import { phonePlans, rangeOf } from './phone-plans.ts'
import type { PhoneKind, PlannedCountry } from './phone-plans.ts'

export type PhoneCountry = PlannedCountry | 'other'

export interface PhoneNumber {
  /** `+` and digits: the one form that is stored and compared. */
  readonly e164: string
  /** As dialled inside its country, with the trunk 0; of an unplanned country the E.164 form. */
  readonly national: string
  readonly kind: PhoneKind
  readonly country: PhoneCountry
}

const planned = Object.keys(phonePlans) as readonly PlannedCountry[]

function inPlan(country: PlannedCountry, digits: string): PhoneNumber | null {
  const plan = phonePlans[country]
  const significant = digits.replace(/^0/, '')
  const found = rangeOf(plan, significant)
  if (found === null) return null
  const national = (found.hasTrunk ? '0' : '') + significant
  return { e164: `+${plan.callingCode}${significant}`, national, kind: found.kind, country }
}

/** In: digits behind + or 00. */
function parseInternational(digits: string, country: PhoneCountry): Result<PhoneNumber> {
  const number = `+${digits}`
  const owner = planned.find((candidate) => digits.startsWith(phonePlans[candidate].callingCode))
  if (owner !== undefined) {
    // The trunk 0 people leave in, as in +962 (0)79…, is forgiven.
    const found = inPlan(owner, digits.slice(phonePlans[owner].callingCode.length))
    return found === null ? refuse('phone-invalid', { number }) : ok(found)
  }
  if (country !== 'other') return refuse('phone-other-country', { number })
  return /^[1-9]\d{7,14}$/.test(digits)
    ? ok({ e164: number, national: number, kind: 'other', country })
    : refuse('phone-invalid', { number })
}

function parseNational(digits: string, country: PhoneCountry): Result<PhoneNumber> {
  if (country === 'other') return refuse('phone-invalid', { number: digits })
  const { callingCode } = phonePlans[country]
  const bare = digits.startsWith(callingCode) ? inPlan(country, digits.slice(callingCode.length)) : null
  const found = inPlan(country, digits) ?? bare
  return found === null ? refuse('phone-invalid', { number: digits }) : ok(found)
}

/**
 * Reads a phone number. In: text with +, 00 or the trunk 0, blanks, brackets, hyphens, Arabic-Indic digits, direction
 * marks; the country of numbers without prefix (SA, JO, EG, PS, or `other`, which needs a prefix). Out: E.164, national
 * form and kind. Refuses `phone-empty`, `phone-characters`, `phone-invalid`, `phone-other-country`. R-05.
 */
export function parsePhone(input: string, country: PhoneCountry): Result<PhoneNumber> {
  const plain = foldDigits(input.normalize('NFKC')).replace(/[\s\p{Cf}\p{Pd}\u0640()./]/gu, '')
  if (plain === '') return refuse('phone-empty')
  if (!/^\+?\d{1,20}$/.test(plain)) return refuse('phone-characters')
  const international = /^(?:\+|00)(\d*)$/.exec(plain)?.[1]
  return international === undefined ? parseNational(plain, country) : parseInternational(international, country)
}
