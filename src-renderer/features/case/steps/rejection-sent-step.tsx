import type { Delivery } from '#shared/domain/case/codes.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { replyMessages } from '#shared/i18n/case-steps-reply.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { core } from '#renderer/client/core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { NoteField } from './note-field.tsx'
import { PastField, momentLack, useInstantOf } from './moment-field.tsx'
import { useDeliveryOptions } from './reply-steps.tsx'
import { StepForm } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

interface Told {
  readonly delivery: Delivery | null
  readonly at: LocalMoment | null
  readonly note: string
}

/** How and when the complainant was told of a rejection; until then the case waits among what is to be sent (L-03). */
export function RejectionSentStep(step: StepProps) {
  const { t } = useSpeech()
  const instantOf = useInstantOf()
  const action = useStep(step, core.triage.recordRejectionSent, doneMessages.doneRejectionSent)
  const { value, set } = useKept<Told>(step.keep, { delivery: null, at: null, note: '' })
  const submit = () => {
    const sentAt = instantOf(value.at)
    if (sentAt !== null && value.delivery !== null)
      void action.run({ delivery: value.delivery, sentAt, note: value.note })
  }
  return (
    <StepForm
      step={step}
      title={triageMessages.rejectionSent}
      submit={replyMessages.recordSentSubmit}
      action={action}
      fieldOf={{ 'time-in-future': 'sent-at', 'time-too-early': 'sent-at' }}
      lacks={[
        value.delivery === null ? ['delivery', replyMessages.deliveryMissing] : null,
        momentLack(value.at, 'sent-at'),
      ]}
      onSubmit={submit}
    >
      <Text quiet>{t(triageMessages.rejectionSentAbout)}</Text>
      <RadioField
        required
        autoFocus
        name="delivery"
        label={t(triageMessages.rejectionDelivery)}
        options={useDeliveryOptions(step.view)}
        value={value.delivery}
        onChange={(delivery) => set({ delivery: delivery as Delivery })}
      />
      <PastField name="sent-at" label={t(replyMessages.sentAt)} value={value.at} onChange={(at) => set({ at })} />
      <NoteField rows={2} value={value} set={set} />
    </StepForm>
  )
}
