import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import { stepMessages as messages } from '#shared/i18n/case-steps.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { core } from '#renderer/client/core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Stack } from '#renderer/ui/layout.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TransferForm } from './external-steps.tsx'
import { ReasonFields, noReason, reasonLack } from './reason-fields.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepAction, StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

const choices = ['accept', 'transfer_external', 'reject', 'file'] as const
type Choice = (typeof choices)[number]

const words: Readonly<Record<Choice, { readonly label: PlainMessage; readonly hint: PlainMessage }>> = {
  accept: { label: messages.remitAccept, hint: messages.remitAcceptHint },
  transfer_external: { label: messages.remitTransfer, hint: messages.remitTransferHint },
  reject: { label: messages.remitReject, hint: messages.remitRejectHint },
  file: { label: messages.remitFile, hint: messages.remitFileHint },
}

/** Within remit or not, admissible or not (L-02, L-03): one decision, and only the fields it needs. */
export function RemitStep(step: StepProps) {
  const { t } = useSpeech()
  const allowed: readonly CaseCommandKind[] = step.view.allowed
  const open = choices.filter((choice) => allowed.includes(choice))
  const { value, set } = useKept<{ choice: Choice | null }>(`${step.keep}choice`, { choice: null })
  const choice = open.find((one) => one === value.choice) ?? open[0] ?? null
  const options = open.map((one) => ({ value: one, label: t(words[one].label), hint: t(words[one].hint) }))
  return (
    <Stack gap="sm">
      <RadioField
        boxed
        autoFocus
        name="remit"
        label={t(messages.remit)}
        options={options}
        value={choice}
        onChange={(next) => set({ choice: next as Choice })}
      />
      {choice === 'accept' && <AcceptForm {...step} />}
      {choice === 'transfer_external' && <TransferForm {...step} />}
      {choice === 'reject' && <RejectForm {...step} />}
      {choice === 'file' && <FileForm {...step} />}
    </Stack>
  )
}

function AcceptForm(step: StepProps) {
  const action = useStep(step, core.triage.accept, messages.doneAccepted)
  return (
    <StepForm
      step={step}
      title={messages.remitAccept}
      submit={messages.acceptSubmit}
      action={action}
      onSubmit={() => void action.run({})}
    />
  )
}

function RejectForm(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.triage.reject, messages.doneRejected)
  return (
    <ReasonForm
      step={step}
      list="reject_reasons"
      title={messages.remitReject}
      about={t(messages.rejectAbout)}
      submit={messages.rejectSubmit}
      action={action}
      text={messages.rejectText}
    />
  )
}

export function FileForm(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.triage.file, messages.doneFiled)
  return (
    <ReasonForm
      step={step}
      list="file_reasons"
      title={messages.remitFile}
      about={t(messages.fileAbout)}
      submit={messages.fileSubmit}
      action={action}
    />
  )
}

interface ReasonFormProps {
  readonly step: StepProps
  readonly list: 'reject_reasons' | 'file_reasons' | 'suspend_reasons'
  readonly title: PlainMessage
  readonly about: string
  readonly submit: PlainMessage
  readonly action: StepAction<{ reason: string; note: string }>
  /** What must be written beside the reason. */
  readonly text?: PlainMessage
}

/** A step that takes a reason of a list and a note. */
export function ReasonForm({ step, list, title, about, submit, action, text }: ReasonFormProps) {
  const { t } = useSpeech()
  const { value, set } = useKept(`${step.keep}${list}`, noReason)
  return (
    <StepForm
      danger
      step={step}
      title={title}
      submit={submit}
      action={action}
      lacks={[reasonLack(value), text === undefined ? null : need(value.note, 'note', messages.noteMissing)]}
      onSubmit={() => void action.run({ reason: value.reason ?? '', note: value.note })}
    >
      <Text quiet>{about}</Text>
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
