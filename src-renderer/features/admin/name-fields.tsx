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
  /** Of people, departments and days: what has no English name is called by its Arabic one there too. */
  readonly arabicAlone?: boolean
}

/** A name in both languages. */
export function NameFields({ value, onChange, autoFocus = false, arabicAlone = false }: NameFieldsProps) {
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
        required={!arabicAlone}
        {...(arabicAlone ? { hint: t(words.nameEnHint) } : {})}
        name="name-en"
        label={t(words.nameEn)}
        value={value.en}
        maxLength={200}
        onChange={(en) => onChange({ ...value, en })}
      />
    </Columns>
  )
}

const arabicLack = ({ ar }: Names) => ({ field: 'name-ar', words: words.needNameAr, lacks: ar.trim() === '' })

export const lacksOfNames = (names: Names): readonly Lack[] =>
  lacking([arabicLack(names), { field: 'name-en', words: words.needNameEn, lacks: names.en.trim() === '' }])

export const trimmedNames = (names: Names): Names => ({ ar: names.ar.trim(), en: names.en.trim() })

/** Where the Arabic name is enough. */
export const lacksOfArabicName = (names: Names): readonly Lack[] => lacking([arabicLack(names)])

export function namesOrArabic(names: Names): Names {
  const { ar, en } = trimmedNames(names)
  return { ar, en: en === '' ? ar : en }
}
