import { currentCycle, handlersOf } from '#shared/domain/case/reading.ts'
import { closingMessages } from '#shared/i18n/case-steps-closing.ts'
import { replyMessages } from '#shared/i18n/case-steps-reply.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { useStaff } from '#renderer/parts/use-staff.ts'
import { ExceptionField } from './assign-step.tsx'
import type { StepProps } from './use-step.ts'

interface RecorderSeparation {
  readonly kind: 'free' | 'other' | 'except'
  readonly others: string
}

export function useRecorderSeparation(view: StepProps['view']): RecorderSeparation {
  const { t, say } = useSpeech()
  const { session } = useSession()
  const excluded: readonly string[] = handlersOf(currentCycle(view.state))
  const others = useStaff('measure_satisfaction').filter(({ id }) => !excluded.includes(id) && id !== session.user.id)
  const names = others.map(({ name }) => say(name)).join(t(stepMessages.comma))
  if (!excluded.includes(session.user.id)) return { kind: 'free', others: names }
  return { kind: others.length > 0 ? 'other' : 'except', others: names }
}

interface RecorderNoticeProps {
  readonly separation: RecorderSeparation
  readonly reason: string
  readonly onReason: (reason: string) => void
}

export function RecorderNotice({ separation, reason, onReason }: RecorderNoticeProps) {
  const { t } = useSpeech()
  if (separation.kind === 'free') return null
  if (separation.kind === 'other') {
    return (
      <Notice tone="warn" title={t(closingMessages.recorderOther)}>
        {t(replyMessages.approverOthers, { names: separation.others })}
      </Notice>
    )
  }
  return (
    <>
      <Notice tone="warn">{t(closingMessages.recorderNobody)}</Notice>
      <ExceptionField value={reason} onChange={onReason} />
    </>
  )
}
