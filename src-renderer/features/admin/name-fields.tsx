import { adminMessages as words } from '#shared/i18n/admin.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Columns } from '#renderer/ui/layout.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { lacking } from './lack.ts'
import type { Lack } from './lack.ts'

export interface Names {
  readonly ar: string
  readonly en: string
}

interface NameFieldsProps {
  readonly value: Names
  readonly onChange: (value: Names) => void
  readonly autoFocus?: boolean
}

/** A name in both languages; every printed page needs both. */
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
        required
        name="name-en"
        label={t(words.nameEn)}
        value={value.en}
        maxLength={200}
        onChange={(en) => onChange({ ...value, en })}
      />
    </Columns>
  )
}

export const lacksOfNames = (names: Names): readonly Lack[] =>
  lacking([
    { field: 'name-ar', words: words.needNameAr, lacks: names.ar.trim() === '' },
    { field: 'name-en', words: words.needNameEn, lacks: names.en.trim() === '' },
  ])

export const trimmedNames = (names: Names): Names => ({ ar: names.ar.trim(), en: names.en.trim() })
