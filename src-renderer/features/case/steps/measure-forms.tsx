import { attemptResults, ratings } from '#shared/domain/case/codes.ts'
import type { AttemptResult, ContactChannel, Rating } from '#shared/domain/case/codes.ts'
import { currentCycle, handlersOf, validRating } from '#shared/domain/case/reading.ts'
import { attemptResultLabels, ratingLabels } from '#shared/i18n/codes.ts'
import { stepMessages as messages } from '#shared/i18n/case-steps.ts'
import { core } from '#renderer/client/core.ts'
import { useListOptions } from '#renderer/parts/lists.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { useStaff } from '../staff.ts'
import { ExceptionField } from './assign-step.tsx'
import { useContactOptions } from './clock-steps.tsx'
import { PastField, momentLack, useInstantOf } from './moment-field.tsx'
import { NoteForm } from './note-form.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

export function AttemptForm(step: StepProps) {
  const { t, label } = useSpeech()
  const instantOf = useInstantOf()
  const action = useStep(step, core.satisfaction.recordAttempt, messages.doneAttempt)
  const options = useContactOptions(step.view)
  const { value, set } = useKept<{
    at: LocalMoment | null
    channel: string | null
    result: AttemptResult | null
    note: string
  }>(`${step.keep}attempt`, {
    at: null,
    channel: options[0]?.value ?? null,
    result: null,
    note: '',
  })
  const submit = () => {
    const attemptedAt = instantOf(value.at)
    if (attemptedAt !== null && value.result !== null)
      void action.run({
        attemptedAt,
        channel: (value.channel ?? 'other') as ContactChannel,
        result: value.result,
        note: value.note,
      })
  }
  return (
    <StepForm
      label={t(messages.measureAttempt)}
      submitLabel={t(messages.attemptSubmit)}
      busy={action.busy}
      refusal={action.refusal}
      fieldOf={{ 'time-in-future': 'attempted-at', 'time-too-early': 'attempted-at' }}
      lacks={[
        need(value.channel, 'channel', messages.channelMissing),
        need(value.result, 'result', messages.resultMissing),
        momentLack(value.at, 'attempted-at'),
      ]}
      onCancel={step.onCancel}
      onSubmit={submit}
    >
      <SelectField
        required
        name="channel"
        label={t(messages.attemptChannel)}
        options={options}
        value={value.channel}
        onChange={(channel) => set({ channel })}
      />
      <RadioField
        inline
        required
        name="result"
        label={t(messages.attemptResult)}
        options={attemptResults.map((code) => ({ value: code, label: label(attemptResultLabels, code) }))}
        value={value.result}
        onChange={(result) => set({ result: result as AttemptResult })}
      />
      <PastField name="attempted-at" label={t(messages.attemptAt)} value={value.at} onChange={(at) => set({ at })} />
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

interface Rated {
  readonly rating: Rating | null
  readonly mode: string | null
  readonly at: LocalMoment | null
  readonly dissatisfaction: string | null
  readonly note: string
  readonly exceptionReason: string
}

/** Exactly three values (Z-01); recorded by someone who did not handle the case (Z-02). */
export function RateForm({ corrects, ...step }: StepProps & { readonly corrects: string | null }) {
  const { t, label } = useSpeech()
  const instantOf = useInstantOf()
  const action = useStep(step, core.satisfaction.rate, messages.doneRated)
  const modes = useContactOptions(step.view)
  const reasons = useListOptions('dissatisfaction_reasons')
  const { value, set } = useKept<Rated>(`${step.keep}rate`, {
    rating: null,
    mode: modes[0]?.value ?? null,
    at: null,
    dissatisfaction: null,
    note: '',
    exceptionReason: '',
  })
  const separation = useRecorderSeparation(step.view)
  const submit = () => {
    const ratedAt = instantOf(value.at)
    if (ratedAt === null || value.rating === null) return
    const dissatisfaction = value.rating === 'not_satisfied' ? value.dissatisfaction : null
    void action.run({
      ...value,
      rating: value.rating,
      mode: (value.mode ?? 'other') as ContactChannel,
      ratedAt,
      corrects,
      dissatisfaction,
    })
  }
  return (
    <StepForm
      label={t(messages.measureRate)}
      submitLabel={t(messages.rateSubmit)}
      busy={action.busy}
      refusal={action.refusal}
      closed={separation.kind === 'other'}
      fieldOf={{
        'separation-needs-reason': 'exception-reason',
        'time-in-future': 'rated-at',
        'time-too-early': 'rated-at',
        'reason-missing': 'note',
      }}
      lacks={[
        need(value.rating, 'rating', messages.ratingMissing),
        need(value.mode, 'mode', messages.channelMissing),
        momentLack(value.at, 'rated-at'),
        corrects === null ? null : need(value.note, 'note', messages.noteMissing),
        separation.kind === 'except'
          ? need(value.exceptionReason, 'exception-reason', messages.exceptionMissing)
          : null,
      ]}
      onCancel={step.onCancel}
      onSubmit={submit}
    >
      <RadioField
        boxed
        required
        name="rating"
        label={t(messages.rating)}
        options={ratings.map((code) => ({ value: code, label: label(ratingLabels, code) }))}
        value={value.rating}
        onChange={(rating) => set({ rating: rating as Rating })}
      />
      {value.rating === 'not_satisfied' && (
        <SelectField
          name="dissatisfaction"
          label={t(messages.dissatisfaction)}
          options={reasons}
          value={value.dissatisfaction}
          onChange={(dissatisfaction) => set({ dissatisfaction })}
        />
      )}
      <SelectField
        required
        name="mode"
        label={t(messages.ratingMode)}
        options={modes}
        value={value.mode}
        onChange={(mode) => set({ mode })}
      />
      <PastField name="rated-at" label={t(messages.ratedAt)} value={value.at} onChange={(at) => set({ at })} />
      <TextAreaField
        name="note"
        required={corrects !== null}
        label={corrects === null ? t(messages.ratingNote) : t(messages.correctsWhy)}
        rows={2}
        value={value.note}
        maxLength={2000}
        onChange={(note) => set({ note })}
      />
      <RecorderNotice
        separation={separation}
        reason={value.exceptionReason}
        onReason={(exceptionReason) => set({ exceptionReason })}
      />
    </StepForm>
  )
}

/** Reached, and did not want to rate: closes without a value (Z-04). */
export function DeclineForm(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.satisfaction.decline, messages.doneDeclined)
  const modes = useContactOptions(step.view)
  const separation = useRecorderSeparation(step.view)
  const { value, set } = useKept<{ mode: string | null; note: string; exceptionReason: string }>(
    `${step.keep}decline`,
    { mode: modes[0]?.value ?? null, note: '', exceptionReason: '' },
  )
  return (
    <StepForm
      label={t(messages.measureDecline)}
      submitLabel={t(messages.declineSubmit)}
      busy={action.busy}
      refusal={action.refusal}
      closed={separation.kind === 'other'}
      lacks={[
        need(value.mode, 'mode', messages.channelMissing),
        separation.kind === 'except'
          ? need(value.exceptionReason, 'exception-reason', messages.exceptionMissing)
          : null,
      ]}
      onCancel={step.onCancel}
      onSubmit={() => void action.run({ ...value, mode: (value.mode ?? 'other') as ContactChannel })}
    >
      <Text quiet>{t(messages.declineAbout)}</Text>
      <SelectField
        required
        name="mode"
        label={t(messages.ratingMode)}
        options={modes}
        value={value.mode}
        onChange={(mode) => set({ mode })}
      />
      <TextAreaField
        name="note"
        label={t(messages.note)}
        rows={2}
        value={value.note}
        maxLength={2000}
        onChange={(note) => set({ note })}
      />
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
  const action = useStep(step, core.satisfaction.declareUnreachable, messages.doneUnreachable)
  return (
    <NoteForm
      step={{ ...step, keep: `${step.keep}unreachable` }}
      required
      title={messages.measureUnreachable}
      about={t(messages.unreachableAbout)}
      label={messages.decisionTaken}
      submit={messages.unreachableSubmit}
      action={action}
    />
  )
}

/** A rating is never overwritten; a later one corrects it, with the reason (B-08). */
export function CorrectRatingStep(step: StepProps) {
  const { t, label } = useSpeech()
  const rating = validRating(currentCycle(step.view.state))
  if (rating === null) return null
  return (
    <>
      <Text quiet>{t(messages.correctRatingAbout, { rating: label(ratingLabels, rating.rating) })}</Text>
      <RateForm {...step} corrects={rating.event} />
    </>
  )
}

interface RecorderSeparation {
  readonly kind: 'free' | 'other' | 'except'
  readonly others: string
}

function useRecorderSeparation(view: StepProps['view']): RecorderSeparation {
  const { t, say } = useSpeech()
  const { session } = useSession()
  const excluded: readonly string[] = handlersOf(currentCycle(view.state))
  const others = useStaff('measure_satisfaction').filter(({ id }) => !excluded.includes(id) && id !== session.user.id)
  const names = others.map(({ name }) => say(name)).join(t(messages.comma))
  if (!excluded.includes(session.user.id)) return { kind: 'free', others: names }
  return { kind: others.length > 0 ? 'other' : 'except', others: names }
}

interface RecorderNoticeProps {
  readonly separation: RecorderSeparation
  readonly reason: string
  readonly onReason: (reason: string) => void
}

function RecorderNotice({ separation, reason, onReason }: RecorderNoticeProps) {
  const { t } = useSpeech()
  if (separation.kind === 'free') return null
  if (separation.kind === 'other') {
    return (
      <Notice tone="warn" title={t(messages.recorderOther)}>
        {t(messages.approverOthers, { names: separation.others })}
      </Notice>
    )
  }
  return (
    <>
      <Notice tone="warn">{t(messages.recorderNobody)}</Notice>
      <ExceptionField value={reason} onChange={onReason} />
    </>
  )
}
