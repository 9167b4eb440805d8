import type { CaseType } from '#shared/domain/lists/case-types.ts'
import { typeDefinitions, typeLabels } from '#shared/i18n/codes.ts'
import { intakeMessages as messages } from '#shared/i18n/intake.ts'
import { useListEntries, useListOptions } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Columns, Stack } from '#renderer/ui/layout.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { MultiSelectField, SelectField } from '#renderer/ui/select-field.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useIntake } from './intake-store.ts'

/** What it is about: type, subject, text, and for a complaint what the person is dissatisfied with (T-01, T-02, T-07). */
export function MatterSection() {
  const { t } = useSpeech()
  const form = useIntake((state) => state.form)
  const change = useIntake((state) => state.change)
  const subjectOptions = useListOptions('subjects')
  const causeOptions = useListOptions('causes')
  const hasSubjects = form.type === null || form.type === 'complaint' || form.type === 'media'
  return (
    <Panel title={t(messages.sectionMatter)}>
      <Stack gap="sm">
        <TypeField />
        {hasSubjects && (
          <Columns count={2} gap="sm">
            <MultiSelectField
              required={form.type === 'complaint'}
              name="subjects"
              label={t(messages.subjects)}
              {...(form.type === null ? { hint: t(messages.subjectsHint) } : {})}
              placeholder={t(messages.subjectsPlaceholder)}
              options={subjectOptions}
              values={form.subjects}
              onChange={(subjects) => change({ subjects })}
            />
            <SelectField
              name="cause"
              label={t(messages.cause)}
              options={causeOptions}
              value={form.cause}
              onChange={(cause) => change({ cause })}
            />
          </Columns>
        )}
        <TextField
          required
          name="subject"
          label={t(messages.subject)}
          value={form.subject}
          maxLength={500}
          onChange={(subject) => change({ subject })}
        />
        <TextAreaField
          required
          name="text"
          label={t(messages.text)}
          hint={t(messages.textHint)}
          rows={5}
          value={form.text}
          maxLength={20_000}
          onChange={(text) => change({ text })}
        />
      </Stack>
    </Panel>
  )
}

function TypeField() {
  const { t, label, say } = useSpeech()
  const type = useIntake((state) => state.form.type)
  const entry = useIntake((state) => state.form.typeEntry)
  const entries = useListEntries('types').filter(({ active }) => active)
  const change = useIntake((state) => state.change)
  const define = (code: CaseType) => `${label(typeLabels, code)}: ${label(typeDefinitions, code)}`
  // Complaint and report are the two that are mixed up (T-04); any other shows what it is once chosen.
  const hint =
    type === null || type === 'complaint' || type === 'report'
      ? `${define('complaint')} ${define('report')}`
      : define(type)
  return (
    <RadioField
      required
      inline
      name="type"
      label={t(messages.type)}
      hint={hint}
      options={entries.map(({ code, labels }) => ({ value: code, label: say(labels) }))}
      value={entry ?? type}
      onChange={(code) => {
        const next = entries.find((each) => each.code === code)?.attributes.behaves ?? null
        change({
          type: next,
          typeEntry: code,
          ...(next === 'complaint' || next === 'media' ? {} : { subjects: [], cause: null }),
        })
      }}
    />
  )
}
