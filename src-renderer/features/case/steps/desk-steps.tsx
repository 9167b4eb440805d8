import { confidentialities, verifications } from '#shared/domain/case/codes.ts'
import type { Confidentiality, Verification } from '#shared/domain/case/codes.ts'
import { mayGoUnverified } from '#shared/domain/case/reading.ts'
import { confidentialityLabels, verificationLabels } from '#shared/i18n/codes.ts'
import { detailsMessages } from '#shared/i18n/case-steps-details.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { core } from '#renderer/client/core.ts'
import { useListOptions } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { MultiSelectField, SelectField } from '#renderer/ui/select-field.tsx'
import { useNamable } from './use-namable.ts'
import { NoteField } from './note-field.tsx'
import { NoteForm } from './note-form.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

/** How the identity was checked, or that it could not be; the linked database comes later. */
export function VerifyStep(step: StepProps) {
  const { t, label } = useSpeech()
  const action = useStep(step, core.triage.verifyIdentity, doneMessages.doneVerified)
  const { value, set } = useKept<{ state: Verification | null; note: string }>(step.keep, { state: null, note: '' })
  const isSpared = mayGoUnverified(step.view.state)
  const offered = verifications.filter(
    (code) => code !== 'not_verified' && code !== 'by_database' && (code !== 'not_required' || isSpared),
  )
  return (
    <StepForm
      step={step}
      title={detailsMessages.verify}
      submit={detailsMessages.verifySubmit}
      action={action}
      lacks={[need(value.state, 'state', stepMessages.choiceMissing)]}
      onSubmit={() => value.state !== null && void action.run({ state: value.state, note: value.note })}
    >
      <RadioField
        required
        autoFocus
        name="state"
        label={t(detailsMessages.verifyHow)}
        options={offered.map((code) => ({ value: code, label: label(verificationLabels, code) }))}
        value={value.state}
        onChange={(state) => set({ state: state as Verification })}
      />
      <NoteField rows={2} value={value} set={set} />
    </StepForm>
  )
}

/** Who may open the case. */
export function ConfidentialityStep(step: StepProps) {
  const { t, label } = useSpeech()
  const { state } = step.view
  const action = useStep(step, core.triage.setConfidentiality, doneMessages.doneConfidentiality)
  const options = useNamable(state.namedUsers)
  const { value, set } = useKept<{ level: Confidentiality; users: readonly string[]; note: string }>(step.keep, {
    level: state.confidentiality,
    users: state.namedUsers,
    note: '',
  })
  const hints = {
    normal: detailsMessages.levelNormal,
    confidential: detailsMessages.levelConfidential,
    strict: detailsMessages.levelStrict,
  } as const
  const isStrict = value.level === 'strict'
  return (
    <StepForm
      step={step}
      title={detailsMessages.confidentiality}
      submit={detailsMessages.confidentialitySubmit}
      action={action}
      fieldOf={{ 'named-users-missing': 'users' }}
      lacks={[isStrict && value.users.length === 0 ? ['users', detailsMessages.usersMissing] : null]}
      onSubmit={() =>
        void action.run({ level: value.level, users: isStrict ? [...value.users] : [], note: value.note })
      }
    >
      <RadioField
        required
        autoFocus
        name="level"
        label={t(detailsMessages.level)}
        options={confidentialities.map((code) => ({
          value: code,
          label: label(confidentialityLabels, code),
          hint: t(hints[code]),
        }))}
        value={value.level}
        onChange={(level) => set({ level: level as Confidentiality })}
      />
      {isStrict && (
        <MultiSelectField
          required
          name="users"
          label={t(detailsMessages.namedUsers)}
          options={options}
          values={value.users}
          onChange={(chosen) => set({ users: chosen })}
        />
      )}
      <NoteField rows={2} value={value} set={set} />
    </StepForm>
  )
}

/** The complainant turned to the office again. */
export function ContactStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.desk.recordContact, doneMessages.doneContact)
  const { value, set } = useKept<{ channel: string | null; purpose: Purpose; note: string }>(step.keep, {
    channel: null,
    purpose: 'status',
    note: '',
  })
  const words = {
    status: detailsMessages.purposeStatus,
    addition: detailsMessages.purposeAddition,
    objection: detailsMessages.purposeObjection,
  } as const
  return (
    <StepForm
      step={step}
      title={detailsMessages.contact}
      submit={detailsMessages.contactSubmit}
      action={action}
      lacks={[need(value.channel, 'channel', stepMessages.channelMissing)]}
      onSubmit={() => void action.run({ channel: value.channel ?? '', purpose: value.purpose, note: value.note })}
    >
      <SelectField
        required
        autoFocus
        name="channel"
        label={t(detailsMessages.contactChannel)}
        options={useListOptions('channels')}
        value={value.channel}
        onChange={(channel) => set({ channel })}
      />
      <RadioField
        required
        name="purpose"
        label={t(detailsMessages.purpose)}
        options={purposes.map((code) => ({ value: code, label: t(words[code]) }))}
        value={value.purpose}
        onChange={(purpose) => set({ purpose: purpose as Purpose })}
      />
      <NoteField label={detailsMessages.contactNote} value={value} set={set} />
    </StepForm>
  )
}

const purposes = ['status', 'addition', 'objection'] as const
type Purpose = (typeof purposes)[number]

export function WithdrawStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.triage.withdraw, doneMessages.doneWithdrawn)
  return (
    <NoteForm
      danger
      step={step}
      title={detailsMessages.withdraw}
      about={t(detailsMessages.withdrawAbout)}
      submit={detailsMessages.withdrawSubmit}
      action={action}
    />
  )
}

/** how the complainant learned the number. */
export function TellNumberStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.desk.tellNumber, doneMessages.doneTold)
  const { value, set } = useKept<{ how: 'printed' | 'told' }>(step.keep, { how: 'told' })
  const options = [
    { value: 'told', label: t(detailsMessages.toldOrally) },
    { value: 'printed', label: t(detailsMessages.toldPrinted) },
  ]
  return (
    <StepForm
      step={step}
      title={detailsMessages.tellNumber}
      submit={detailsMessages.tellSubmit}
      action={action}
      onSubmit={() => void action.run(value)}
    >
      <RadioField
        autoFocus
        name="how"
        label={t(detailsMessages.tellHow)}
        options={options}
        value={value.how}
        onChange={(how) => set({ how: how === 'printed' ? 'printed' : 'told' })}
      />
    </StepForm>
  )
}
