import { typeDefinitions } from '#shared/i18n/codes.ts'
import { detailsMessages } from '#shared/i18n/case-steps-details.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { core } from '#renderer/client/core.ts'
import { useListEntries, useListOptions } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { MultiSelectField, SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { NoteField } from './note-field.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

/** Another type keeps number and history; the due date follows (T-04). */
export function RetypeStep(step: StepProps) {
  const { t, say } = useSpeech()
  const action = useStep(step, core.triage.retype, doneMessages.doneRetyped)
  const { value, set } = useKept<{ to: string | null; note: string }>(step.keep, { to: null, note: '' })
  const entries = useListEntries('types').filter(({ active, code }) => active && code !== step.view.state.typeEntry)
  const chosen = entries.find(({ code }) => code === value.to)?.attributes.behaves ?? null
  return (
    <StepForm
      step={step}
      title={detailsMessages.retype}
      submit={detailsMessages.retypeSubmit}
      action={action}
      lacks={[need(value.to, 'to', stepMessages.choiceMissing)]}
      onSubmit={() => chosen !== null && void action.run({ to: chosen, toEntry: value.to, note: value.note })}
    >
      <Text quiet>{t(detailsMessages.retypeAbout)}</Text>
      <RadioField
        required
        autoFocus
        name="to"
        label={t(detailsMessages.newType)}
        options={entries.map(({ code, labels, attributes: { behaves } }) => ({
          value: code,
          label: say(labels),
          ...(behaves === null ? {} : { hint: say(typeDefinitions[behaves]) }),
        }))}
        value={value.to}
        onChange={(to) => set({ to })}
      />
      <NoteField rows={2} value={value} set={set} />
    </StepForm>
  )
}

/** Subjects of dissatisfaction, cause given, kind of complainant (T-02, T-07, T-08). */
export function DetailsStep(step: StepProps) {
  const { t } = useSpeech()
  const { state } = step.view
  const action = useStep(step, core.triage.changeDetails, doneMessages.doneDetails)
  const { value, set } = useKept<{ subjects: readonly string[]; cause: string | null; kind: string | null }>(
    step.keep,
    { subjects: state.subjects, cause: state.cause, kind: state.complainantKind },
  )
  return (
    <StepForm
      step={step}
      title={detailsMessages.details}
      submit={detailsMessages.detailsSubmit}
      action={action}
      lacks={[
        state.type === 'complaint' && value.subjects.length === 0
          ? ['subjects', detailsMessages.subjectsMissing]
          : null,
      ]}
      onSubmit={() =>
        void action.run({ subjects: [...value.subjects], cause: value.cause, complainantKind: value.kind })
      }
    >
      <MultiSelectField
        autoFocus
        required={state.type === 'complaint'}
        name="subjects"
        label={t(detailsMessages.subjects)}
        options={useListOptions('subjects')}
        values={value.subjects}
        onChange={(subjects) => set({ subjects })}
      />
      <SelectField
        name="cause"
        label={t(detailsMessages.causeGiven)}
        options={useListOptions('causes')}
        value={value.cause}
        onChange={(cause) => set({ cause })}
      />
      <SelectField
        name="complainant-kind"
        label={t(detailsMessages.complainantKind)}
        options={useListOptions('complainant_kinds')}
        value={value.kind}
        onChange={(kind) => set({ kind })}
      />
    </StepForm>
  )
}

/** The wording of subject and text; the first wording stays in the history. */
export function DescribeStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.triage.describe, doneMessages.doneDescribed)
  const { text } = step.view
  const { value, set } = useKept(step.keep, { subject: text?.subject ?? '', text: text?.text ?? '' })
  const language = /[؀-ۿ]/.test(value.text) ? 'ar' : 'en'
  return (
    <StepForm
      step={step}
      title={detailsMessages.describe}
      submit={detailsMessages.describeSubmit}
      action={action}
      lacks={[
        need(value.subject, 'subject', detailsMessages.subjectMissing),
        need(value.text, 'text', detailsMessages.textMissing),
      ]}
      onSubmit={() => void action.run({ subject: value.subject, text: value.text, language })}
    >
      <TextField
        required
        autoFocus
        name="subject"
        label={t(detailsMessages.subject)}
        value={value.subject}
        maxLength={500}
        onChange={(subject) => set({ subject })}
      />
      <TextAreaField
        required
        name="text"
        label={t(detailsMessages.text)}
        rows={8}
        value={value.text}
        maxLength={20_000}
        onChange={(next) => set({ text: next })}
      />
    </StepForm>
  )
}
