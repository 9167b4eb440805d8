import { useState } from 'react'
import { countries } from '#shared/domain/lists/office-events.ts'
import type { Country } from '#shared/domain/lists/office-events.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { setupMessages as messages } from '#shared/i18n/setup.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Columns, Row } from '#renderer/ui/layout.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { CodeField, TextField } from '#renderer/ui/text-field.tsx'
import type { Lack, OfficeForm } from './office-form.ts'
import { lacksOfOffice, stillLacking } from './office-form.ts'

interface StepProps {
  readonly form: OfficeForm
  readonly change: (part: Partial<OfficeForm>) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

const countryNames = {
  SA: partsMessages.countrySA,
  JO: partsMessages.countryJO,
  EG: partsMessages.countryEG,
  PS: partsMessages.countryPS,
} as const

/** First step: which office. */
export function OfficeStep({ form, change, onBack, onNext }: StepProps) {
  const { t } = useSpeech()
  const [lacks, setLacks] = useState<readonly Lack[]>([])
  const submit = () => {
    const found = lacksOfOffice(form)
    setLacks(found)
    if (found.length === 0) onNext()
  }
  const codeHint = /^[A-Z][A-Z0-9]{1,5}$/.test(form.office)
    ? t(messages.officeCodeExample, { example: `\u2066${form.office}-26-000123-8\u2069` })
    : t(messages.officeCodeHint)
  return (
    <Form
      label={t(messages.stepOffice)}
      errors={stillLacking(lacks, lacksOfOffice(form)).map(({ field, words }) => ({ field, message: t(words) }))}
      onSubmit={submit}
    >
      <TextField
        required
        autoFocus
        name="name-ar"
        label={t(messages.nameAr)}
        value={form.nameAr}
        maxLength={200}
        onChange={(nameAr) => change({ nameAr })}
      />
      <TextField
        name="name-en"
        label={t(messages.nameEn)}
        hint={t(adminMessages.nameEnHint)}
        value={form.nameEn}
        maxLength={200}
        onChange={(nameEn) => change({ nameEn })}
      />
      <Columns count={2}>
        <CodeField
          required
          name="office"
          label={t(messages.officeCode)}
          hint={codeHint}
          value={form.office}
          maxLength={6}
          onChange={(code) => change({ office: code.trim().toUpperCase() })}
        />
        <RadioField
          required
          inline
          name="country"
          label={t(messages.country)}
          hint={t(messages.countryHint)}
          options={countries.map((value) => ({ value, label: t(countryNames[value]) }))}
          value={form.country}
          onChange={(country) => change({ country: country as Country })}
        />
      </Columns>
      <CheckboxField
        name="practice"
        label={t(messages.practice)}
        hint={t(messages.practiceHint)}
        checked={form.practice}
        onChange={(practice) => change({ practice })}
      />
      <Row justify="between">
        <Button onClick={onBack}>{t(messages.back)}</Button>
        <Button type="submit" kind="primary">
          {t(messages.next)}
        </Button>
      </Row>
    </Form>
  )
}
