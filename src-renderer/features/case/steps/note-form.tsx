import type { ReactNode } from 'react'
import { stepMessages as messages } from '#shared/i18n/case-steps.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { Text } from '#renderer/ui/text.tsx'
import { NoteField } from './note-field.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepAction, StepProps } from './use-step.ts'

interface NoteFormProps {
  readonly step: StepProps
  readonly title: PlainMessage
  /** What the step does, and whether it can be taken back. */
  readonly about?: ReactNode
  readonly label?: PlainMessage
  readonly submit: PlainMessage
  readonly required?: boolean
  readonly danger?: boolean
  readonly action: StepAction<{ note: string }>
}

/** A step that takes nothing but a note. */
export function NoteForm({
  step,
  title,
  about,
  label = messages.note,
  submit,
  required = false,
  danger = false,
  action,
}: NoteFormProps) {
  const { value, set } = useKept(step.keep, { note: '' })
  return (
    <StepForm
      step={step}
      title={title}
      submit={submit}
      action={action}
      danger={danger}
      lacks={required ? [need(value.note, 'note', messages.noteMissing)] : []}
      onSubmit={() => void action.run({ note: value.note })}
    >
      {about !== undefined && <Text quiet>{about}</Text>}
      <NoteField autoFocus label={label} required={required} value={value} set={set} />
    </StepForm>
  )
}
