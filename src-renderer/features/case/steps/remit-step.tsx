import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import { stepMessages as messages } from '#shared/i18n/case-steps.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { core } from '#renderer/client/core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Stack } from '#renderer/ui/layout.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { FileForm, RejectForm } from './end-forms.tsx'
import { TransferForm } from './external-steps.tsx'
import { StepForm } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
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
