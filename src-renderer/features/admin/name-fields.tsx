import { adminMessages as words } from '#shared/i18n/admin.ts'
import type { Names } from '#renderer/parts/both-names.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Columns } from '#renderer/ui/layout.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { lacking } from './lack.ts'
import type { Lack } from './lack.ts'

interface NameFieldsProps {
  readonly value: Names
  readonly onChange: (value: Names) => void
  readonly autoFocus?: boolean
}

/** A name in both languages: what has no English name is called by its Arabic one there too. */
export function NameFields({ value, onChange, autoFocus = false }: NameFieldsProps) {
  const { t } = useSpeech()
  return (
    <Columns count={2}>
      <TextField
        required
        autoFocus={autoFocus}
        name="name-ar"
        label={t(words.nameAr)}
        value={value.ar}
        maxLength={200}
        onChange={(ar) => onChange({ ...value, ar })}
      />
      <TextField
        name="name-en"
        label={t(words.nameEn)}
        hint={t(words.nameEnHint)}
        value={value.en}
        maxLength={200}
        onChange={(en) => onChange({ ...value, en })}
      />
    </Columns>
  )
}

export const lacksOfNames = ({ ar }: Names): readonly Lack[] =>
  lacking([{ field: 'name-ar', words: words.needNameAr, lacks: ar.trim() === '' }])
