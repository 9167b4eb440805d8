import { ratings } from '#shared/domain/case/codes.ts'
import type { ContactChannel, Rating } from '#shared/domain/case/codes.ts'
import { currentCycle, validRating } from '#shared/domain/case/reading.ts'
import { ratingLabels } from '#shared/i18n/codes.ts'
import { closingMessages } from '#shared/i18n/case-steps-closing.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { core } from '#renderer/client/core.ts'
import { useListOptions } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { NoteField } from './note-field.tsx'
import { useContactOptions } from './clock-steps.tsx'
import { PastField, momentLack, useInstantOf } from './moment-field.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'
import { RecorderNotice, useRecorderSeparation } from './recorder-separation.tsx'

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
  const action = useStep(step, core.satisfaction.rate, doneMessages.doneRated)
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
      step={step}
      title={closingMessages.measureRate}
      submit={closingMessages.rateSubmit}
      action={action}
      closed={separation.kind === 'other'}
      fieldOf={{
        'separation-needs-reason': 'exception-reason',
        'time-in-future': 'rated-at',
        'time-too-early': 'rated-at',
        'reason-missing': 'note',
      }}
      lacks={[
        need(value.rating, 'rating', closingMessages.ratingMissing),
        need(value.mode, 'mode', stepMessages.channelMissing),
        momentLack(value.at, 'rated-at'),
        corrects === null ? null : need(value.note, 'note', stepMessages.noteMissing),
        separation.kind === 'except'
          ? need(value.exceptionReason, 'exception-reason', triageMessages.exceptionMissing)
          : null,
      ]}
      onSubmit={submit}
    >
      <RadioField
        inline
        required
        name="rating"
        label={t(closingMessages.rating)}
        options={ratings.map((code) => ({ value: code, label: label(ratingLabels, code) }))}
        value={value.rating}
        onChange={(rating) => set({ rating: rating as Rating })}
      />
      {value.rating === 'not_satisfied' && (
        <SelectField
          name="dissatisfaction"
          label={t(closingMessages.dissatisfaction)}
          options={reasons}
          value={value.dissatisfaction}
          onChange={(dissatisfaction) => set({ dissatisfaction })}
        />
      )}
      <SelectField
        required
        name="mode"
        label={t(closingMessages.ratingMode)}
        options={modes}
        value={value.mode}
        onChange={(mode) => set({ mode })}
      />
      <PastField name="rated-at" label={t(closingMessages.ratedAt)} value={value.at} onChange={(at) => set({ at })} />
      <NoteField
        required={corrects !== null}
        label={corrects === null ? closingMessages.ratingNote : closingMessages.correctsWhy}
        rows={2}
        value={value}
        set={set}
      />
      <RecorderNotice
        separation={separation}
        reason={value.exceptionReason}
        onReason={(exceptionReason) => set({ exceptionReason })}
      />
    </StepForm>
  )
}

/** A rating is never overwritten; a later one corrects it, with the reason (B-08). */
export function CorrectRatingStep(step: StepProps) {
  const { t, label } = useSpeech()
  const rating = validRating(currentCycle(step.view.state))
  if (rating === null) return null
  return (
    <>
      <Text quiet>{t(closingMessages.correctRatingAbout, { rating: label(ratingLabels, rating.rating) })}</Text>
      <RateForm {...step} corrects={rating.event} />
    </>
  )
}
