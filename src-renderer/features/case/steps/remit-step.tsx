import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
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
  accept: { label: triageMessages.remitAccept, hint: triageMessages.remitAcceptHint },
  transfer_external: { label: triageMessages.remitTransfer, hint: triageMessages.remitTransferHint },
  reject: { label: triageMessages.remitReject, hint: triageMessages.remitRejectHint },
  file: { label: triageMessages.remitFile, hint: triageMessages.remitFileHint },
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
        label={t(triageMessages.remit)}
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
  const action = useStep(step, core.triage.accept, doneMessages.doneAccepted)
  return (
    <StepForm
      step={step}
      title={triageMessages.remitAccept}
      submit={triageMessages.acceptSubmit}
      action={action}
      onSubmit={() => void action.run({})}
    />
  )
}
