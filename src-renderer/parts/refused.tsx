import type { PlainMessage } from '#shared/i18n/messages.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { ForOperator } from './for-operator.tsx'
import { useSpeech } from './speech.tsx'

interface RefusedProps {
  readonly refusal: Failure | null
  /** What came of it, where it is more than that nothing was done. */
  readonly title?: PlainMessage
}

/** Why it was not done. */
export function Refused({ refusal, title = partsMessages.notDone }: RefusedProps) {
  const { t, say } = useSpeech()
  if (refusal === null) return null
  return (
    <Notice tone="bad" title={t(title)} live>
      {say(refusal)}
      <ForOperator refusal={refusal} />
    </Notice>
  )
}
