import { foldDigits } from '#shared/text/fold-digits.ts'
import type { PersonDetails } from './person-details.ts'

/*
 * A half-filled form that names a forgotten person loses what it says of him (S19): by his record, his document, phone or
 * e-mail. Subject and text stay as they are, like those of a case.
 */
export interface Forgotten {
  readonly id: string
  /** All that was ever recorded of him. */
  readonly details: readonly PersonDetails[]
}

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** In: a form as the window keeps it, or as a file filled it. Out: the form without the person; null where it does not name him. */
export function formWithout(form: unknown, person: Forgotten): unknown {
  if (!isNode(form)) return null
  if (isNode(form['window'])) {
    const own = formWithout(form['window'], person)
    return own === null ? null : { ...form, window: own }
  }
  if (!isNamed(form, person)) return null
  return {
    ...form,
    ...('known' in form ? { known: null, key: '' } : {}),
    ...(isNode(form['person']) ? { person: blanked(form['person']) } : {}),
  }
}

function isNamed({ known, key, person }: Node, { id, details }: Forgotten): boolean {
  if (isNode(known) && known['id'] === id) return true
  const typed = [...textsOf(person), ...textsOf(key)]
  return typed.some((text) => text === id || details.some((each) => isOf(text, each)))
}

const isOf = (text: string, { document, email, mobile, phone }: PersonDetails): boolean =>
  isSamePhone(text, mobile) ||
  isSamePhone(text, phone) ||
  (document !== undefined && plain(text) === plain(document.number)) ||
  (email !== undefined && plain(text) === plain(email))

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return isNode(value) ? Object.values(value).flatMap(textsOf) : []
}

const plain = (text: string): string => foldDigits(text).replace(/[\s-]/g, '').toLowerCase()

/** Of a telephone number without its country: fewer are also somebody else's. */
const leastDigits = 8

/** Typed as people write it, with or without the country; a shorter rest would be anybody's. */
function isSamePhone(typed: string, kept: string | undefined): boolean {
  const digits = foldDigits(typed).replace(/\D/g, '').replace(/^0+/, '')
  return digits.length >= leastDigits && kept?.endsWith(digits) === true
}

/** Codes that say nothing of who somebody is, and without which the form could not be opened. */
const codes = new Set([
  'kind',
  'complainantKind',
  'documentCountry',
  'documentKind',
  'country',
  'birthCalendar',
  'calendar',
  'language',
  'preferredChannel',
])

const blanked = (person: Node): Node =>
  Object.fromEntries(
    Object.entries(person).map(([name, value]) => [
      name,
      isNode(value) ? blanked(value) : typeof value === 'string' && !codes.has(name) ? '' : value,
    ]),
  )
