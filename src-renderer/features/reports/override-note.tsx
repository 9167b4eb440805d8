import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'

/** P6: what does not reconcile is exported only with a note that is printed in it. */
export function OverrideNote({ note, onChange }: { readonly note: string; readonly onChange: (note: string) => void }) {
  const { t } = useSpeech()
  return (
    <Panel tone="bad">
      <TextAreaField
        required
        name="override-note"
        label={t(words.note)}
        hint={t(words.noteHint)}
        rows={2}
        value={note}
        onChange={onChange}
      />
    </Panel>
  )
}
