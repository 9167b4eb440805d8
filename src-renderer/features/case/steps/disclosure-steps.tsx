import { currentCycle } from '#shared/domain/case/reading.ts'
import { insideMessages as words } from '#shared/i18n/case-inside.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { core } from '#renderer/client/core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { useNames } from '../names.ts'
import { FutureField, futureLack, useInstantOf } from './moment-field.tsx'
import { NoteField } from './note-field.tsx'
import { referralLack, useReferral } from './referral-field.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

/** One department may know who complains, for a reason and until a day (R-09, B-17). */
export function DiscloseStep(step: StepProps) {
  const { t } = useSpeech()
  const instantOf = useInstantOf()
  const action = useStep(step, core.referral.disclose, words.doneDisclosed)
  const { referral, field } = useReferral(step, 'disclose')
  const { value, set } = useKept<{ until: LocalMoment | null; note: string }>(step.keep, { until: null, note: '' })
  const until = instantOf(value.until)
  const submit = () =>
    referral !== null && until !== null && void action.run({ referral: referral.id, until, note: value.note })
  return (
    <StepForm
      step={step}
      title={words.disclose}
      submit={words.discloseSubmit}
      action={action}
      danger
      lacks={[
        referralLack(referral),
        futureLack(value.until, 'until'),
        need(value.note, 'note', stepMessages.noteMissing),
      ]}
      onSubmit={submit}
    >
      {field}
      <Notice tone="warn">{t(words.discloseAbout)}</Notice>
      <FutureField name="until" label={t(words.until)} value={value.until} onChange={(next) => set({ until: next })} />
      <NoteField required label={words.discloseWhy} value={value} set={set} />
    </StepForm>
  )
}

/** Before its time is up: the department’s machines give the identity back. */
export function EndDisclosureStep(step: StepProps) {
  const { t, dateTime } = useSpeech()
  const names = useNames(step.view)
  const action = useStep(step, core.referral.endDisclosure, words.doneEnded)
  const open = currentCycle(step.view.state).referrals.filter(({ disclosedUntil }) => disclosedUntil !== null)
  const { value, set } = useKept<{ referral: string | null }>(step.keep, { referral: step.target })
  const chosen = open.find(({ id }) => id === value.referral) ?? (open.length === 1 ? open[0] : undefined)
  const until = chosen?.disclosedUntil ?? null
  return (
    <StepForm
      step={step}
      title={words.endDisclosure}
      submit={words.endSubmit}
      action={action}
      lacks={[referralLack(chosen ?? null)]}
      onSubmit={() => chosen !== undefined && void action.run({ referral: chosen.id })}
    >
      <SelectField
        required
        autoFocus
        name="referral"
        label={t(referralMessages.department)}
        options={open.map(({ id, department }) => ({ value: id, label: names.unit(department) }))}
        value={chosen?.id ?? null}
        onChange={(referral) => set({ referral })}
      />
      {until !== null && <Text quiet>{t(words.disclosedUntil, { date: dateTime(until) })}</Text>}
    </StepForm>
  )
}
