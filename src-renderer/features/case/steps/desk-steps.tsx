import { caseTypes, confidentialities, verifications } from '#shared/domain/case/codes.ts'
import type { CaseType, Confidentiality, Verification } from '#shared/domain/case/codes.ts'
import { confidentialityLabels, typeDefinitions, typeLabels, verificationLabels } from '#shared/i18n/codes.ts'
import { stepMessages as messages } from '#shared/i18n/case-steps.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useListOptions } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { MultiSelectField, SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { NoteForm } from './note-form.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

/** How the identity was checked, or that it could not be; the linked database comes later. */
export function VerifyStep(step: StepProps) {
  const { t, label } = useSpeech()
  const action = useStep(step, core.triage.verifyIdentity, messages.doneVerified)
  const { value, set } = useKept<{ state: Verification | null; note: string }>(step.keep, { state: null, note: '' })
  const offered = verifications.filter((code) => code !== 'not_verified' && code !== 'by_database')
  return (
    <StepForm
      label={t(messages.verify)}
      submitLabel={t(messages.verifySubmit)}
      busy={action.busy}
      refusal={action.refusal}
      lacks={[need(value.state, 'state', messages.choiceMissing)]}
      onCancel={step.onCancel}
      onSubmit={() => value.state !== null && void action.run({ state: value.state, note: value.note })}
    >
      <RadioField
        required
        autoFocus
        name="state"
        label={t(messages.verifyHow)}
        options={offered.map((code) => ({ value: code, label: label(verificationLabels, code) }))}
        value={value.state}
        onChange={(state) => set({ state: state as Verification })}
      />
      <TextAreaField
        name="note"
        label={t(messages.note)}
        rows={2}
        value={value.note}
        maxLength={2000}
        onChange={(note) => set({ note })}
      />
    </StepForm>
  )
}

/** Who may open the case. */
export function ConfidentialityStep(step: StepProps) {
  const { t, label, say } = useSpeech()
  const { state } = step.view
  const action = useStep(step, core.triage.setConfidentiality, messages.doneConfidentiality)
  const users = (useCoreQuery(api.admin.users.queryOptions({ input: {} })).data ?? []).filter(({ active }) => active)
  const { value, set } = useKept<{ level: Confidentiality; users: readonly string[]; note: string }>(step.keep, {
    level: state.confidentiality,
    users: state.namedUsers,
    note: '',
  })
  const hints = {
    normal: messages.levelNormal,
    confidential: messages.levelConfidential,
    strict: messages.levelStrict,
  } as const
  const isStrict = value.level === 'strict'
  return (
    <StepForm
      label={t(messages.confidentiality)}
      submitLabel={t(messages.confidentialitySubmit)}
      busy={action.busy}
      refusal={action.refusal}
      fieldOf={{ 'named-users-missing': 'users' }}
      lacks={[isStrict && value.users.length === 0 ? ['users', messages.usersMissing] : null]}
      onCancel={step.onCancel}
      onSubmit={() =>
        void action.run({ level: value.level, users: isStrict ? [...value.users] : [], note: value.note })
      }
    >
      <RadioField
        required
        autoFocus
        name="level"
        label={t(messages.level)}
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
          label={t(messages.namedUsers)}
          options={users.map(({ id, name }) => ({ value: id, label: say(name) }))}
          values={value.users}
          onChange={(chosen) => set({ users: chosen })}
        />
      )}
      <TextAreaField
        name="note"
        label={t(messages.note)}
        rows={2}
        value={value.note}
        maxLength={2000}
        onChange={(note) => set({ note })}
      />
    </StepForm>
  )
}

/** Another type keeps number and history; the due date follows (T-04). */
export function RetypeStep(step: StepProps) {
  const { t, label, say } = useSpeech()
  const action = useStep(step, core.triage.retype, messages.doneRetyped)
  const { value, set } = useKept<{ to: CaseType | null; note: string }>(step.keep, { to: null, note: '' })
  const others = caseTypes.filter((code) => code !== step.view.state.type)
  return (
    <StepForm
      label={t(messages.retype)}
      submitLabel={t(messages.retypeSubmit)}
      busy={action.busy}
      refusal={action.refusal}
      lacks={[need(value.to, 'to', messages.choiceMissing)]}
      onCancel={step.onCancel}
      onSubmit={() => value.to !== null && void action.run({ to: value.to, note: value.note })}
    >
      <Text quiet>{t(messages.retypeAbout)}</Text>
      <RadioField
        required
        autoFocus
        name="to"
        label={t(messages.newType)}
        options={others.map((code) => ({
          value: code,
          label: label(typeLabels, code),
          hint: say(typeDefinitions[code]),
        }))}
        value={value.to}
        onChange={(to) => set({ to: to as CaseType })}
      />
      <TextAreaField
        name="note"
        label={t(messages.note)}
        rows={2}
        value={value.note}
        maxLength={2000}
        onChange={(note) => set({ note })}
      />
    </StepForm>
  )
}

/** Subjects of dissatisfaction, cause given, kind of complainant (T-02, T-07, T-08). */
export function DetailsStep(step: StepProps) {
  const { t } = useSpeech()
  const { state } = step.view
  const action = useStep(step, core.triage.changeDetails, messages.doneDetails)
  const { value, set } = useKept<{ subjects: readonly string[]; cause: string | null; kind: string | null }>(
    step.keep,
    { subjects: state.subjects, cause: state.cause, kind: state.complainantKind },
  )
  return (
    <StepForm
      label={t(messages.details)}
      submitLabel={t(messages.detailsSubmit)}
      busy={action.busy}
      refusal={action.refusal}
      lacks={[
        state.type === 'complaint' && value.subjects.length === 0 ? ['subjects', messages.subjectsMissing] : null,
      ]}
      onCancel={step.onCancel}
      onSubmit={() =>
        void action.run({ subjects: [...value.subjects], cause: value.cause, complainantKind: value.kind })
      }
    >
      <MultiSelectField
        autoFocus
        required={state.type === 'complaint'}
        name="subjects"
        label={t(messages.subjects)}
        options={useListOptions('subjects')}
        values={value.subjects}
        onChange={(subjects) => set({ subjects })}
      />
      <SelectField
        name="cause"
        label={t(messages.causeGiven)}
        options={useListOptions('causes')}
        value={value.cause}
        onChange={(cause) => set({ cause })}
      />
      <SelectField
        name="complainant-kind"
        label={t(messages.complainantKind)}
        options={useListOptions('complainant_kinds')}
        value={value.kind}
        onChange={(kind) => set({ kind })}
      />
    </StepForm>
  )
}

/** The wording of subject and text; the first wording stays in the history. */
export function DescribeStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.triage.describe, messages.doneDescribed)
  const { text } = step.view
  const { value, set } = useKept(step.keep, { subject: text?.subject ?? '', text: text?.text ?? '' })
  const language = /[؀-ۿ]/.test(value.text) ? 'ar' : 'en'
  return (
    <StepForm
      label={t(messages.describe)}
      submitLabel={t(messages.describeSubmit)}
      busy={action.busy}
      refusal={action.refusal}
      lacks={[need(value.subject, 'subject', messages.subjectMissing), need(value.text, 'text', messages.textMissing)]}
      onCancel={step.onCancel}
      onSubmit={() => void action.run({ subject: value.subject, text: value.text, language })}
    >
      <TextField
        required
        autoFocus
        name="subject"
        label={t(messages.subject)}
        value={value.subject}
        maxLength={500}
        onChange={(subject) => set({ subject })}
      />
      <TextAreaField
        required
        name="text"
        label={t(messages.text)}
        rows={8}
        value={value.text}
        maxLength={20_000}
        onChange={(next) => set({ text: next })}
      />
    </StepForm>
  )
}

/** The complainant turned to the office again. */
export function ContactStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.desk.recordContact, messages.doneContact)
  const { value, set } = useKept<{ channel: string | null; purpose: Purpose; note: string }>(step.keep, {
    channel: null,
    purpose: 'status',
    note: '',
  })
  const words = {
    status: messages.purposeStatus,
    addition: messages.purposeAddition,
    objection: messages.purposeObjection,
  } as const
  return (
    <StepForm
      label={t(messages.contact)}
      submitLabel={t(messages.contactSubmit)}
      busy={action.busy}
      refusal={action.refusal}
      lacks={[need(value.channel, 'channel', messages.channelMissing)]}
      onCancel={step.onCancel}
      onSubmit={() => void action.run({ channel: value.channel ?? '', purpose: value.purpose, note: value.note })}
    >
      <SelectField
        required
        autoFocus
        name="channel"
        label={t(messages.contactChannel)}
        options={useListOptions('channels')}
        value={value.channel}
        onChange={(channel) => set({ channel })}
      />
      <RadioField
        required
        name="purpose"
        label={t(messages.purpose)}
        options={purposes.map((code) => ({ value: code, label: t(words[code]) }))}
        value={value.purpose}
        onChange={(purpose) => set({ purpose: purpose as Purpose })}
      />
      <TextAreaField
        name="note"
        label={t(messages.contactNote)}
        value={value.note}
        maxLength={2000}
        onChange={(note) => set({ note })}
      />
    </StepForm>
  )
}

const purposes = ['status', 'addition', 'objection'] as const
type Purpose = (typeof purposes)[number]

export function WithdrawStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.triage.withdraw, messages.doneWithdrawn)
  return (
    <NoteForm
      danger
      step={step}
      title={messages.withdraw}
      about={t(messages.withdrawAbout)}
      submit={messages.withdrawSubmit}
      action={action}
    />
  )
}

/** how the complainant learned the number. */
export function TellNumberStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.desk.tellNumber, messages.doneTold)
  const { value, set } = useKept<{ how: 'printed' | 'told' }>(step.keep, { how: 'told' })
  const options = [
    { value: 'told', label: t(messages.toldOrally) },
    { value: 'printed', label: t(messages.toldPrinted) },
  ]
  return (
    <StepForm
      label={t(messages.tellNumber)}
      submitLabel={t(messages.tellSubmit)}
      busy={action.busy}
      refusal={action.refusal}
      onCancel={step.onCancel}
      onSubmit={() => void action.run(value)}
    >
      <RadioField
        autoFocus
        name="how"
        label={t(messages.tellHow)}
        options={options}
        value={value.how}
        onChange={(how) => set({ how: how === 'printed' ? 'printed' : 'told' })}
      />
    </StepForm>
  )
}
