import { contactChannels } from '#shared/domain/case/codes.ts'
import type { ContactChannel } from '#shared/domain/case/codes.ts'
import { contactChannelLabels } from '#shared/i18n/codes.ts'
import { partsMessages as messages } from '#shared/i18n/parts.ts'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Columns, Stack } from '#renderer/ui/layout.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { CodeField, TextField } from '#renderer/ui/text-field.tsx'
import { useListOptions } from './lists.ts'
import { BirthDateField } from './person-birth-field.tsx'
import { DocumentFields, PhoneField } from './person-checked-fields.tsx'
import type { PersonDraft } from './person-draft.ts'
import { useSpeech } from './speech.tsx'

export interface PersonFieldsProps {
  readonly person: PersonDraft
  readonly onChange: (part: Partial<PersonDraft>) => void
}

/** A person's fields as in civil ID or passport. What is doubtful is said beside the field and never refused. */
export function PersonFields({ person, onChange }: PersonFieldsProps) {
  return (
    <Stack gap="sm">
      <NameFields person={person} onChange={onChange} />
      <Columns count={3} gap="sm">
        <PhoneField
          name="mobile"
          label={messages.mobile}
          value={person.mobile}
          onChange={(mobile) => onChange({ mobile })}
        />
        <EmailField person={person} onChange={onChange} />
        <PhoneField
          name="phone"
          label={messages.phone}
          value={person.phone}
          onChange={(phone) => onChange({ phone })}
        />
      </Columns>
      <DocumentFields person={person} onChange={onChange} />
      <ContactFields person={person} onChange={onChange} />
      <MoreFields person={person} onChange={onChange} />
    </Stack>
  )
}

function NameFields({ person, onChange }: PersonFieldsProps) {
  const { t } = useSpeech()
  const kinds = [
    { value: 'individual', label: t(messages.individual) },
    { value: 'institution', label: t(messages.institution) },
  ]
  const institution = person.kind === 'institution'
  return (
    <>
      <Columns count={2} gap="sm">
        <RadioField
          inline
          name="person-kind"
          label={t(messages.personKind)}
          options={kinds}
          value={person.kind}
          onChange={(kind) =>
            onChange({
              kind: kind === 'institution' ? 'institution' : 'individual',
              complainantKind: kind === 'institution' ? 'company' : 'citizen',
            })
          }
        />
        {institution && (
          <TextField
            required
            name="institution"
            label={t(messages.institutionName)}
            value={person.institutionName}
            maxLength={200}
            onChange={(institutionName) => onChange({ institutionName })}
          />
        )}
      </Columns>
      <Columns count={4} gap="sm">
        <TextField
          required={!institution}
          name="given"
          label={t(institution ? messages.representative : messages.given)}
          value={person.given}
          maxLength={200}
          onChange={(given) => onChange({ given })}
        />
        <TextField
          name="father"
          label={t(messages.father)}
          value={person.father}
          maxLength={200}
          onChange={(father) => onChange({ father })}
        />
        <TextField
          name="grandfather"
          label={t(messages.grandfather)}
          value={person.grandfather}
          maxLength={200}
          onChange={(grandfather) => onChange({ grandfather })}
        />
        <TextField
          name="family"
          label={t(messages.family)}
          value={person.family}
          maxLength={200}
          onChange={(family) => onChange({ family })}
        />
      </Columns>
    </>
  )
}

function EmailField({ person, onChange }: PersonFieldsProps) {
  const { t } = useSpeech()
  return (
    <CodeField
      name="email"
      mode="email"
      label={t(messages.email)}
      value={person.email}
      maxLength={200}
      onChange={(email) => onChange({ email })}
    />
  )
}

function ContactFields({ person, onChange }: PersonFieldsProps) {
  const { t, label } = useSpeech()
  const channels = contactChannels.map((value) => ({ value, label: label(contactChannelLabels, value) }))
  return (
    <Columns count={3} gap="sm">
      <SelectField
        name="complainant-kind"
        label={t(messages.complainantKind)}
        options={useListOptions('complainant_kinds')}
        value={person.complainantKind}
        onChange={(kind) => onChange({ complainantKind: kind ?? 'citizen' })}
      />
      <GovernorateField person={person} onChange={onChange} />
      <SelectField
        name="preferred-channel"
        label={t(messages.preferredChannel)}
        options={channels}
        value={person.preferredChannel}
        onChange={(channel) => onChange({ preferredChannel: channel as ContactChannel | null })}
      />
    </Columns>
  )
}

/** The language in which he is written to (C-08). */
export function LanguageField({ person, onChange }: PersonFieldsProps) {
  const { t } = useSpeech()
  return (
    <RadioField
      inline
      name="person-language"
      label={t(messages.personLanguage)}
      options={[
        { value: 'ar', label: t(messages.arabic) },
        { value: 'en', label: t(messages.english) },
      ]}
      value={person.language}
      onChange={(language) => onChange({ language: language === 'en' ? 'en' : 'ar' })}
    />
  )
}

/** Rarely asked at a desk with a queue; open where something of it is known. */
function MoreFields({ person, onChange }: PersonFieldsProps) {
  const { t } = useSpeech()
  return (
    <Disclosure label={t(messages.personMore)} opened={person.birthText !== '' || person.address !== ''}>
      <Stack gap="sm">
        <Columns count={2} gap="sm">
          <BirthDateField person={person} onChange={onChange} />
          <LanguageField person={person} onChange={onChange} />
        </Columns>
        <TextAreaField
          name="address"
          label={t(messages.address)}
          rows={1}
          value={person.address}
          maxLength={500}
          onChange={(address) => onChange({ address })}
        />
      </Stack>
    </Disclosure>
  )
}

/** A list where the office keeps one, a line of text where it does not. */
function GovernorateField({ person, onChange }: PersonFieldsProps) {
  const { t } = useSpeech()
  const options = useListOptions('governorates')
  const shared = { name: 'governorate', label: t(messages.governorate) }
  if (options.length === 0)
    return (
      <TextField
        {...shared}
        value={person.governorate}
        maxLength={200}
        onChange={(governorate) => onChange({ governorate })}
      />
    )
  return (
    <SelectField
      {...shared}
      options={options}
      value={person.governorate === '' ? null : person.governorate}
      onChange={(governorate) => onChange({ governorate: governorate ?? '' })}
    />
  )
}
