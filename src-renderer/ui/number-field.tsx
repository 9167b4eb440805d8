import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { latinDigits } from './digits.ts'
import { ltrInput } from './ltr-input.ts'
import type { FieldProps } from './use-field.ts'
import { useField } from './use-field.ts'

export interface NumberFieldProps extends FieldProps {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly min?: number
  readonly max?: number
  readonly unit?: string
}

/** A whole number typed in either kind of digits. What is not a number in range is given as null. */
export function NumberField({
  value,
  onChange,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
  unit,
  ...field
}: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const change = (text: string) => {
    const clean = latinDigits(text).replace(/[^\d-]/g, '')
    setTyped(clean)
    onChange(numberIn(clean, min, max))
  }
  return (
    <TextInput
      {...useField(field)}
      attributes={ltrInput}
      classNames={{ input: 'ltr-input' }}
      inputMode="numeric"
      autoComplete="off"
      value={typed ?? (value === null ? '' : String(value))}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
      rightSection={unit}
      rightSectionWidth={unit === undefined ? undefined : 'auto'}
      rightSectionProps={{ style: { paddingInline: '0.75rem', color: 'var(--text-quiet)', whiteSpace: 'nowrap' } }}
    />
  )
}

function numberIn(text: string, min: number, max: number): number | null {
  if (!/^-?\d+$/.test(text)) return null
  const value = Number(text)
  return value >= min && value <= max ? value : null
}
