import { useState } from 'react'
import { contactChannels } from '#shared/domain/case/codes.ts'
import type { ContactChannel } from '#shared/domain/case/codes.ts'
import { contactChannelLabels } from '#shared/i18n/codes.ts'
import { detailsMessages } from '#shared/i18n/case-steps-details.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { replyMessages } from '#shared/i18n/case-steps-reply.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useListOptions } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useDebounced } from '#renderer/parts/use-debounced.ts'
import { CheckboxField, CheckboxesField } from '#renderer/ui/checkbox-field.tsx'
import { Link } from '#renderer/ui/link.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { StepForm } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

interface Named {
  readonly person: string | null
  readonly anonymous: boolean
  readonly contactableBy: readonly string[]
  readonly preferred: string | null
  readonly language: 'ar' | 'en'
  readonly governorate: string | null
}

/** Who the case is of and how he is reached; his own data are changed on his record (C-09, R-05). */
export function ComplainantStep(step: StepProps) {
  const { t, label } = useSpeech()
  const action = useStep(step, core.desk.setComplainant, doneMessages.doneComplainant)
  const known = step.view.state.complainant
  const { value, set } = useKept<Named>(
    step.keep,
    known ?? { person: null, anonymous: false, contactableBy: [], preferred: null, language: 'ar', governorate: null },
  )
  const channels = contactChannels.map((code) => ({ value: code, label: label(contactChannelLabels, code) }))
  const languages = [
    { value: 'ar', label: t(replyMessages.languageArabic) },
    { value: 'en', label: t(replyMessages.languageEnglish) },
  ]
  const submit = () =>
    void action.run({
      ...value,
      person: value.anonymous ? null : value.person,
      contactableBy: value.contactableBy as ContactChannel[],
      preferred: value.preferred as ContactChannel | null,
    })
  return (
    <StepForm
      step={step}
      title={detailsMessages.complainant}
      submit={detailsMessages.complainantSubmit}
      action={action}
      lacks={[!value.anonymous && value.person === null ? ['person-search', detailsMessages.personMissing] : null]}
      onSubmit={submit}
    >
      <CheckboxField
        name="anonymous"
        label={t(detailsMessages.anonymous)}
        checked={value.anonymous}
        onChange={(anonymous) => set({ anonymous })}
      />
      {!value.anonymous && <PersonChoice step={step} person={value.person} onChange={(person) => set({ person })} />}
      <CheckboxesField
        name="contactable-by"
        label={t(detailsMessages.contactableBy)}
        options={channels}
        values={value.contactableBy}
        onChange={(contactableBy) => set({ contactableBy })}
      />
      <SelectField
        name="preferred"
        label={t(detailsMessages.preferredChannel)}
        options={channels.filter((option) => value.contactableBy.includes(option.value))}
        value={value.preferred}
        onChange={(preferred) => set({ preferred })}
      />
      <RadioField
        inline
        name="language"
        label={t(replyMessages.replyLanguage)}
        options={languages}
        value={value.language}
        onChange={(language) => set({ language: language === 'en' ? 'en' : 'ar' })}
      />
      <SelectField
        name="governorate"
        label={t(detailsMessages.governorate)}
        options={useListOptions('governorates')}
        value={value.governorate}
        onChange={(governorate) => set({ governorate })}
      />
    </StepForm>
  )
}

interface PersonChoiceProps {
  readonly step: StepProps
  readonly person: string | null
  readonly onChange: (person: string) => void
}

function PersonChoice({ step, person, onChange }: PersonChoiceProps) {
  const { t } = useSpeech()
  const [text, setText] = useState('')
  const wanted = useDebounced(text.trim(), 200)
  const found = useCoreQuery(
    api.people.search.queryOptions({ input: { text: wanted === '' ? '-' : wanted, limit: 8 } }),
    { enabled: wanted.length > 1, keepPrevious: true },
  )
  const present = step.view.person
  const list = [
    ...(present === null ? [] : [present]),
    ...(wanted.length > 1 ? (found.data ?? []) : []).filter(({ id }) => id !== present?.id),
  ]
  return (
    <>
      {present !== null && (
        <Text>
          <Link href={paths.person(present.id)}>{t(detailsMessages.openPerson)}</Link>
        </Text>
      )}
      <TextField
        autoFocus
        name="person-search"
        label={t(detailsMessages.personSearch)}
        value={text}
        maxLength={200}
        onChange={setText}
      />
      {list.length > 0 && (
        <RadioField
          name="person"
          label={t(detailsMessages.personChosen)}
          options={list.map((one) => ({
            value: one.id,
            label: one.displayName,
            hint: one.details.document?.number ?? one.details.mobile ?? '',
          }))}
          value={person}
          onChange={onChange}
        />
      )}
      {list.length === 0 && present === null && <Text quiet>{t(detailsMessages.personSearchHint)}</Text>}
    </>
  )
}
