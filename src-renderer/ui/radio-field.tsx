import { Group, Radio, Stack } from '@mantine/core'
import type { Option } from './options.ts'
import type { FieldProps } from './use-field.ts'
import { useField } from './use-field.ts'
import css from './radio-field.module.css'

export interface RadioOption extends Option {
  readonly hint?: string
}

export interface RadioFieldProps extends FieldProps {
  readonly options: readonly RadioOption[]
  readonly value: string | null
  readonly onChange: (value: string) => void
  /** Beside one another; below one another otherwise. */
  readonly inline?: boolean
  /** Each option in a box of its own, for the choice a form turns on. */
  readonly boxed?: boolean
}

/** One of a few options, all in sight. */
export function RadioField({ options, value, onChange, inline = false, boxed = false, ...field }: RadioFieldProps) {
  const {
    autoFocus,
    'data-autofocus': autoFocusMark,
    'aria-required': _required,
    disabled,
    ...shared
  } = useField(field)
  const Around = inline ? Group : Stack
  return (
    <Radio.Group {...shared} value={value} onChange={onChange}>
      <Around gap={inline ? 'sm' : 6} mt={4}>
        {options.map((option, index) => (
          <Radio
            key={option.value}
            value={option.value}
            label={option.label}
            description={option.hint}
            disabled={disabled || option.disabled === true}
            autoFocus={autoFocus && index === 0}
            data-autofocus={index === 0 ? autoFocusMark : undefined}
            className={boxed ? css['box'] : undefined}
            wrapperProps={{ 'data-chosen': option.value === value || undefined }}
          />
        ))}
      </Around>
    </Radio.Group>
  )
}
