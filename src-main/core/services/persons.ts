import type { PersonForm as PersonFormSchema } from '#shared/contract/desktop/people.ts'
import type { PersonView } from '#shared/contract/desktop/views.ts'
import type { ContactChannel } from '#shared/domain/case/codes.ts'
import { displayName } from '#shared/domain/person/display-name.ts'
import { personEvents } from '#shared/domain/person/events.ts'
import type { PersonDetails } from '#shared/domain/person/person-details.ts'
import { readPerson } from '#shared/domain/person/read-person.ts'
import type { PersonInput } from '#shared/domain/person/read-person.ts'
import type { Country } from '#shared/domain/lists/office-events.ts'
import type { Result } from '#shared/lib/result.ts'
import { ok } from '#shared/lib/result.ts'
import type { z } from 'zod'
import type { ReadableDb } from '#core/store/driver.ts'
import type { Fresh } from './write.ts'

type TypedPerson = z.output<typeof PersonFormSchema>

/** In: a person as the desk typed one. Out: the record as it is kept; refuses what cannot be read. */
export function readPersonForm(form: TypedPerson, country: Country): Result<PersonDetails> {
  const read = readPerson(personInput(form), country)
  return read.ok ? ok(read.value.details) : read
}

function personInput(form: TypedPerson): PersonInput {
  const name = { given: form.given, father: form.father, grandfather: form.grandfather, family: form.family }
  const common = {
    complainantKind: form.complainantKind,
    mobile: form.mobile,
    phone: form.phone,
    email: form.email,
    address: form.address,
    governorate: form.governorate,
    preferredChannel: form.preferredChannel ?? '',
    language: form.language,
    ...(form.document === null ? {} : { document: form.document }),
    ...(form.birthDate === null ? {} : { birthDate: form.birthDate }),
  }
  if (form.kind === 'individual') return { kind: 'individual', name, ...common }
  return {
    kind: 'institution',
    institutionName: form.institutionName,
    ...(form.given === '' ? {} : { representative: name }),
    ...common,
  }
}

/** The event that keeps a person, new or changed. */
export function personRecorded(id: string, details: PersonDetails): Fresh {
  const { kind, complainantKind, language } = details
  return {
    stream: `person:${id}`,
    type: 'person.recorded',
    version: personEvents['person.recorded'].version,
    facts: { kind, complainantKind, language },
    private: { details },
  }
}

export function readPersonRow(db: ReadableDb, id: string): PersonView | null {
  const json = db.value<string>('SELECT details FROM people WHERE id = ?', id)
  return json === undefined ? null : personView(id, JSON.parse(json) as PersonDetails)
}

export const personView = (id: string, details: PersonDetails): PersonView => ({
  id,
  displayName: displayName(details),
  details,
})

/** How the complainant can be reached, by what was given. */
export function contactableBy(details: PersonDetails): ContactChannel[] {
  const channels: ContactChannel[] = []
  if (details.mobile !== undefined) channels.push('phone', 'sms')
  else if (details.phone !== undefined) channels.push('phone')
  if (details.email !== undefined) channels.push('email')
  if (details.address !== undefined) channels.push('post')
  return channels
}
