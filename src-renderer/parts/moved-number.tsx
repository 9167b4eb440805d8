import { searchMessages as messages } from '#shared/i18n/search.ts'
import type { SearchAnswer } from '#renderer/client/answers.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'

type Moved = NonNullable<SearchAnswer['moved']>

/** Whoever holds the receipt of a case that was moved away is told who has it now (G-07). */
export function MovedNumber({ moved: { reference, registeredAt, movedAt, unit } }: { readonly moved: Moved }) {
  const { t, say, longDate } = useSpeech()
  return (
    <Notice tone="info" icon="send" live title={t(messages.movedTitle, { number: reference, unit: say(unit.name) })}>
      {t(messages.movedText, { registered: longDate(registeredAt), moved: longDate(movedAt) })}
    </Notice>
  )
}
