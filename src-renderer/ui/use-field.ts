import { fieldId, useForm } from './form.tsx'

/** What every field takes. */
export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly required?: boolean
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  /** Beside the field; else the form's error of this name is shown. */
  readonly error?: string | undefined
}

/** The shared part of a field: id for the error summary, label, hint, error. */
export function useField({
  name,
  label,
  hint,
  required = false,
  disabled = false,
  autoFocus = false,
  error,
}: FieldProps) {
  const form = useForm()
  return {
    id: fieldId(form.id, name),
    name,
    label,
    description: hint,
    error: error ?? form.errors.find((found) => found.field === name)?.message,
    withAsterisk: required,
    'aria-required': required || undefined,
    disabled,
    autoFocus,
    'data-autofocus': autoFocus || undefined,
  }
}
