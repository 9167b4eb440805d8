import { currentCycle, latestDraft } from '#shared/domain/case/reading.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { replyMessages } from '#shared/i18n/case-steps-reply.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { RemediesLine } from '../body/reply-panel.tsx'
import { useNames } from '../names.ts'
import { useApprovalSeparation } from './approval-separation.ts'
import { ExceptionField } from './assign-step.tsx'
import { sentText } from './begun-reply.ts'
import { LatestReplyPaper } from './reply-steps.tsx'
import { StepForm } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

/** The approver reads what will leave, and is never its author; after a reopening never earlier staff (Z-06). */
export function ApproveStep(step: StepProps) {
  const { t, dateTime } = useSpeech()
  const names = useNames(step.view)
  const action = useStep(step, core.reply.approve, doneMessages.doneApproved)
  const { value, set } = useKept(step.keep, { exceptionReason: '' })
  const draft = latestDraft(currentCycle(step.view.state))
  const separation = useApprovalSeparation(step.view)
  // The same question as the paper below asks: nobody approves what he has not been shown.
  const of = draft === null ? {} : { draft: draft.id, language: draft.language }
  const letter = { case: step.view.line.id, kind: 'reply' as const, preview: true, ...of }
  const shown = useCoreQuery(api.letters.make.queryOptions({ input: letter }), { enabled: draft !== null })
  if (draft === null) return null
  const { kind } = separation
  return (
    <StepForm
      step={step}
      title={replyMessages.approve}
      submit={replyMessages.approveSubmit}
      action={action}
      closed={kind === 'other' || shown.data === undefined}
      fieldOf={{ 'separation-needs-reason': 'exception-reason' }}
      lacks={[
        kind === 'except' && value.exceptionReason.trim() === ''
          ? ['exception-reason', triageMessages.exceptionMissing]
          : null,
      ]}
      onSubmit={() => void action.run({ draft: draft.id, exceptionReason: value.exceptionReason })}
    >
      <Text>{t(replyMessages.writtenBy, { name: names.user(draft.author), at: dateTime(draft.submittedAt) })}</Text>
      {kind === 'other' && (
        <Notice tone="warn" title={t(replyMessages.approverOther)}>
          {t(replyMessages.approverOthers, { names: separation.others })}
        </Notice>
      )}
      {kind === 'fcr' && <Notice tone="info">{t(replyMessages.approverFcr)}</Notice>}
      {kind === 'except' && (
        <>
          <Notice tone="warn">{t(replyMessages.approverNobody)}</Notice>
          <ExceptionField value={value.exceptionReason} onChange={(exceptionReason) => set({ exceptionReason })} />
        </>
      )}
      <CorrectedText view={step.view} />
      <RemediesLine draft={draft} names={names} />
      <LatestReplyPaper view={step.view} />
    </StepForm>
  )
}

/** What a correction puts right, beside the correction itself. */
function CorrectedText({ view }: Pick<StepProps, 'view'>) {
  const { t } = useSpeech()
  const draft = latestDraft(currentCycle(view.state))
  const text = sentText(view)
  if (draft?.correction !== true || text === null) return null
  return (
    <Notice tone="info" title={t(replyMessages.correctionOf)}>
      <Text typed>{text}</Text>
    </Notice>
  )
}
