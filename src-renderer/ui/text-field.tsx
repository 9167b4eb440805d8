import { PasswordInput, TextInput } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { latinDigits } from './digits.ts'
import { ltrInput } from './ltr-input.ts'
import type { FieldProps } from './use-field.ts'
import { useField } from './use-field.ts'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly onEnter?: () => void
  readonly placeholder?: string
  readonly maxLength?: number
  readonly autoComplete?: string
  readonly before?: ReactNode
  readonly after?: ReactNode
}

/** One line of text; its direction follows its first letter. */
export function TextField({
  value,
  onChange,
  onBlur,
  onEnter,
  placeholder,
  maxLength,
  autoComplete = 'off',
  before,
  after,
  ...field
}: TextFieldProps) {
  return (
    <TextInput
      {...useField(field)}
      classNames={{ input: 'follows-text' }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
      onKeyDown={enterKey(onEnter)}
      placeholder={placeholder}
      maxLength={maxLength}
      autoComplete={autoComplete}
      leftSection={before}
      rightSection={after}
    />
  )
}

/** Phone, e-mail, document number, code: always left to right; Arabic-Indic digits become 0–9. */
export function CodeField({
  value,
  onChange,
  onBlur,
  onEnter,
  placeholder,
  maxLength,
  autoComplete = 'off',
  before,
  after,
  mode = 'text',
  ...field
}: TextFieldProps & { readonly mode?: 'text' | 'tel' | 'email' | 'numeric' }) {
  return (
    <TextInput
      {...useField(field)}
      attributes={ltrInput}
      classNames={{ input: 'ltr-input' }}
      inputMode={mode}
      value={value}
      onChange={(event) => onChange(latinDigits(event.currentTarget.value))}
      onBlur={onBlur}
      onKeyDown={enterKey(onEnter)}
      placeholder={placeholder}
      maxLength={maxLength}
      autoComplete={autoComplete}
      spellCheck={false}
      leftSection={before}
      rightSection={after}
    />
  )
}

export interface PasswordFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly showLabel: string
  readonly autoComplete?: 'current-password' | 'new-password'
}

export function PasswordField({
  value,
  onChange,
  showLabel,
  autoComplete = 'current-password',
  ...field
}: PasswordFieldProps) {
  return (
    <PasswordInput
      {...useField(field)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete={autoComplete}
      visibilityToggleButtonProps={{ 'aria-label': showLabel, tabIndex: 0, 'aria-hidden': false }}
    />
  )
}

function enterKey(onEnter: (() => void) | undefined) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || onEnter === undefined) return
    event.preventDefault()
    onEnter()
  }
}
