import type { ComponentProps } from 'react'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { core } from '#renderer/client/core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { ReasonForm } from './reason-form.tsx'
import type { Lack } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepAction, StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

/** Not admissible, for a reason that is written to the complainant (L-03). */
export function RejectForm(step: StepProps) {
  const action = useStep(step, core.triage.reject, doneMessages.doneRejected)
  return (
    <EndForm
      step={step}
      list="reject_reasons"
      title={triageMessages.remitReject}
      about={triageMessages.rejectAbout}
      submit={triageMessages.rejectSubmit}
      action={action}
      text={triageMessages.rejectText}
    />
  )
}

/** Ended without action: empty, abusive, or for information only. */
export function FileForm(step: StepProps) {
  const action = useStep(step, core.triage.file, doneMessages.doneFiled)
  return (
    <EndForm
      step={step}
      list="file_reasons"
      title={triageMessages.remitFile}
      about={triageMessages.fileAbout}
      submit={triageMessages.fileSubmit}
      action={action}
    />
  )
}

type Remit = 'within' | 'outside'

interface Ending {
  readonly remit: Remit | null
}

interface EndFormProps extends Omit<ComponentProps<typeof ReasonForm>, 'action' | 'children' | 'lack'> {
  readonly list: 'reject_reasons' | 'file_reasons'
  readonly action: StepAction<{ reason: string; note: string; withinRemit?: boolean }>
}

/** An end without an answer. Whoever takes it says that the matter is within the remit, unless that was decided before (L-02). */
function EndForm({ action, ...form }: EndFormProps) {
  const { t } = useSpeech()
  const { step, list } = form
  const { value, set } = useKept<Ending>(`${step.keep}${list}-remit`, { remit: null })
  const isAsked = step.view.state.decision.kind === 'undecided'
  const answer = isAsked ? { withinRemit: value.remit === 'within' } : {}
  return (
    <ReasonForm
      {...form}
      action={{ ...action, run: (given) => action.run({ ...given, ...answer }) }}
      lack={isAsked ? remitLack(value) : null}
    >
      {isAsked && (
        <RadioField
          required
          inline
          name="within-remit"
          label={t(triageMessages.isWithinRemit)}
          options={[
            { value: 'within', label: t(stepMessages.yes) },
            { value: 'outside', label: t(stepMessages.no) },
          ]}
          value={value.remit}
          onChange={(remit) => set({ remit: remit as Remit })}
        />
      )}
      {isAsked && value.remit === 'outside' && (
        <Notice tone="warn" live>
          {t(triageMessages.outsideRemitEndsNot)}
        </Notice>
      )}
    </ReasonForm>
  )
}

function remitLack({ remit }: Ending): Lack {
  if (remit === 'within') return null
  return ['within-remit', remit === null ? triageMessages.isWithinRemitMissing : triageMessages.outsideRemitEndsNot]
}
