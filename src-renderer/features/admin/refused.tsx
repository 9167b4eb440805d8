import { adminMessages as words } from '#shared/i18n/admin.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'

/** Why the core did not save it. */
export function Refused({ refusal }: { readonly refusal: Failure | null }) {
  const { t, say } = useSpeech()
  if (refusal === null) return null
  return (
    <Notice tone="bad" title={t(words.notSaved)} live>
      {say(refusal)}
    </Notice>
  )
}
