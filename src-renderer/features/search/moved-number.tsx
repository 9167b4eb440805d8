import type { MovedCase } from '#shared/contract/desktop/cases.ts'
import { searchMessages as messages } from '#shared/i18n/search.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'

/** Whoever holds the receipt of a case that was moved away is told who has it now (G-07). */
export function MovedNumber({ moved: { reference, registeredAt, movedAt, unit } }: { readonly moved: MovedCase }) {
  const { t, say, longDate } = useSpeech()
  return (
    <Notice tone="info" icon="send" live title={t(messages.movedTitle, { number: reference, unit: say(unit.name) })}>
      {t(messages.movedText, { registered: longDate(registeredAt), moved: longDate(movedAt) })}
    </Notice>
  )
}
