import { currentCycle } from '#shared/domain/case/reading.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { core } from '#renderer/client/core.ts'
import { useDepartmentOptions } from '#renderer/parts/lists.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useNow } from '#renderer/parts/use-now.ts'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { FutureField, futureLack, useInstantOf } from './moment-field.tsx'
import { useOwnWords } from './own-words.ts'
import { ReasonFields, noReason, reasonLack } from './reason-fields.tsx'
import type { Reason } from './reason-fields.tsx'
import { referralLack, useReferral } from './referral-field.tsx'
import { statedMoment } from './stated-moment.ts'
import { StepForm } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

/** Received, within the department's remit, and the period it needs (F-04, F-05). */
export function AcknowledgeStep(step: StepProps) {
  const { t, dateTime, settings } = useSpeech()
  const { has } = useSession()
  const now = useNow()
  const ofOwn = useOwnWords()
  const instantOf = useInstantOf()
  const action = useStep(step, core.referral.acknowledge, doneMessages.doneAcknowledged)
  const { referral, field, choosesFirst } = useReferral(step, 'acknowledge_referral')
  const { value, set } = useKept<{ at: LocalMoment | null; beyond: boolean; inRemit: boolean }>(step.keep, {
    at: null,
    beyond: false,
    inRemit: false,
  })
  const due = referral?.due.at ?? null
  const at = statedMoment({ typed: value.at, due }, { now, zone: settings.zone })
  const stated = instantOf(at)
  const isBeyond = value.at !== null && stated !== null && due !== null && stated > due
  const submit = () => {
    if (referral !== null && stated !== null)
      void action.run({ referral: referral.id, statedAt: stated, beyondLimitApproved: isBeyond && value.beyond })
  }
  return (
    <StepForm
      step={step}
      title={referralMessages.acknowledge}
      submit={referralMessages.acknowledgeSubmit}
      action={action}
      fieldOf={{ 'period-beyond-limit': 'stated-at' }}
      lacks={[
        referralLack(referral),
        value.inRemit ? null : ['in-remit', referralMessages.inRemitMissing],
        futureLack(at, 'stated-at'),
      ]}
      onSubmit={submit}
    >
      {field}
      <CheckboxField
        required
        autoFocus={!choosesFirst}
        name="in-remit"
        label={t(ofOwn(referralMessages.inRemit))}
        checked={value.inRemit}
        onChange={(inRemit) => set({ inRemit })}
      />
      <FutureField
        isDue
        name="stated-at"
        label={t(ofOwn(referralMessages.statedAt))}
        {...(due === null ? {} : { hint: t(referralMessages.statedLimit, { due: dateTime(due) }) })}
        value={at}
        onChange={(typed) => set({ at: typed })}
      />
      {at !== value.at && <Text quiet>{t(referralMessages.statedIsLimit)}</Text>}
      {isBeyond && has('refer') && (
        <CheckboxField
          name="beyond-limit"
          label={t(referralMessages.beyondLimit)}
          checked={value.beyond}
          onChange={(beyond) => set({ beyond })}
        />
      )}
    </StepForm>
  )
}

/** More time for a department that asked for it (F-05). */
export function ExtendReferralStep(step: StepProps) {
  const { t, dateTime } = useSpeech()
  const instantOf = useInstantOf()
  const action = useStep(step, core.referral.extend, doneMessages.doneReferralExtended)
  const { referral, field, choosesFirst } = useReferral(step, 'extend_referral')
  const { value, set } = useKept<{ at: LocalMoment | null }>(step.keep, { at: null })
  const stated = instantOf(value.at)
  const hint = { due: dateTime(currentCycle(step.view.state).clock.dueNow.at) }
  return (
    <StepForm
      step={step}
      title={referralMessages.extendReferral}
      submit={referralMessages.extendReferral}
      action={action}
      fieldOf={{ 'extension-not-later': 'stated-at' }}
      lacks={[referralLack(referral), futureLack(value.at, 'stated-at')]}
      onSubmit={() =>
        referral !== null && stated !== null && void action.run({ referral: referral.id, statedAt: stated })
      }
    >
      {field}
      {referral !== null && (
        <Text quiet>{t(referralMessages.extendReferralAbout, { due: dateTime(referral.due.at) })}</Text>
      )}
      <FutureField
        autoFocus={!choosesFirst}
        isDue
        name="stated-at"
        label={t(referralMessages.extendReferralUntil)}
        hint={t(referralMessages.caseDueHint, hint)}
        value={value.at}
        onChange={(at) => set({ at })}
      />
    </StepForm>
  )
}

/** Not theirs: back to the team with the reason (F-06). */
export function ReturnReferralStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.referral.returnToTeam, doneMessages.doneReturned)
  const { referral, field, choosesFirst } = useReferral(step, 'return_referral')
  const { value, set } = useKept<Reason & { proposed: string | null }>(step.keep, { ...noReason, proposed: null })
  const options = useDepartmentOptions().filter((option) => option.value !== referral?.department)
  const submit = () =>
    referral !== null &&
    void action.run({
      referral: referral.id,
      reason: value.reason ?? '',
      note: value.note,
      proposedDepartment: value.proposed,
    })
  return (
    <StepForm
      step={step}
      title={referralMessages.returnReferral}
      submit={referralMessages.returnSubmit}
      action={action}
      lacks={[referralLack(referral), reasonLack(value)]}
      onSubmit={submit}
    >
      {field}
      <ReasonFields autoFocus={!choosesFirst} list="return_reasons" value={value} onChange={set} />
      <SelectField
        name="proposed-department"
        label={t(referralMessages.proposedDepartment)}
        options={options}
        value={value.proposed}
        onChange={(proposed) => set({ proposed })}
      />
    </StepForm>
  )
}
