import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { createContext, useContext, useEffect, useId, useRef, useState } from 'react'
import { Icon } from './icon.tsx'
import { isStoppedByMisread } from './use-typed.ts'
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
  /** After a refusal the field stays in hand, for short forms where a person may already be typing again. */
  readonly keepFocus?: boolean
  /** Enter in a field does not send it: for long forms, where a hand that goes on by Enter would send them half filled. */
  readonly deliberate?: boolean
}

/** A form whose errors stand on top as links to their fields, and again beside each field. Focus goes to the summary. */
export function Form({
  children,
  errors = noErrors,
  onSubmit,
  label,
  keepFocus = false,
  deliberate = false,
}: FormProps) {
  const id = useId()
  const [tries, setTries] = useState(0)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isStoppedByMisread(event.currentTarget)) return
    onSubmit()
    setTries((count) => count + 1)
  }
  return (
    <FormContext value={{ id, errors }}>
      <form
        noValidate
        onSubmit={submit}
        {...(deliberate ? { onKeyDown: stopPlainEnter } : {})}
        aria-label={label}
        className={css['form']}
      >
        {errors.length > 0 && <ErrorSummary id={id} errors={errors} tries={tries} keepFocus={keepFocus} />}
        {children}
      </form>
    </FormContext>
  )
}

/** A browser sends a form by Enter in any of its inputs; what a field itself does by Enter it has done by now. */
function stopPlainEnter(event: KeyboardEvent): void {
  const isField = event.target instanceof HTMLInputElement && event.target.type !== 'file'
  if (event.key === 'Enter' && isField && !event.ctrlKey && !event.metaKey) event.preventDefault()
}

const noErrors: readonly FieldError[] = []

interface ErrorSummaryProps {
  readonly id: string
  readonly errors: readonly FieldError[]
  readonly tries: number
  readonly keepFocus: boolean
}

/** Takes the focus when something new is wrong or when it is tried again, never while errors are being mended. */
function ErrorSummary({ id, errors, tries, keepFocus }: ErrorSummaryProps) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const known = useRef<readonly string[]>([])
  const signature = errors.map(({ field, message }) => `${field}:${message}`).join('\n')
  const take = useRef(() => {})
  useEffect(() => {
    take.current = () => (keepFocus ? stayInField(id, errors) : box.current?.focus())
  })
  useEffect(() => {
    const present = signature.split('\n')
    const isWorse = present.some((error) => !known.current.includes(error))
    known.current = present
    if (isWorse) take.current()
  }, [signature])
  useEffect(() => take.current(), [tries])
  return (
    <div
      ref={box}
      id={errorsId(id)}
      tabIndex={-1}
      className={css['summary']}
      role="alert"
      aria-labelledby={`${id}-summary`}
    >
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

/** Focus that went to the button comes back to the field; in a field it stays. */
function stayInField(id: string, errors: readonly FieldError[]): void {
  const [first] = errors
  if (first !== undefined && document.activeElement?.matches('input') !== true) focusField(fieldId(id, first.field))
}

/** What is wrong, on top of a form. */
export const errorsId = (form: string): string => `${form}-errors`

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
