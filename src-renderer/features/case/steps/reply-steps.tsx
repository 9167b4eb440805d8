import type { Delivery } from '#shared/domain/case/codes.ts'
import { currentCycle, latestDraft } from '#shared/domain/case/reading.ts'
import { deliveryLabels } from '#shared/i18n/codes.ts'
import { clockMessages } from '#shared/i18n/case-steps-clock.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { replyMessages } from '#shared/i18n/case-steps-reply.ts'
import { core } from '#renderer/client/core.ts'
import { LetterPaper } from '#renderer/parts/letter-paper.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { deliveryOrder, isPreferred } from './contact-order.ts'
import { NoteField } from './note-field.tsx'
import { PastField, momentLack, useInstantOf } from './moment-field.tsx'
import { NoteForm } from './note-form.tsx'
import { ReasonFields, noReason, reasonLack } from './reason-fields.tsx'
import { StepForm } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

/** Back to the author with what is to be put right. */
export function ReturnDraftStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.reply.returnDraft, doneMessages.doneDraftReturned)
  const { value, set } = useKept(step.keep, noReason)
  const draft = latestDraft(currentCycle(step.view.state))
  const submit = () =>
    draft !== null && void action.run({ draft: draft.id, reason: value.reason ?? '', note: value.note })
  return (
    <StepForm
      step={step}
      title={replyMessages.returnDraft}
      submit={replyMessages.returnDraftSubmit}
      action={action}
      lacks={[reasonLack(value)]}
      onSubmit={submit}
    >
      <Text quiet>{t(replyMessages.returnDraftAbout)}</Text>
      <ReasonFields
        autoFocus
        list="draft_return_reasons"
        value={value}
        onChange={set}
        noteLabel={t(replyMessages.whatToCorrect)}
      />
    </StepForm>
  )
}

interface Sent {
  readonly delivery: Delivery | null
  readonly at: LocalMoment | null
  readonly sameContact: boolean
  readonly note: string
}

/** The ways in which a reply leaves, the one that the complainant prefers first (C-09). */
export function useDeliveryOptions({ state: { complainant } }: StepProps['view']) {
  const { t, label } = useSpeech()
  return deliveryOrder(complainant).map((value) => {
    const channel = label(deliveryLabels, value)
    return { value, label: isPreferred(complainant, value) ? t(clockMessages.preferred, { channel }) : channel }
  })
}

/** How the approved reply left, and when: with that the clock stops. */
export function RecordSentStep(step: StepProps) {
  const { t } = useSpeech()
  const instantOf = useInstantOf()
  const action = useStep(step, core.reply.recordSent, doneMessages.doneSent)
  const { state } = step.view
  const draft = latestDraft(currentCycle(state))
  const { value, set } = useKept<Sent>(step.keep, { delivery: null, at: null, sameContact: false, note: '' })
  const session = state.sessions.at(-1) ?? null
  const spoken = value.delivery === 'read_by_phone' || value.delivery === 'handed_over'
  const submit = () => {
    const sentAt = instantOf(value.at)
    if (draft === null || sentAt === null || value.delivery === null) return
    void action.run({
      draft: draft.id,
      delivery: value.delivery,
      sentAt,
      session: spoken && value.sameContact ? (session?.session ?? null) : null,
      note: value.note,
    })
  }
  return (
    <StepForm
      step={step}
      title={replyMessages.recordSent}
      submit={replyMessages.recordSentSubmit}
      action={action}
      fieldOf={{ 'time-in-future': 'sent-at', 'time-too-early': 'sent-at' }}
      lacks={[
        value.delivery === null ? ['delivery', replyMessages.deliveryMissing] : null,
        momentLack(value.at, 'sent-at'),
      ]}
      onSubmit={submit}
    >
      <Text quiet>{t(replyMessages.recordSentAbout)}</Text>
      <RadioField
        required
        autoFocus
        name="delivery"
        label={t(replyMessages.delivery)}
        options={useDeliveryOptions(step.view)}
        value={value.delivery}
        onChange={(delivery) => set({ delivery: delivery as Delivery })}
      />
      <PastField name="sent-at" label={t(replyMessages.sentAt)} value={value.at} onChange={(at) => set({ at })} />
      {spoken && session !== null && (
        <CheckboxField
          name="same-contact"
          label={t(replyMessages.sameContact)}
          hint={t(replyMessages.sameContactHint)}
          checked={value.sameContact}
          onChange={(sameContact) => set({ sameContact })}
        />
      )}
      <NoteField rows={2} value={value} set={set} />
    </StepForm>
  )
}

export function NoContactStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.reply.resolveWithoutContact, doneMessages.doneNoContact)
  return (
    <NoteForm
      step={step}
      title={replyMessages.noContact}
      about={t(replyMessages.noContactAbout)}
      submit={replyMessages.noContactSubmit}
      action={action}
    />
  )
}

/** A mistake in an answer that left is put right by a second one, approved like the first, which stays in the history. */
export function CorrectionStep(step: StepProps) {
  const { t } = useSpeech()
  const instantOf = useInstantOf()
  const action = useStep(step, core.reply.sendCorrection, doneMessages.doneCorrected)
  const draft = latestDraft(currentCycle(step.view.state))
  const { value, set } = useKept<Omit<Sent, 'sameContact'>>(step.keep, { delivery: null, at: null, note: '' })
  const submit = () => {
    const sentAt = instantOf(value.at)
    if (draft === null || sentAt === null || value.delivery === null) return
    void action.run({ draft: draft.id, delivery: value.delivery, sentAt, note: value.note })
  }
  return (
    <StepForm
      step={step}
      title={replyMessages.correction}
      submit={replyMessages.correctionSubmit}
      action={action}
      fieldOf={{ 'time-in-future': 'sent-at', 'time-too-early': 'sent-at' }}
      lacks={[
        value.delivery === null ? ['delivery', replyMessages.deliveryMissing] : null,
        momentLack(value.at, 'sent-at'),
      ]}
      onSubmit={submit}
    >
      <Text quiet>{t(replyMessages.correctionAbout)}</Text>
      <RadioField
        required
        autoFocus
        name="delivery"
        label={t(replyMessages.correctionDelivery)}
        options={useDeliveryOptions(step.view)}
        value={value.delivery}
        onChange={(delivery) => set({ delivery: delivery as Delivery })}
      />
      <PastField name="sent-at" label={t(replyMessages.sentAt)} value={value.at} onChange={(at) => set({ at })} />
      <NoteField rows={2} value={value} set={set} />
      <LatestReplyPaper view={step.view} />
    </StepForm>
  )
}

/** The letter as it would leave, for whoever approves it or prints it. */
export function LatestReplyPaper({ view }: Pick<StepProps, 'view'>) {
  const draft = latestDraft(currentCycle(view.state))
  return draft === null ? null : (
    <LetterPaper caseId={view.line.id} kind="reply" draft={draft.id} language={draft.language} />
  )
}
