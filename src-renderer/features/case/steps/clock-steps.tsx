import type { ContactChannel } from '#shared/domain/case/codes.ts'
import { currentCycle, isReachable, waitingReferrals } from '#shared/domain/case/reading.ts'
import { contactChannelLabels } from '#shared/i18n/codes.ts'
import { clockMessages } from '#shared/i18n/case-steps-clock.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { core } from '#renderer/client/core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { useNames } from '../names.ts'
import { contactOrder } from './contact-order.ts'
import { mayBeExtended } from './may-be-extended.ts'
import { FutureField, PastField, futureLack, momentLack, useInstantOf } from './moment-field.tsx'
import { NoteField } from './note-field.tsx'
import { ReasonFields, noReason, reasonLack } from './reason-fields.tsx'
import { ReasonForm } from './reason-form.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

/** The ways of reaching the complainant, the preferred one first (C-09). */
export function useContactOptions({ state }: StepProps['view']) {
  const { t, label } = useSpeech()
  const preferred = state.complainant?.preferred ?? null
  return contactOrder(state.complainant).map((channel) => ({
    value: channel,
    label:
      channel === preferred
        ? t(clockMessages.preferred, { channel: label(contactChannelLabels, channel) })
        : label(contactChannelLabels, channel),
  }))
}

/** A question to the complainant: sent, and the clock stops (L-03, W4). */
export function RequestInfoStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.triage.requestInfo, doneMessages.doneInfoRequested)
  const options = useContactOptions(step.view)
  const { value, set } = useKept<{ channel: string | null; text: string }>(step.keep, {
    channel: options[0]?.value ?? null,
    text: '',
  })
  return (
    <StepForm
      step={step}
      title={clockMessages.requestInfo}
      submit={clockMessages.requestInfoSubmit}
      action={action}
      lacks={[
        need(value.text, 'text', clockMessages.questionMissing),
        need(value.channel, 'channel', stepMessages.channelMissing),
      ]}
      onSubmit={() => void action.run({ channel: (value.channel ?? 'other') as ContactChannel, text: value.text })}
    >
      <Text quiet>{t(clockMessages.requestInfoAbout)}</Text>
      <TextAreaField
        required
        autoFocus
        name="text"
        label={t(clockMessages.question)}
        rows={4}
        value={value.text}
        maxLength={20_000}
        onChange={(text) => set({ text })}
      />
      <SelectField
        required
        name="channel"
        label={t(clockMessages.askedBy)}
        options={options}
        value={value.channel}
        onChange={(channel) => set({ channel })}
      />
    </StepForm>
  )
}

export function ReceiveInfoStep(step: StepProps) {
  const { t } = useSpeech()
  const instantOf = useInstantOf()
  const action = useStep(step, core.triage.receiveInfo, doneMessages.doneInfoReceived)
  const { value, set } = useKept<{ note: string; at: LocalMoment | null }>(step.keep, { note: '', at: null })
  const submit = () => {
    const receivedAt = instantOf(value.at)
    if (receivedAt === null) return
    void action.run({ note: value.note, ...(value.at === null ? {} : { receivedAt }) })
  }
  return (
    <StepForm
      step={step}
      title={clockMessages.receiveInfo}
      submit={clockMessages.receiveInfoSubmit}
      action={action}
      lacks={[momentLack(value.at, 'answer-at')]}
      onSubmit={submit}
    >
      <Text quiet>{t(clockMessages.receiveInfoAbout)}</Text>
      <NoteField autoFocus label={clockMessages.receivedText} value={value} set={set} />
      <PastField
        name="answer-at"
        label={t(clockMessages.receivedAnswerAt)}
        hint={t(clockMessages.receivedAnswerHint)}
        value={value.at}
        onChange={(at) => set({ at })}
      />
    </StepForm>
  )
}

export function SuspendStep(step: StepProps) {
  const action = useStep(step, core.triage.suspend, doneMessages.doneSuspended)
  return (
    <ReasonForm
      step={step}
      list="suspend_reasons"
      title={clockMessages.suspend}
      about={clockMessages.suspendAbout}
      submit={clockMessages.suspendSubmit}
      action={action}
    />
  )
}

export function ResumeStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.triage.resume, doneMessages.doneResumed)
  return (
    <StepForm
      step={step}
      title={clockMessages.resume}
      submit={clockMessages.resumeSubmit}
      action={action}
      onSubmit={() => void action.run({})}
    >
      <Text quiet>{t(clockMessages.resumeAbout)}</Text>
    </StepForm>
  )
}

interface Extension {
  readonly reason: string | null
  readonly note: string
  readonly until: LocalMoment | null
  readonly clientNotified: boolean
}

/** A later date, with reason, after the client was told (W6). */
export function ExtendStep(step: StepProps) {
  const { t, dateTime } = useSpeech()
  const instantOf = useInstantOf()
  const action = useStep(step, core.triage.extend, doneMessages.doneExtended)
  const { value, set } = useKept<Extension>(step.keep, { ...noReason, until: null, clientNotified: false })
  const reachable = isReachable(step.view.state.complainant)
  const submit = () => {
    const until = instantOf(value.until)
    if (until !== null)
      void action.run({ reason: value.reason ?? '', note: value.note, until, clientNotified: value.clientNotified })
  }
  return (
    <StepForm
      step={step}
      title={clockMessages.extend}
      submit={clockMessages.extendSubmit}
      action={action}
      fieldOf={{ 'extension-not-notified': 'client-notified' }}
      lacks={[futureLack(value.until, 'until'), reasonLack(value)]}
      onSubmit={submit}
    >
      <Text quiet>
        {t(clockMessages.extendAbout, { due: dateTime(currentCycle(step.view.state).clock.dueNow.at) })}
      </Text>
      <ReferralsStay view={step.view} />
      <FutureField
        autoFocus
        isDue
        name="until"
        label={t(clockMessages.extendUntil)}
        value={value.until}
        onChange={(until) => set({ until })}
      />
      <ReasonFields list="extension_reasons" value={value} onChange={set} />
      {reachable && (
        <CheckboxField
          name="client-notified"
          label={t(clockMessages.clientNotified)}
          checked={value.clientNotified}
          onChange={(clientNotified) => set({ clientNotified })}
        />
      )}
    </StepForm>
  )
}

/** The departments' own dates do not move with the case's. */
function ReferralsStay({ view }: Pick<StepProps, 'view'>) {
  const { t, dateTime } = useSpeech()
  const names = useNames(view)
  const waiting = waitingReferrals(currentCycle(view.state))
  if (waiting.length === 0) return null
  const each = waiting.map(({ department, due }) =>
    t(clockMessages.referralStays, { name: names.unit(department), due: dateTime(due.at) }),
  )
  return (
    <Text quiet>
      {t(clockMessages.referralsStay, { each: each.join(t(stepMessages.comma)) })}
      {waiting.some(mayBeExtended) && ` ${t(clockMessages.referralsExtended)}`}
    </Text>
  )
}
