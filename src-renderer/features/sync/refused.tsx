import { syncMessages as words } from '#shared/i18n/sync.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'

/** Why it was not done. */
export function Refused({ refusal }: { readonly refusal: Failure | null }) {
  const { t, say } = useSpeech()
  if (refusal === null) return null
  return (
    <Notice tone="bad" title={t(words.failed)} live>
      {say(refusal)}
    </Notice>
  )
}
