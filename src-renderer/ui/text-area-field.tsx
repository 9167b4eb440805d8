import { Textarea } from '@mantine/core'
import type { FieldProps } from './use-field.ts'
import { useField } from './use-field.ts'

export interface TextAreaFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly rows?: number
  readonly maxRows?: number
  readonly maxLength?: number
  readonly placeholder?: string
}

/** Several lines; grows with what is typed. */
export function TextAreaField({
  value,
  onChange,
  onBlur,
  rows = 3,
  maxRows = 14,
  maxLength,
  placeholder,
  ...field
}: TextAreaFieldProps) {
  return (
    <Textarea
      {...useField(field)}
      classNames={{ input: 'follows-text' }}
      autosize
      minRows={rows}
      maxRows={maxRows}
      maxLength={maxLength}
      placeholder={placeholder}
      value={value}
      onBlur={onBlur}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
