import type { ListName } from '#shared/domain/lists/events.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { Text } from '#renderer/ui/text.tsx'
import { ReasonFields, noReason, reasonLack } from './reason-fields.tsx'
import { StepForm } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepAction, StepProps } from './use-step.ts'

interface ReasonFormProps {
  readonly step: StepProps
  readonly list: ListName
  readonly title: PlainMessage
  readonly about: string
  readonly submit: PlainMessage
  readonly action: StepAction<{ reason: string; note: string }>
}

/** A step that takes a reason of a list and a note. */
export function ReasonForm({ step, list, title, about, submit, action }: ReasonFormProps) {
  const { value, set } = useKept(`${step.keep}${list}`, noReason)
  return (
    <StepForm
      danger
      step={step}
      title={title}
      submit={submit}
      action={action}
      lacks={[reasonLack(value)]}
      onSubmit={() => void action.run({ reason: value.reason ?? '', note: value.note })}
    >
      <Text quiet>{about}</Text>
      <ReasonFields list={list} value={value} onChange={set} />
    </StepForm>
  )
}
