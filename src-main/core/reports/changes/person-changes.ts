import { formatPhone } from '#shared/domain/person/format-phone.ts'
import type { PersonDetails } from '#shared/domain/person/person-details.ts'
import type { PersonName } from '#shared/domain/person/person-name.ts'
import { fullName } from '#shared/domain/person/person-name.ts'
import type { Change } from '#shared/i18n/changes.ts'
import { contactChannelLabels } from '#shared/i18n/codes.ts'
import { partsMessages as words } from '#shared/i18n/parts.ts'
import { asCode, asText, changesBetween, hidden, inWords, nothing } from './field.ts'
import type { ChangeNames, Field } from './field.ts'

/**
 * In: a person's record before and after a correction, and whether the reader may see who he is. Out: what was corrected;
 * for a reader who may not, the names of the fields alone (G-06, R-09).
 */
export function personChanges(
  before: PersonDetails,
  after: PersonDetails,
  { names, isSeen }: { readonly names: ChangeNames; readonly isSeen: boolean },
): readonly Change[] {
  const changes = changesBetween(personFields(before, names), personFields(after, names))
  if (isSeen) return changes
  const shut = (value: Change['before']): Change['before'] => (value.kind === 'none' ? nothing : hidden)
  return changes.map((change) => ({ ...change, before: shut(change.before), after: shut(change.after) }))
}

function personFields(details: PersonDetails, names: ChangeNames): readonly Field[] {
  const { document, birthDate } = details
  return [
    ...(details.kind === 'individual' ? nameFields(details.name) : institutionFields(details)),
    {
      key: 'kind',
      label: words.complainantKind,
      value: inWords(names.list('complainant_kinds', details.complainantKind)),
    },
    { key: 'document', label: words.documentNumber, value: asText(document?.number) },
    { key: 'documentKind', label: words.documentKind, value: asCode(documents, document?.kind) },
    { key: 'birthDate', label: words.birthDate, value: asText(birthDate?.text) },
    { key: 'mobile', label: words.mobile, value: phone(details.mobile) },
    { key: 'phone', label: words.phone, value: phone(details.phone) },
    { key: 'email', label: words.email, value: asText(details.email) },
    { key: 'address', label: words.address, value: asText(details.address) },
    {
      key: 'governorate',
      label: words.governorate,
      value: inWords(details.governorate === undefined ? null : names.list('governorates', details.governorate)),
    },
    { key: 'preferred', label: words.preferredChannel, value: asCode(contactChannelLabels, details.preferredChannel) },
    {
      key: 'language',
      label: words.personLanguage,
      value: inWords(words[details.language === 'ar' ? 'arabic' : 'english']),
    },
  ]
}

const documents = {
  national_id: words.documentNational,
  residence: words.documentResidence,
  passport: words.documentPassport,
  other: words.documentOther,
}

const phone = (number: string | undefined) => asText(number === undefined ? null : formatPhone(number))

const nameFields = ({ given, father, grandfather, family }: PersonName): readonly Field[] => [
  { key: 'given', label: words.given, value: asText(given) },
  { key: 'father', label: words.father, value: asText(father) },
  { key: 'grandfather', label: words.grandfather, value: asText(grandfather) },
  { key: 'family', label: words.family, value: asText(family) },
]

const institutionFields = ({
  institutionName,
  representative,
}: Extract<PersonDetails, { readonly kind: 'institution' }>): readonly Field[] => [
  { key: 'institution', label: words.institutionName, value: asText(institutionName) },
  {
    key: 'representative',
    label: words.representative,
    value: asText(representative === undefined ? null : fullName(representative)),
  },
]
