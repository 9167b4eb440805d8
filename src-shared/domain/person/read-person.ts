// From what a form, an e-mail or an old register holds to the record that is kept: cleaned, with Latin digits, phones
// in E.164 and the document checked. What is disputed becomes a warning to show beside the field, never a refusal.
import { z } from 'zod'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import { cleanText } from '#shared/text/clean-text.ts'
import { foldDigits } from '#shared/text/fold-digits.ts'
import { BirthDate } from './birth-date.ts'
import { checkDocument } from './check-document.ts'
import { IdentityDocument } from './identity-document.ts'
import { parsePhone } from './parse-phone.ts'
import type { PhoneCountry } from './parse-phone.ts'
import { PersonDetails } from './person-details.ts'
import type { PersonName } from './person-name.ts'

const line = z.string().max(200)
const typed = {
  complainantKind: line,
  document: IdentityDocument.optional(),
  birthDate: z.strictObject({ calendar: z.enum(['gregory', 'islamic-umalqura']), text: line }).optional(),
  mobile: line.optional(),
  phone: line.optional(),
  email: line.optional(),
  address: z.string().max(500).optional(),
  governorate: line.optional(),
  preferredChannel: line.optional(),
  language: z.enum(['ar', 'en']),
}
const TypedName = z.strictObject({
  given: line,
  father: line.optional(),
  grandfather: line.optional(),
  family: line.optional(),
})

/** A person as typed: bounded, nothing else promised. */
export const PersonInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('individual'), name: TypedName, ...typed }),
  z.strictObject({
    kind: z.literal('institution'),
    institutionName: line,
    representative: TypedName.optional(),
    ...typed,
  }),
])
export type PersonInput = z.infer<typeof PersonInput>

export interface ReadPerson {
  readonly details: PersonDetails
  /** What to show and leave to the clerk. */
  readonly warnings: readonly Refusal[]
}

const neat = (text: string | undefined): string =>
  text === undefined || text === ''
    ? ''
    : cleanText(text, 500)
        .replace(/[\t ]+/g, ' ')
        .trim()
const latin = (text: string | undefined): string =>
  text === undefined || text === '' ? '' : foldDigits(neat(text)).replace(/\p{Cf}/gu, '')

/** Leaves out what was left empty. */
function filled<T extends Readonly<Record<string, unknown>>>(fields: T): Partial<T> {
  const kept: Partial<T> = {}
  for (const field in fields) if (fields[field] !== '' && fields[field] !== undefined) kept[field] = fields[field]
  return kept
}

function neatName(name: z.infer<typeof TypedName>): PersonName {
  const others = filled({ father: neat(name.father), grandfather: neat(name.grandfather), family: neat(name.family) })
  return { given: neat(name.given), ...others }
}

/** A number as typed into one of the two fields, in E.164; empty when nothing was typed. Refuses `phone-*`. R-05. */
export function readPhone(text: string | undefined, country: PhoneCountry, place: 'mobile' | 'phone'): Result<string> {
  const typed = neat(text)
  if (typed === '') return ok('')
  const number = parsePhone(typed, country)
  if (!number.ok) return number
  const isWrongKind = place === 'mobile' && number.value.kind === 'landline'
  return isWrongKind ? refuse('phone-not-mobile', { number: number.value.national }) : ok(number.value.e164)
}

function readDocument(
  document: IdentityDocument | undefined,
): Result<{ document?: IdentityDocument; warnings: readonly Refusal[] }> {
  if (document === undefined || neat(document.number) === '') return ok({ warnings: [] })
  const check = checkDocument(document)
  if (check.kind === 'refused') return { ok: false, refusal: check.reason }
  return ok({
    document: { ...document, number: check.normalised },
    warnings: check.kind === 'warning' ? [check.reason] : [],
  })
}

function readBirthDate(date: PersonInput['birthDate']): Result<BirthDate | undefined> {
  const text = latin(date?.text)
  if (date === undefined || text === '') return ok(undefined)
  const parsed = BirthDate.safeParse({ calendar: date.calendar, text })
  return parsed.success ? ok(parsed.data) : refuse('birth-date-invalid', { found: text })
}

function identityOf(input: PersonInput): {
  kind: 'individual' | 'institution'
  name?: PersonName
  institutionName?: string
  representative?: PersonName
} {
  if (input.kind === 'individual') return { kind: input.kind, name: neatName(input.name) }
  const representative = input.representative === undefined ? undefined : neatName(input.representative)
  const isNamed = representative !== undefined && representative.given !== ''
  return { kind: input.kind, institutionName: neat(input.institutionName), ...(isNamed ? { representative } : {}) }
}

/**
 * Makes a typed person storable. In: the input; the office's country, for phone numbers without prefix. Out: the record
 * and warnings. Refuses `name-missing`, `email-invalid`, `birth-date-invalid`, `phone-*` and `document-*`. R-05.
 */
export function readPerson(input: PersonInput, country: PhoneCountry): Result<ReadPerson> {
  const identity = identityOf(input)
  if ((identity.name?.given ?? identity.institutionName) === '') return refuse('name-missing')
  const [mobile, phone] = [readPhone(input.mobile, country, 'mobile'), readPhone(input.phone, country, 'phone')]
  if (!mobile.ok) return mobile
  if (!phone.ok) return phone
  const [document, birthDate] = [readDocument(input.document), readBirthDate(input.birthDate)]
  if (!document.ok) return document
  if (!birthDate.ok) return birthDate
  const email = latin(input.email).toLowerCase()
  const texts = {
    address: neat(input.address),
    governorate: neat(input.governorate),
    preferredChannel: neat(input.preferredChannel),
  }
  const contact = {
    mobile: mobile.value,
    phone: phone.value,
    email,
    document: document.value.document,
    birthDate: birthDate.value,
  }
  const { complainantKind, language } = input
  const details = PersonDetails.safeParse({
    ...identity,
    complainantKind,
    language,
    ...filled({ ...contact, ...texts }),
  })
  if (details.success) return ok({ details: details.data, warnings: document.value.warnings })
  const field = String(details.error.issues[0]?.path[0] ?? '')
  return field === 'email' ? refuse('email-invalid', { found: email }) : refuse('bad-input', { detail: field })
}
