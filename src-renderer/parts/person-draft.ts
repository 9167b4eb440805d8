import type { ContactChannel } from '#shared/domain/case/codes.ts'
import { contactChannels } from '#shared/domain/case/codes.ts'
import type { BirthDate } from '#shared/domain/person/birth-date.ts'
import { formatPhone } from '#shared/domain/person/format-phone.ts'
import type { DocumentCountry, DocumentKind } from '#shared/domain/person/identity-document.ts'
import type { PersonDetails } from '#shared/domain/person/person-details.ts'

/** A person as typed: every field a text, empty where unknown. */
export interface PersonDraft {
  readonly kind: 'individual' | 'institution'
  readonly given: string
  readonly father: string
  readonly grandfather: string
  readonly family: string
  readonly institutionName: string
  readonly complainantKind: string
  readonly documentCountry: DocumentCountry
  readonly documentKind: DocumentKind
  readonly documentNumber: string
  readonly birthCalendar: BirthDate['calendar']
  readonly birthText: string
  readonly mobile: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly governorate: string
  readonly preferredChannel: ContactChannel | null
  readonly language: 'ar' | 'en'
}

export function emptyPerson(country: DocumentCountry): PersonDraft {
  return {
    kind: 'individual',
    given: '',
    father: '',
    grandfather: '',
    family: '',
    institutionName: '',
    complainantKind: 'citizen',
    documentCountry: country,
    documentKind: 'national_id',
    documentNumber: '',
    birthCalendar: 'gregory',
    birthText: '',
    mobile: '',
    phone: '',
    email: '',
    address: '',
    governorate: '',
    preferredChannel: null,
    language: 'ar',
  }
}

/** In: a kept record, the country for an empty document. Out: the same as it would be typed. */
export function personDraftOf(details: PersonDetails, country: DocumentCountry): PersonDraft {
  const name = details.kind === 'individual' ? details.name : details.representative
  const channel = contactChannels.find((known) => known === details.preferredChannel)
  return {
    ...emptyPerson(country),
    kind: details.kind,
    given: name?.given ?? '',
    father: name?.father ?? '',
    grandfather: name?.grandfather ?? '',
    family: name?.family ?? '',
    institutionName: details.kind === 'institution' ? details.institutionName : '',
    complainantKind: details.complainantKind,
    ...(details.document === undefined
      ? {}
      : {
          documentCountry: details.document.country,
          documentKind: details.document.kind,
          documentNumber: details.document.number,
        }),
    ...(details.birthDate === undefined
      ? {}
      : { birthCalendar: details.birthDate.calendar, birthText: details.birthDate.text }),
    mobile: details.mobile === undefined ? '' : formatPhone(details.mobile),
    phone: details.phone === undefined ? '' : formatPhone(details.phone),
    email: details.email ?? '',
    address: details.address ?? '',
    governorate: details.governorate ?? '',
    preferredChannel: channel ?? null,
    language: details.language,
  }
}

/** The fields as the contract takes them. */
export function personFormOf(draft: PersonDraft) {
  const { documentCountry, documentKind, documentNumber, birthCalendar, birthText, ...same } = draft
  return {
    ...same,
    document:
      documentNumber.trim() === '' ? null : { country: documentCountry, kind: documentKind, number: documentNumber },
    birthDate: birthText.trim() === '' ? null : { calendar: birthCalendar, text: birthText.trim() },
  }
}

/** The name as typed, in reading order; of a body, its own and then its representative's. */
export function nameOfDraft({ institutionName, given, father, grandfather, family }: PersonDraft): string {
  const joined = (parts: readonly string[], between: string): string =>
    parts
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join(between)
  return joined([institutionName, joined([given, father, grandfather, family], ' ')], ' – ')
}

/** Is nobody named and no way of reaching anybody given? */
export function isEmptyPerson(draft: PersonDraft): boolean {
  const { given, family, institutionName, documentNumber, mobile, phone, email } = draft
  return [given, family, institutionName, documentNumber, mobile, phone, email].every((text) => text.trim() === '')
}

/** can the number be sent, or must it be handed over at the desk? */
export function hasMessageAddress(person: {
  readonly mobile?: string | undefined
  readonly email?: string | undefined
}): boolean {
  return (person.mobile ?? '').trim() !== '' || (person.email ?? '').trim() !== ''
}
