import { stepMessages as messages } from '#shared/i18n/case-steps.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'

interface NoteFieldProps {
  readonly value: { readonly note: string }
  readonly set: (part: { readonly note: string }) => void
  readonly label?: PlainMessage
  readonly hint?: string
  readonly rows?: number
  readonly required?: boolean
  readonly autoFocus?: boolean
}

/** The note of a step. */
export function NoteField({ value, set, label = messages.note, ...rest }: NoteFieldProps) {
  const { t } = useSpeech()
  return (
    <TextAreaField
      {...rest}
      name="note"
      label={t(label)}
      value={value.note}
      maxLength={2000}
      onChange={(note) => set({ note })}
    />
  )
}
