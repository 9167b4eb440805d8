import { currentCycle, latestDraft } from '#shared/domain/case/reading.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { replyMessages } from '#shared/i18n/case-steps-reply.ts'
import { core } from '#renderer/client/core.ts'
import { useListOptions } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { MultiSelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { useNames } from '../names.ts'
import { begunReply, sentText } from './begun-reply.ts'
import { ReplyPreview } from './reply-preview.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

interface Drafted {
  readonly text: string
  readonly language: 'ar' | 'en'
  readonly remedies: readonly string[]
}

/** The composer of the reply to the citizen. It only ever writes a reply: an internal note has its own place and key (UI-4). */
export function DraftStep(step: StepProps) {
  const { t } = useSpeech()
  const { view } = step
  const action = useStep(step, core.reply.submitDraft, doneMessages.doneDrafted)
  const own = view.state.complainant?.language ?? 'ar'
  const { value, set } = useKept<Drafted>(step.keep, begunReply(view))
  const isCorrection = currentCycle(view.state).resolution !== null
  const isSame = isCorrection && value.text.trim() !== '' && value.text.trim() === sentText(view)
  const languages = [
    { value: 'ar', label: t(replyMessages.languageArabic) },
    { value: 'en', label: t(replyMessages.languageEnglish) },
  ]
  return (
    <StepForm
      step={step}
      title={isCorrection ? replyMessages.draftCorrection : replyMessages.draft}
      submit={replyMessages.draftSubmit}
      action={action}
      lacks={[
        need(value.text, 'text', referralMessages.replyMissing),
        isSame ? ['text', replyMessages.correctionSame] : null,
      ]}
      onSubmit={() => void action.run({ ...value, remedies: [...value.remedies] })}
    >
      <Notice tone="accent" icon="reply">
        {t(isCorrection ? replyMessages.correctionGoesOut : replyMessages.draftGoesOut)}
      </Notice>
      <ReturnedNote view={view} />
      <DepartmentAnswers
        view={view}
        onTake={(text) => set({ text: value.text.trim() === '' ? text : `${value.text}\n\n${text}` })}
      />
      <TextAreaField
        required
        autoFocus
        name="text"
        label={t(replyMessages.replyText)}
        hint={t(replyMessages.replyTextHint)}
        rows={8}
        value={value.text}
        maxLength={20_000}
        onChange={(text) => set({ text })}
      />
      <MultiSelectField
        name="remedies"
        label={t(replyMessages.remedies)}
        options={useListOptions('remedies')}
        values={value.remedies}
        onChange={(remedies) => set({ remedies })}
      />
      <RadioField
        inline
        name="language"
        label={t(replyMessages.replyLanguage)}
        options={languages}
        value={value.language}
        onChange={(language) => set({ language: language === 'en' ? 'en' : 'ar' })}
      />
      {value.language !== own && <Notice tone="warn">{t(replyMessages.languageDiffers)}</Notice>}
      <ReplyPreview view={view} text={value.text} language={value.language} />
    </StepForm>
  )
}

function ReturnedNote({ view }: Pick<StepProps, 'view'>) {
  const { t } = useSpeech()
  const names = useNames(view)
  const last = latestDraft(currentCycle(view.state))
  if (last === null || last.returned === null) return null
  const note = view.drafts.find(({ id }) => id === last.id)?.returnNote ?? ''
  return (
    <Notice
      tone="warn"
      title={t(replyMessages.draftReturnedBecause, {
        reason: names.list('draft_return_reasons', last.returned.reason),
        name: names.user(last.returned.by),
      })}
    >
      <Text typed>{note}</Text>
    </Notice>
  )
}

function DepartmentAnswers({ view, onTake }: Pick<StepProps, 'view'> & { readonly onTake: (text: string) => void }) {
  const { t, say } = useSpeech()
  const current = new Set<string>(currentCycle(view.state).referrals.map(({ id }) => id))
  const answers = view.referrals.flatMap(({ id, department, reply }) =>
    reply === null || !current.has(id) ? [] : [{ id, department, text: reply.said.join('\n\n') }],
  )
  if (answers.length === 0) return null
  return (
    <Row gap="xs">
      {answers.map(({ id, department, text }) => (
        <Button key={id} size="xs" icon="copy" onClick={() => onTake(text)}>
          {t(replyMessages.takeAnswer, { name: say(department.name) })}
        </Button>
      ))}
    </Row>
  )
}
