import { caseMessages as messages } from '#shared/i18n/case.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { IconButton } from '#renderer/ui/button.tsx'
import { showToast } from '#renderer/ui/toast.tsx'

/** Puts the reference number on the clipboard. */
export function CopyNumber({ reference }: { readonly reference: string }) {
  const { t } = useSpeech()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(reference)
      showToast({ tone: 'good', text: t(messages.copied, { reference }) })
    } catch {
      // The browser may refuse the clipboard; the number stands on the page to be copied by hand.
      showToast({ tone: 'warn', text: t(messages.copyRefused) })
    }
  }
  return <IconButton icon="copy" size="sm" label={t(messages.copy)} onClick={() => void copy()} />
}
