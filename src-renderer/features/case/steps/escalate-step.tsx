import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { core } from '#renderer/client/core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { useNames } from '../names.ts'
import { NoteField } from './note-field.tsx'
import { referralsFor } from './referral-field.tsx'
import { StepForm } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

const rungs = [1, 2, 3, 4, 5] as const

/** Raised to a level by a person; the automatic ladder comes with the duties. */
export function EscalateStep(step: StepProps) {
  const { t } = useSpeech()
  const names = useNames(step.view)
  const action = useStep(step, core.referral.escalate, doneMessages.doneEscalated)
  const { value, set } = useKept<{ referral: string; rung: string; note: string }>(step.keep, {
    referral: step.target ?? '',
    rung: '1',
    note: '',
  })
  const open = referralsFor(step.view, 'escalate')
  const submit = () =>
    void action.run({
      referral: value.referral === '' ? null : value.referral,
      rung: Number(value.rung),
      note: value.note,
    })
  const words = {
    1: referralMessages.rung1,
    2: referralMessages.rung2,
    3: referralMessages.rung3,
    4: referralMessages.rung4,
    5: referralMessages.rung5,
  } as const
  return (
    <StepForm
      step={step}
      title={referralMessages.escalate}
      submit={referralMessages.escalateSubmit}
      action={action}
      onSubmit={submit}
    >
      <Text quiet>{t(referralMessages.escalateAbout)}</Text>
      <SelectField
        required
        autoFocus
        name="rung"
        label={t(referralMessages.rung)}
        options={rungs.map((rung) => ({ value: String(rung), label: t(words[rung]) }))}
        value={value.rung}
        onChange={(rung) => set({ rung: rung ?? '1' })}
      />
      {open.length > 0 && (
        <SelectField
          required
          name="referral"
          label={t(referralMessages.escalateWhat)}
          options={[
            { value: '', label: t(referralMessages.wholeCase) },
            ...open.map(({ id, department }) => ({ value: id, label: names.unit(department) })),
          ]}
          value={value.referral}
          onChange={(referral) => set({ referral: referral ?? '' })}
        />
      )}
      <NoteField value={value} set={set} />
    </StepForm>
  )
}
