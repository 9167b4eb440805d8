import type { ListName } from '#shared/domain/lists/events.ts'
import { stepMessages as messages } from '#shared/i18n/case-steps.ts'
import { useListEntries, useListOptions } from '#renderer/parts/lists.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { withheldReasons } from './offered-reasons.ts'
import type { Lack } from './step-form.tsx'

export interface Reason {
  readonly reason: string | null
  readonly note: string
}

export const noReason: Reason = { reason: null, note: '' }

interface ReasonFieldsProps {
  readonly list: ListName
  readonly value: Reason
  readonly onChange: (part: Partial<Reason>) => void
  readonly autoFocus?: boolean
  readonly noteLabel?: string
  readonly noteRequired?: boolean
}

/** A reason of an editable list and a note beside it. */
export function ReasonFields({
  list,
  value,
  onChange,
  autoFocus = false,
  noteLabel,
  noteRequired = false,
}: ReasonFieldsProps) {
  const { t } = useSpeech()
  const withheld = withheldReasons(list, useListEntries(list))
  return (
    <>
      <SelectField
        required
        autoFocus={autoFocus}
        name="reason"
        label={t(messages.reason)}
        options={useListOptions(list).filter((option) => !withheld.has(option.value))}
        value={value.reason}
        onChange={(reason) => onChange({ reason })}
      />
      <TextAreaField
        required={noteRequired}
        name="note"
        label={noteLabel ?? t(messages.note)}
        value={value.note}
        maxLength={2000}
        onChange={(note) => onChange({ note })}
      />
    </>
  )
}

export const reasonLack = ({ reason }: Reason): Lack => (reason === null ? ['reason', messages.reasonMissing] : null)
