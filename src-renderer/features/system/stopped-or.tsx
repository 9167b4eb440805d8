import type { PlainMessage } from '#shared/i18n/messages.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { Refused } from '#renderer/parts/refused.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'

interface StoppedOrProps {
  readonly refusal: Failure | null
  /** What is there now that the person stopped it. */
  readonly stopped: PlainMessage
}

/** Why long work did not come to its end: stopped by the person's own hand, or refused (UI-8). */
export function StoppedOr({ refusal, stopped }: StoppedOrProps) {
  const { t } = useSpeech()
  if (refusal?.code !== 'cancelled') return <Refused refusal={refusal} />
  return (
    <Notice tone="warn" live>
      {t(stopped)}
    </Notice>
  )
}
