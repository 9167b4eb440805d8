import type { Change } from '#shared/i18n/changes.ts'
import { changeMessages as messages, changeText } from '#shared/i18n/changes.ts'
import css from './change-lines.module.css'
import { useSpeech } from './speech.tsx'

/** What an event changed, a line for each: from what to what (G-06). */
export function ChangeLines({ changes }: { readonly changes: readonly Change[] }) {
  const { t, ...speech } = useSpeech()
  return (
    <ul className={css['lines']} aria-label={t(messages.changes)}>
      {changes.map((change) => {
        const line = changeText(change, speech.settings, speech)
        return <li key={line}>{line}</li>
      })}
    </ul>
  )
}
