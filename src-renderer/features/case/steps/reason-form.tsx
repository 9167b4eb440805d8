import type { ReactNode } from 'react'
import type { ListName } from '#shared/domain/lists/events.ts'
import { stepMessages as messages } from '#shared/i18n/case-steps.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { ReasonFields, noReason, reasonLack } from './reason-fields.tsx'
import type { Lack } from './step-form.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepAction, StepProps } from './use-step.ts'

interface ReasonFormProps {
  readonly step: StepProps
  readonly list: ListName
  readonly title: PlainMessage
  readonly about: PlainMessage
  readonly submit: PlainMessage
  readonly action: StepAction<{ reason: string; note: string }>
  /** What must be written beside the reason. */
  readonly text?: PlainMessage
  /** What is asked before the reason, and what is lacking there. */
  readonly children?: ReactNode
  readonly lack?: Lack
}

/** A step that takes a reason of a list and a note. */
export function ReasonForm({ step, list, title, about, submit, action, text, children, lack = null }: ReasonFormProps) {
  const { t } = useSpeech()
  const { value, set } = useKept(`${step.keep}${list}`, noReason)
  return (
    <StepForm
      danger
      step={step}
      title={title}
      submit={submit}
      action={action}
      lacks={[lack, reasonLack(value), text === undefined ? null : need(value.note, 'note', messages.noteMissing)]}
      onSubmit={() => void action.run({ reason: value.reason ?? '', note: value.note })}
    >
      <Text quiet>{t(about)}</Text>
      {children}
      <ReasonFields
        list={list}
        value={value}
        onChange={set}
        noteRequired={text !== undefined}
        {...(text === undefined ? {} : { noteLabel: t(text) })}
      />
    </StepForm>
  )
}
