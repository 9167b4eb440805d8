import { TextInput } from '@mantine/core'
import { ltrInput } from './ltr-input.ts'
import { readNumber } from './typed-number.ts'
import type { FieldProps } from './use-field.ts'
import { useField } from './use-field.ts'
import { useTyped } from './use-typed.ts'
import { useWords } from './words.ts'

export interface NumberFieldProps extends FieldProps {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly min?: number
  readonly max?: number
  readonly unit?: string
}

/** A whole number typed in either kind of digits. What is not a number in range is given as null, stays in sight and is said to be wrong. */
export function NumberField({
  value,
  onChange,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
  unit,
  ...field
}: NumberFieldProps) {
  const words = useWords()
  const shared = useField(field)
  const { text, wrong, mark, change, leave } = useTyped({
    value,
    onChange,
    read: (typed) => readNumber(typed, { min, max }),
    show: String,
  })
  return (
    <TextInput
      {...shared}
      {...mark}
      attributes={ltrInput}
      classNames={{ input: 'ltr-input' }}
      inputMode="numeric"
      autoComplete="off"
      error={wrong === null ? shared.error : words.notNumber(min, max)}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={leave}
      rightSection={unit}
      rightSectionWidth={unit === undefined ? undefined : 'auto'}
      rightSectionProps={{ style: { paddingInline: '0.75rem', color: 'var(--text-quiet)', whiteSpace: 'nowrap' } }}
    />
  )
}
