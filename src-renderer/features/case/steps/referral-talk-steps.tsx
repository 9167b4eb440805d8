import { clockMessages } from '#shared/i18n/case-steps-clock.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { core } from '#renderer/client/core.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { NoteField } from './note-field.tsx'
import { useOwnWords } from './own-words.ts'
import { ReasonFields, noReason, reasonLack } from './reason-fields.tsx'
import { referralLack, useReferral } from './referral-field.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'
import { useTold } from './use-told.tsx'

/** A question between the team and a department (F-07); the department's own stops its clock (W4). */
export function AskClarificationStep(step: StepProps) {
  const { t } = useSpeech()
  const { has } = useSession()
  const action = useStep(step, core.referral.askClarification, doneMessages.doneAsked)
  const { referral, field, choosesFirst } = useReferral(step, 'ask_clarification')
  const ofOwn = useOwnWords()
  const team = has('refer')
  const { value, set } = useKept<{ by: 'team' | 'department'; text: string }>(step.keep, {
    by: team ? 'team' : 'department',
    text: '',
  })
  const by = referral?.status === 'answered' ? 'team' : value.by
  const told = useTold(step, { text: value.text, department: referral?.department, onText: (text) => set({ text }) })
  const submit = () =>
    referral !== null && void action.run({ referral: referral.id, by, text: value.text, ...told.facts })
  const sides = [
    { value: 'team', label: t(referralMessages.askedByTeam), disabled: false },
    { value: 'department', label: t(referralMessages.askedByDepartment), disabled: referral?.status === 'answered' },
  ]
  return (
    <StepForm
      step={step}
      title={referralMessages.askClarification}
      submit={referralMessages.askSubmit}
      action={action}
      lacks={[referralLack(referral), need(value.text, 'text', clockMessages.questionMissing), told.lack]}
      onSubmit={submit}
    >
      {field}
      <Text quiet>{t(ofOwn(referralMessages.askAbout))}</Text>
      {team && <SelectSides options={sides} value={by} onChange={(next) => set({ by: next })} />}
      <TextAreaField
        required
        autoFocus={!choosesFirst}
        name="text"
        label={t(clockMessages.question)}
        value={value.text}
        maxLength={20_000}
        onChange={(text) => set({ text })}
      />
      {told.field}
    </StepForm>
  )
}

interface SelectSidesProps {
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled: boolean }[]
  readonly value: 'team' | 'department'
  readonly onChange: (by: 'team' | 'department') => void
}

function SelectSides({ options, value, onChange }: SelectSidesProps) {
  const { t } = useSpeech()
  return (
    <SelectField
      required
      name="asked-by"
      label={t(referralMessages.whoAsks)}
      options={options}
      value={value}
      onChange={(next) => onChange(next === 'department' ? 'department' : 'team')}
    />
  )
}

export function AnswerClarificationStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.referral.answerClarification, doneMessages.doneClarified)
  const { referral, field, choosesFirst } = useReferral(step, 'answer_clarification')
  const { value, set } = useKept(step.keep, { text: '' })
  const told = useTold(step, { text: value.text, department: referral?.department, onText: (text) => set({ text }) })
  const question = step.view.referrals
    .find(({ id }) => id === referral?.id)
    ?.messages.findLast(({ kind }) => kind === 'clarification_asked')
  const submit = () => referral !== null && void action.run({ referral: referral.id, text: value.text, ...told.facts })
  return (
    <StepForm
      step={step}
      title={referralMessages.answerClarification}
      submit={referralMessages.answerSubmit}
      action={action}
      lacks={[referralLack(referral), need(value.text, 'text', referralMessages.replyMissing), told.lack]}
      onSubmit={submit}
    >
      {field}
      {question !== undefined && <Text typed>{question.text}</Text>}
      <TextAreaField
        required
        autoFocus={!choosesFirst}
        name="text"
        label={t(referralMessages.clarification)}
        value={value.text}
        maxLength={20_000}
        onChange={(text) => set({ text })}
      />
      {told.field}
    </StepForm>
  )
}

export function RemindStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.referral.remind, doneMessages.doneReminded)
  const { referral, field, choosesFirst } = useReferral(step, 'remind')
  const { value, set } = useKept(step.keep, { note: '' })
  const told = useTold(step, {
    text: value.note,
    department: referral?.department,
    onText: (note) => set({ note }),
  })
  const submit = () => referral !== null && void action.run({ referral: referral.id, note: value.note, ...told.facts })
  return (
    <StepForm
      step={step}
      title={referralMessages.remind}
      submit={referralMessages.remindSubmit}
      action={action}
      lacks={[referralLack(referral), told.lack]}
      onSubmit={submit}
    >
      {field}
      <Text quiet>{t(referralMessages.remindAbout)}</Text>
      <NoteField autoFocus={!choosesFirst} value={value} set={set} />
      {told.field}
    </StepForm>
  )
}

export function CancelReferralStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.referral.cancel, doneMessages.doneCancelled)
  const { referral, field, choosesFirst } = useReferral(step, 'cancel_referral')
  const { value, set } = useKept(step.keep, noReason)
  const told = useTold(step, {
    text: value.note,
    department: referral?.department,
    onText: (note) => set({ note }),
  })
  const submit = () =>
    referral !== null &&
    void action.run({ referral: referral.id, reason: value.reason ?? '', note: value.note, ...told.facts })
  return (
    <StepForm
      danger
      step={step}
      title={referralMessages.cancelReferral}
      submit={referralMessages.cancelSubmit}
      leave={referralMessages.cancelNot}
      action={action}
      lacks={[referralLack(referral), reasonLack(value), told.lack]}
      onSubmit={submit}
    >
      {field}
      <Text quiet>{t(referralMessages.cancelAbout)}</Text>
      <ReasonFields autoFocus={!choosesFirst} list="cancel_reasons" value={value} onChange={set} />
      {told.field}
    </StepForm>
  )
}

export function WaiveReferralStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.referral.waive, doneMessages.doneWaived)
  const { referral, field, choosesFirst } = useReferral(step, 'waive_referral')
  const { value, set } = useKept(step.keep, { note: '' })
  const told = useTold(step, {
    text: value.note,
    department: referral?.department,
    onText: (note) => set({ note }),
  })
  const submit = () => referral !== null && void action.run({ referral: referral.id, note: value.note, ...told.facts })
  return (
    <StepForm
      danger
      step={step}
      title={referralMessages.waive}
      submit={referralMessages.waiveSubmit}
      action={action}
      lacks={[referralLack(referral), need(value.note, 'note', stepMessages.noteMissing), told.lack]}
      onSubmit={submit}
    >
      {field}
      <Text quiet>{t(referralMessages.waiveAbout)}</Text>
      <NoteField required autoFocus={!choosesFirst} label={referralMessages.waiveWhy} value={value} set={set} />
      {told.field}
    </StepForm>
  )
}
