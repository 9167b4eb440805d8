import type { AttemptResult, ContactChannel } from '#shared/domain/case/codes.ts'
import { closingMessages } from '#shared/i18n/case-steps-closing.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { core } from '#renderer/client/core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { NoteField } from './note-field.tsx'
import { useContactOptions } from './clock-steps.tsx'
import { FutureField, PastField, momentLack, useInstantOf } from './moment-field.tsx'
import { NoteForm } from './note-form.tsx'
import { StepForm, need } from './step-form.tsx'
import { fits, resultsBy } from './attempt-results.ts'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'
import { RecorderNotice, useRecorderSeparation } from './recorder-separation.tsx'

export function AttemptForm(step: StepProps) {
  const { t, label } = useSpeech()
  const instantOf = useInstantOf()
  const action = useStep(step, core.satisfaction.recordAttempt, doneMessages.doneAttempt)
  const options = useContactOptions(step.view)
  const { value, set } = useKept<{
    at: LocalMoment | null
    channel: string | null
    result: AttemptResult | null
    nextAt: LocalMoment | null
    note: string
  }>(`${step.keep}attempt`, {
    at: null,
    channel: options[0]?.value ?? null,
    result: null,
    nextAt: null,
    note: '',
  })
  const { results, labels } = resultsBy(value.channel)
  const isAgain = value.result !== null && value.result !== 'reached'
  const submit = () => {
    const attemptedAt = instantOf(value.at)
    if (attemptedAt !== null && value.result !== null)
      void action.run({
        attemptedAt,
        channel: (value.channel ?? 'other') as ContactChannel,
        result: value.result,
        nextAt: isAgain && value.nextAt !== null ? instantOf(value.nextAt) : null,
        note: value.note,
      })
  }
  return (
    <StepForm
      step={step}
      title={closingMessages.measureAttempt}
      submit={closingMessages.attemptSubmit}
      action={action}
      fieldOf={{ 'time-in-future': 'attempted-at', 'time-too-early': 'attempted-at', 'time-not-later': 'next-at' }}
      lacks={[
        need(value.channel, 'channel', stepMessages.channelMissing),
        need(value.result, 'result', closingMessages.resultMissing),
        momentLack(value.at, 'attempted-at'),
        isAgain ? momentLack(value.nextAt, 'next-at') : null,
      ]}
      onSubmit={submit}
    >
      <SelectField
        required
        name="channel"
        label={t(closingMessages.attemptChannel)}
        options={options}
        value={value.channel}
        onChange={(channel) => set({ channel, ...(fits(value.result, channel) ? {} : { result: null }) })}
      />
      <RadioField
        inline
        required
        name="result"
        label={t(closingMessages.attemptResult)}
        options={results.map((code) => ({ value: code, label: label(labels, code) }))}
        value={value.result}
        onChange={(result) => set({ result: result as AttemptResult })}
      />
      <PastField
        name="attempted-at"
        label={t(closingMessages.attemptAt)}
        value={value.at}
        onChange={(at) => set({ at })}
      />
      {isAgain && (
        <FutureField
          name="next-at"
          required={false}
          label={t(closingMessages.nextAttempt)}
          hint={t(closingMessages.nextAttemptHint)}
          value={value.nextAt}
          onChange={(nextAt) => set({ nextAt })}
        />
      )}
      <NoteField rows={2} value={value} set={set} />
    </StepForm>
  )
}

/** Reached, and did not want to rate: closes without a value (Z-04). */
export function DeclineForm(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.satisfaction.decline, doneMessages.doneDeclined)
  const modes = useContactOptions(step.view)
  const separation = useRecorderSeparation(step.view)
  const { value, set } = useKept<{ mode: string | null; note: string; exceptionReason: string }>(
    `${step.keep}decline`,
    { mode: modes[0]?.value ?? null, note: '', exceptionReason: '' },
  )
  return (
    <StepForm
      step={step}
      title={closingMessages.measureDecline}
      submit={closingMessages.declineSubmit}
      action={action}
      closed={separation.kind === 'other'}
      lacks={[
        need(value.mode, 'mode', stepMessages.channelMissing),
        separation.kind === 'except'
          ? need(value.exceptionReason, 'exception-reason', triageMessages.exceptionMissing)
          : null,
      ]}
      onSubmit={() => void action.run({ ...value, mode: (value.mode ?? 'other') as ContactChannel })}
    >
      <Text quiet>{t(closingMessages.declineAbout)}</Text>
      <SelectField
        required
        name="mode"
        label={t(closingMessages.ratingMode)}
        options={modes}
        value={value.mode}
        onChange={(mode) => set({ mode })}
      />
      <NoteField rows={2} value={value} set={set} />
      <RecorderNotice
        separation={separation}
        reason={value.exceptionReason}
        onReason={(exceptionReason) => set({ exceptionReason })}
      />
    </StepForm>
  )
}

/** The decision taken where the protocol is exhausted (Z-04). */
export function UnreachableForm(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.satisfaction.declareUnreachable, doneMessages.doneUnreachable)
  return (
    <NoteForm
      step={{ ...step, keep: `${step.keep}unreachable` }}
      required
      title={closingMessages.measureUnreachable}
      about={t(closingMessages.unreachableAbout)}
      label={closingMessages.decisionTaken}
      submit={closingMessages.unreachableSubmit}
      action={action}
    />
  )
}
