import { stepMessages as messages } from '#shared/i18n/case-steps.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { core } from '#renderer/client/core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import type { Reason } from './reason-fields.tsx'
import { ReasonFields, noReason, reasonLack } from './reason-fields.tsx'
import type { Lack } from './step-form.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepAction, StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

/** Not admissible, for a reason that is written to the complainant (L-03). */
export function RejectForm(step: StepProps) {
  const action = useStep(step, core.triage.reject, messages.doneRejected)
  return (
    <EndForm
      step={step}
      list="reject_reasons"
      title={messages.remitReject}
      about={messages.rejectAbout}
      submit={messages.rejectSubmit}
      action={action}
      text={messages.rejectText}
    />
  )
}

/** Ended without action: empty, abusive, or for information only. */
export function FileForm(step: StepProps) {
  const action = useStep(step, core.triage.file, messages.doneFiled)
  return (
    <EndForm
      step={step}
      list="file_reasons"
      title={messages.remitFile}
      about={messages.fileAbout}
      submit={messages.fileSubmit}
      action={action}
    />
  )
}

type Remit = 'within' | 'outside'

interface Ending extends Reason {
  readonly remit: Remit | null
}

interface EndFormProps {
  readonly step: StepProps
  readonly list: 'reject_reasons' | 'file_reasons'
  readonly title: PlainMessage
  readonly about: PlainMessage
  readonly submit: PlainMessage
  readonly action: StepAction<{ reason: string; note: string; withinRemit?: boolean }>
  /** What must be written beside the reason. */
  readonly text?: PlainMessage
}

/** An end without an answer. Whoever takes it says that the matter is within the remit, unless that was decided before (L-02). */
function EndForm({ step, list, title, about, submit, action, text }: EndFormProps) {
  const { t } = useSpeech()
  const { value, set } = useKept<Ending>(`${step.keep}${list}`, { ...noReason, remit: null })
  const isAsked = step.view.state.decision.kind === 'undecided'
  const noteLack = text === undefined ? null : need(value.note, 'note', messages.noteMissing)
  const answer = isAsked ? { withinRemit: value.remit === 'within' } : {}
  return (
    <StepForm
      danger
      step={step}
      title={title}
      submit={submit}
      action={action}
      lacks={[isAsked ? remitLack(value) : null, reasonLack(value), noteLack]}
      onSubmit={() => void action.run({ reason: value.reason ?? '', note: value.note, ...answer })}
    >
      <Text quiet>{t(about)}</Text>
      {isAsked && (
        <RadioField
          required
          inline
          name="within-remit"
          label={t(messages.isWithinRemit)}
          options={[
            { value: 'within', label: t(messages.yes) },
            { value: 'outside', label: t(messages.no) },
          ]}
          value={value.remit}
          onChange={(remit) => set({ remit: remit as Remit })}
        />
      )}
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

function remitLack({ remit }: Ending): Lack {
  if (remit === 'within') return null
  return ['within-remit', remit === null ? messages.isWithinRemitMissing : messages.outsideRemitEndsNot]
}
