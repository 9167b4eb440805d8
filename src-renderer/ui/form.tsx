import type { FormEvent, ReactNode } from 'react'
import { createContext, useContext, useEffect, useId, useRef, useState } from 'react'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'
import css from './form.module.css'

export interface FieldError {
  /** The `name` of the field; an empty name stands for the form as a whole. */
  readonly field: string
  readonly message: string
}

interface FormState {
  readonly id: string
  readonly errors: readonly FieldError[]
}

export const FormContext = createContext<FormState>({ id: 'form', errors: [] })

export interface FormProps {
  readonly children: ReactNode
  readonly errors?: readonly FieldError[]
  readonly onSubmit: () => void
  readonly label?: string
}

/** A form whose errors stand on top as links to their fields, and again beside each field. Focus goes to the summary. */
export function Form({ children, errors = noErrors, onSubmit, label }: FormProps) {
  const id = useId()
  const [tries, setTries] = useState(0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
    setTries((count) => count + 1)
  }
  return (
    <FormContext value={{ id, errors }}>
      <form noValidate onSubmit={submit} aria-label={label} className={css['form']}>
        {errors.length > 0 && <ErrorSummary id={id} errors={errors} tries={tries} />}
        {children}
      </form>
    </FormContext>
  )
}

const noErrors: readonly FieldError[] = []

interface ErrorSummaryProps {
  readonly id: string
  readonly errors: readonly FieldError[]
  readonly tries: number
}

/** Takes the focus when something new is wrong or when it is tried again, never while errors are being mended. */
function ErrorSummary({ id, errors, tries }: ErrorSummaryProps) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const known = useRef<readonly string[]>([])
  const signature = errors.map(({ field, message }) => `${field}:${message}`).join('\n')
  useEffect(() => {
    const present = signature.split('\n')
    const isWorse = present.some((error) => !known.current.includes(error))
    known.current = present
    if (isWorse) box.current?.focus()
  }, [signature])
  useEffect(() => box.current?.focus(), [tries])
  return (
    <div ref={box} tabIndex={-1} className={css['summary']} role="alert" aria-labelledby={`${id}-summary`}>
      <h2 id={`${id}-summary`} className={css['title']}>
        <Icon name="alert" />
        {words.text.errorSummary}
      </h2>
      <ul className={css['list']}>
        {errors.map((error) => (
          <li key={`${error.field}:${error.message}`}>
            {error.field === '' ? (
              error.message
            ) : (
              <button type="button" className={css['jump']} onClick={() => focusField(fieldId(id, error.field))}>
                {error.message}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

export const fieldId = (form: string, name: string): string => `${form}-${name}`

function focusField(id: string): void {
  const element = document.getElementById(id)
  const field = element?.matches('input, textarea, select, button')
    ? element
    : element?.querySelector<HTMLElement>('input, textarea, button')
  element?.scrollIntoView({ block: 'center' })
  field?.focus()
}

export function useForm(): FormState {
  return useContext(FormContext)
}
