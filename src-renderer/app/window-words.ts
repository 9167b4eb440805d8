import { useEffect } from 'react'
import { shell } from '#renderer/client/shell.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import type { SetupStatus } from '#shared/contract/desktop/session.ts'
import { frameMessages } from '#shared/i18n/frame.ts'

/** What stands outside of the page: the window's title names the office, the shell's menu follows the language. */
export function useWindowWords({ office }: SetupStatus): void {
  const { t, say, language } = useSpeech()
  const product = t(frameMessages.product)
  const title = office === null ? product : `${say(office.name)} – ${product}`
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => shell?.setLanguage(language), [language])
}
