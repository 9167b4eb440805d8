import { useState } from 'react'
import type { DocumentCountry, DocumentKind } from '#shared/domain/person/identity-document.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { partsMessages as messages } from '#shared/i18n/parts.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useForm } from '#renderer/ui/form.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Columns, Stack } from '#renderer/ui/layout.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { CodeField } from '#renderer/ui/text-field.tsx'
import { numberNote } from './number-note.ts'
import type { NumberVerdict } from './number-note.ts'
import type { PersonDraft } from './person-draft.ts'
import { useSpeech } from './speech.tsx'
import { useDebounced } from './use-debounced.ts'
import css from './person-checked-fields.module.css'

const restMs = 300

interface PhoneFieldProps {
  readonly name: 'mobile' | 'phone'
  readonly label: PlainMessage
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A phone number; when the hands rest it says how it was understood. */
export function PhoneField({ name, label, value, onChange }: PhoneFieldProps) {
  const { t } = useSpeech()
  const phone = useDebounced(value.trim(), restMs)
  const input = { phone, place: name }
  const { data } = useCoreQuery(api.people.check.queryOptions({ input }), { enabled: phone.length > 4 })
  const check = phone === value.trim() && phone.length > 4 ? (data?.phone ?? null) : null
  return (
    <CheckedNumber
      name={name}
      mode="tel"
      label={t(label)}
      value={value}
      onChange={onChange}
      verdict={check}
      understood={check?.display ?? ''}
    />
  )
}

interface DocumentFieldsProps {
  readonly person: PersonDraft
  readonly onChange: (part: Partial<PersonDraft>) => void
}

/** Kind, country and number of the document; the number is judged by the rule of its country. */
export function DocumentFields({ person, onChange }: DocumentFieldsProps) {
  const { t } = useSpeech()
  const kinds = [
    { value: 'national_id', label: t(messages.documentNational) },
    { value: 'residence', label: t(messages.documentResidence) },
    { value: 'passport', label: t(messages.documentPassport) },
    { value: 'other', label: t(messages.documentOther) },
  ]
  const countries = [
    { value: 'SA', label: t(messages.countrySA) },
    { value: 'JO', label: t(messages.countryJO) },
    { value: 'EG', label: t(messages.countryEG) },
    { value: 'PS', label: t(messages.countryPS) },
    { value: 'other', label: t(messages.countryOther) },
  ]
  return (
    <Columns count={3} gap="sm">
      <SelectField
        settled
        name="document-kind"
        label={t(messages.documentKind)}
        options={kinds}
        value={person.documentKind}
        onChange={(kind) => kind !== null && onChange({ documentKind: kind as DocumentKind })}
      />
      <NumberOfDocument person={person} onChange={onChange} />
      <SelectField
        settled
        name="document-country"
        label={t(messages.documentCountry)}
        options={countries}
        value={person.documentCountry}
        onChange={(country) => country !== null && onChange({ documentCountry: country as DocumentCountry })}
      />
    </Columns>
  )
}

function NumberOfDocument({ person, onChange }: DocumentFieldsProps) {
  const { t } = useSpeech()
  const typed = { country: person.documentCountry, kind: person.documentKind, number: person.documentNumber.trim() }
  const document = useDebounced(JSON.stringify(typed), restMs)
  const rested = typed.number !== '' && document === JSON.stringify(typed)
  const { data } = useCoreQuery(api.people.check.queryOptions({ input: { document: typed } }), { enabled: rested })
  const check = rested ? (data?.document ?? null) : null
  return (
    <CheckedNumber
      name="document-number"
      label={t(messages.documentNumber)}
      value={person.documentNumber}
      onChange={(documentNumber) => onChange({ documentNumber })}
      verdict={check}
      understood={check?.normalised ?? ''}
    />
  )
}

interface CheckedNumberProps {
  readonly name: string
  readonly label: string
  readonly mode?: 'tel'
  readonly value: string
  readonly onChange: (value: string) => void
  readonly verdict: NumberVerdict | null
  readonly understood: string
}

/** A number and what the core says of it: an error where registration would refuse it, a note where it is only doubted. */
function CheckedNumber({ verdict, understood, value, ...field }: CheckedNumberProps) {
  const { t, say } = useSpeech()
  const [left, setLeft] = useState(value)
  const note = numberNote({ verdict, value, left, refused: useIsRefused(field.name) })
  const why = verdict === null ? '' : say(verdict)
  return (
    <Stack gap="none">
      <CodeField
        {...field}
        value={value}
        maxLength={60}
        onBlur={() => setLeft(value)}
        error={note.kind === 'error' ? why : undefined}
      />
      {note.kind === 'fits' && <CheckNote fits text={t(messages.numberFits, { number: ltr(understood) })} />}
      {note.kind === 'doubtful' && <CheckNote fits={false} text={t(messages.numberDoubtful, { why })} />}
    </Stack>
  )
}

/** The field says already what is wrong: the same is not said twice. */
const useIsRefused = (name: string): boolean => useForm().errors.some(({ field }) => field === name)

/** A number inside a sentence of the other direction. */
const ltr = (number: string): string => `\u2066${number}\u2069`

/** How a number was understood: said below its field, never in the way of what is typed next. */
function CheckNote({ fits, text }: { readonly fits: boolean; readonly text: string }) {
  return (
    <span className={css['note']} role="status" data-tone={fits ? 'good' : 'warn'}>
      <Icon name={fits ? 'check' : 'alert'} size={14} />
      {text}
    </span>
  )
}
