import { Checkbox, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Option } from './options.ts'
import type { FieldProps } from './use-field.ts'
import { useField } from './use-field.ts'
import css from './form.module.css'

export interface CheckboxFieldProps extends FieldProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

export function CheckboxField({ checked, onChange, ...field }: CheckboxFieldProps) {
  const { withAsterisk, label, ...shared } = useField(field)
  return (
    <Checkbox
      {...shared}
      label={withAsterisk === true ? <Starred label={label} /> : label}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

/** The kit gives its other fields their star; `aria-required` says it aloud. */
function Starred({ label }: { readonly label: ReactNode }) {
  return (
    <>
      {label}
      <span className={css['star']} aria-hidden="true">
        {' *'}
      </span>
    </>
  )
}

export interface CheckboxesFieldProps extends FieldProps {
  readonly options: readonly Option[]
  readonly values: readonly string[]
  readonly onChange: (values: string[]) => void
}

/** A few options of which several may hold, all in sight. */
export function CheckboxesField({ options, values, onChange, ...field }: CheckboxesFieldProps) {
  const {
    name,
    disabled,
    autoFocus: _focus,
    'data-autofocus': _data,
    'aria-required': _required,
    ...shared
  } = useField(field)
  return (
    <Checkbox.Group {...shared} value={[...values]} onChange={onChange}>
      <Stack gap={6} mt={4}>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            name={name}
            value={option.value}
            label={option.label}
            disabled={disabled || option.disabled === true}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
