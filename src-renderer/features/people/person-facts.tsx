import { formatPhone } from '#shared/domain/person/format-phone.ts'
import type { DocumentCountry, DocumentKind } from '#shared/domain/person/identity-document.ts'
import type { PersonDetails } from '#shared/domain/person/person-details.ts'
import { fullName } from '#shared/domain/person/person-name.ts'
import { contactChannelLabels } from '#shared/i18n/codes.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { useListLabel } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import type { Fact } from '#renderer/ui/page.tsx'

const documents: Readonly<Record<DocumentKind, PlainMessage>> = {
  national_id: partsMessages.documentNational,
  residence: partsMessages.documentResidence,
  passport: partsMessages.documentPassport,
  other: partsMessages.documentOther,
}

const countries: Readonly<Record<DocumentCountry, PlainMessage>> = {
  SA: partsMessages.countrySA,
  JO: partsMessages.countryJO,
  EG: partsMessages.countryEG,
  PS: partsMessages.countryPS,
  other: partsMessages.countryOther,
}

/** What is known of a person, in the order of the form; what is not known is left out. */
export function usePersonFacts(details: PersonDetails): readonly Fact[] {
  const { t, date, label } = useSpeech()
  const kindLabel = useListLabel('complainant_kinds')
  const placeLabel = useListLabel('governorates')
  const { document, birthDate } = details
  const representative = details.kind === 'institution' ? details.representative : undefined
  const birth = birthDate?.calendar === 'gregory' ? date(birthDate.text) : birthDate?.text
  const facts: readonly (Fact | null)[] = [
    { label: t(partsMessages.complainantKind), value: kindLabel(details.complainantKind) },
    representative === undefined
      ? null
      : { label: t(partsMessages.representative), value: <Isolated>{fullName(representative)}</Isolated> },
    document === undefined
      ? null
      : {
          label: t(documents[document.kind]),
          value: <DocumentValue number={document.number} country={t(countries[document.country])} />,
        },
    birth === undefined
      ? null
      : {
          label: t(birthDate?.calendar === 'gregory' ? partsMessages.birthDate : partsMessages.birthDateHijri),
          value: <Isolated>{birth}</Isolated>,
        },
    ltr(t(partsMessages.mobile), details.mobile === undefined ? undefined : formatPhone(details.mobile)),
    ltr(t(partsMessages.phone), details.phone === undefined ? undefined : formatPhone(details.phone)),
    ltr(t(partsMessages.email), details.email),
    details.governorate === undefined
      ? null
      : { label: t(partsMessages.governorate), value: placeLabel(details.governorate) },
    details.address === undefined
      ? null
      : { label: t(partsMessages.address), value: <Isolated>{details.address}</Isolated> },
    details.preferredChannel === undefined
      ? null
      : { label: t(partsMessages.preferredChannel), value: label(contactChannelLabels, details.preferredChannel) },
    {
      label: t(partsMessages.personLanguage),
      value: t(details.language === 'ar' ? partsMessages.arabic : partsMessages.english),
    },
  ]
  return facts.filter((fact) => fact !== null)
}

const ltr = (label: string, value: string | undefined): Fact | null =>
  value === undefined ? null : { label, value: <Isolated ltr>{value}</Isolated> }

function DocumentValue({ number, country }: { readonly number: string; readonly country: string }) {
  return (
    <>
      <Isolated ltr>{number}</Isolated> – {country}
    </>
  )
}
