import { parsePhone } from '#shared/domain/person/parse-phone.ts'
import type { Country } from '#shared/domain/lists/office-events.ts'
import { nameOfDraft } from '#renderer/parts/person-draft.ts'
import type { PersonDraft } from '#renderer/parts/person-draft.ts'
import type { IntakeForm } from './intake-form.ts'

const shortestKey = 3

/** In: what was typed to find the caller, the office's country. Out: the field of a new person that it belongs in. */
export function personFromKey(key: string, country: Country): Partial<PersonDraft> {
  const text = key.trim()
  if (text === '') return {}
  if (text.includes('@')) return { email: text }
  const phone = parsePhone(text, country)
  if (phone.ok) return phone.value.kind === 'landline' ? { phone: text } : { mobile: text }
  if (/^[\d\s-]{5,}$/.test(text)) return { documentNumber: text.replace(/[\s-]/g, '') }
  return /\d/.test(text) ? {} : nameParts(text)
}

type Typed = Pick<IntakeForm, 'key' | 'known' | 'person'>

/**
 * What a caller is looked up by, the surest first: the numbers and the address in the fields of the person, what
 * was typed to find him, and his name. Nothing once he is known.
 */
export function lookupsOf({ key, known, person }: Typed): readonly string[] {
  if (known !== null) return []
  const { documentNumber, mobile, phone, email } = person
  const numbers = [documentNumber, mobile, phone].filter((text) => (text.match(/\p{Nd}/gu) ?? []).length >= 7)
  const addresses = email.includes('@') ? [email] : []
  const name = nameOfDraft(person)
  const names = name.trim().includes(' ') ? [name] : []
  const all = [...numbers, ...addresses, key, ...names].map((text) => text.trim())
  return [...new Set(all)].filter((text) => text.length >= shortestKey)
}

/** A name as it is said: first, father, grandfather, the rest is the family. */
export function nameParts(text: string): Pick<PersonDraft, 'given' | 'father' | 'grandfather' | 'family'> {
  const words = text.trim().split(/\s+/)
  const [given = '', second = '', third = '', ...rest] = words
  if (words.length <= 2) return { given, father: '', grandfather: '', family: second }
  if (words.length === 3) return { given, father: second, grandfather: '', family: third }
  return { given, father: second, grandfather: third, family: rest.join(' ') }
}
