import { ratings } from '#shared/domain/case/codes.ts'
import type { Rating } from '#shared/domain/case/codes.ts'
import { ratingLabels } from '#shared/i18n/codes.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { core } from '#renderer/client/core.ts'
import { useListOptions } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { CodeField } from '#renderer/ui/text-field.tsx'
import { NoteField } from './note-field.tsx'
import { FutureField, PastField, futureLack, momentLack, useInstantOf } from './moment-field.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

interface Transfer {
  readonly body: string | null
  readonly transferredAt: LocalMoment | null
  readonly externalReference: string
  readonly contactGiven: boolean
  readonly followUpAt: LocalMoment | null
  readonly note: string
}

const untouched: Transfer = {
  body: null,
  transferredAt: null,
  externalReference: '',
  contactGiven: false,
  followUpAt: null,
  note: '',
}

/** To the competent body, and followed up there: the case is not ended. */
export function TransferForm(step: StepProps) {
  const { t } = useSpeech()
  const instantOf = useInstantOf()
  const action = useStep(step, core.triage.transferExternal, doneMessages.doneTransferred)
  const { cameBack } = step.view.state
  const again = cameBack === null ? {} : { body: cameBack.body, externalReference: cameBack.externalReference ?? '' }
  const { value, set } = useKept<Transfer>(`${step.keep}transfer`, { ...untouched, ...again })
  const submit = () => {
    const transferredAt = instantOf(value.transferredAt)
    const followUpAt = instantOf(value.followUpAt)
    if (transferredAt === null || followUpAt === null) return
    const externalReference = value.externalReference.trim() === '' ? null : value.externalReference.trim()
    void action.run({ ...value, body: value.body ?? '', transferredAt, followUpAt, externalReference })
  }
  return (
    <StepForm
      step={step}
      title={triageMessages.remitTransfer}
      submit={triageMessages.transferSubmit}
      action={action}
      lacks={[
        need(value.body, 'body', triageMessages.bodyMissing),
        momentLack(value.transferredAt, 'transferred-at'),
        futureLack(value.followUpAt, 'follow-up-at'),
      ]}
      onSubmit={submit}
    >
      <Text quiet>{t(cameBack === null ? triageMessages.transferAbout : triageMessages.transferAgainAbout)}</Text>
      <SelectField
        required
        name="body"
        label={t(triageMessages.body)}
        options={useListOptions('external_bodies')}
        value={value.body}
        onChange={(body) => set({ body })}
      />
      <PastField
        name="transferred-at"
        label={t(triageMessages.transferredAt)}
        value={value.transferredAt}
        onChange={(transferredAt) => set({ transferredAt })}
      />
      <CodeField
        name="external-reference"
        label={t(triageMessages.externalReference)}
        value={value.externalReference}
        maxLength={100}
        onChange={(externalReference) => set({ externalReference })}
      />
      <CheckboxField
        name="contact-given"
        label={t(triageMessages.contactGiven)}
        checked={value.contactGiven}
        onChange={(contactGiven) => set({ contactGiven })}
      />
      <FutureField
        name="follow-up-at"
        label={t(triageMessages.followUpAt)}
        value={value.followUpAt}
        onChange={(followUpAt) => set({ followUpAt })}
      />
      <NoteField value={value} set={set} />
    </StepForm>
  )
}

/** What the other body said, and when it is asked again. */
export function FollowUpStep(step: StepProps) {
  const { t } = useSpeech()
  const instantOf = useInstantOf()
  const action = useStep(step, core.triage.followUpExternal, doneMessages.doneFollowedUp)
  const { value, set } = useKept<{ at: LocalMoment | null; note: string }>(step.keep, { at: null, note: '' })
  const submit = () => {
    const followUpAt = instantOf(value.at)
    if (followUpAt !== null) void action.run({ followUpAt, note: value.note })
  }
  return (
    <StepForm
      step={step}
      title={triageMessages.followUp}
      submit={triageMessages.followUpSubmit}
      action={action}
      lacks={[futureLack(value.at, 'follow-up-at')]}
      onSubmit={submit}
    >
      <NoteField autoFocus label={triageMessages.followUpNote} value={value} set={set} />
      <FutureField
        name="follow-up-at"
        label={t(triageMessages.followUpNext)}
        value={value.at}
        onChange={(at) => set({ at })}
      />
    </StepForm>
  )
}

/** Solved there or not (not solved brings the case back, X-02), and how satisfied the client was with that body. */
export function ConfirmExternalStep(step: StepProps) {
  const { t, label } = useSpeech()
  const { value, set } = useKept<{ solved: string | null; rating: Rating | 'none'; note: string }>(step.keep, {
    solved: null,
    rating: 'none',
    note: '',
  })
  const done = value.solved === 'no' ? doneMessages.doneCameBack : doneMessages.doneConfirmed
  const action = useStep(step, core.triage.confirmExternal, done)
  const ratingOptions = [
    ...ratings.map((rating) => ({ value: rating, label: label(ratingLabels, rating) })),
    { value: 'none', label: t(triageMessages.notAsked) },
  ]
  return (
    <StepForm
      step={step}
      title={triageMessages.confirmExternal}
      submit={triageMessages.confirmExternalSubmit}
      action={action}
      lacks={[need(value.solved, 'solved', stepMessages.choiceMissing)]}
      onSubmit={() =>
        void action.run({
          solved: value.solved === 'yes',
          contactRating: value.rating === 'none' ? null : value.rating,
          note: value.note,
        })
      }
    >
      <Text quiet>{t(triageMessages.confirmExternalAbout)}</Text>
      <RadioField
        inline
        required
        autoFocus
        name="solved"
        label={t(triageMessages.externalSolved)}
        options={[
          { value: 'yes', label: t(stepMessages.yes) },
          { value: 'no', label: t(stepMessages.no) },
        ]}
        value={value.solved}
        onChange={(solved) => set({ solved })}
      />
      <RadioField
        name="contact-rating"
        label={t(triageMessages.contactRating)}
        options={ratingOptions}
        value={value.rating}
        onChange={(rating) => set({ rating: rating as Rating | 'none' })}
      />
      <NoteField value={value} set={set} />
    </StepForm>
  )
}
