import { useState } from 'react'

/** What a typed text says; `wrong` where it says nothing that may be taken, and null where it is empty. */
export interface Read<Value, Wrong> {
  readonly value: Value | null
  readonly wrong: Wrong | null
}

interface Typed<Value> {
  readonly text: string
  /** What the owner had when it was typed, and what it was given. */
  readonly before: Value | null
  readonly gave: Value | null
}

interface TypedOptions<Value, Wrong> {
  readonly value: Value | null
  readonly onChange: (value: Value | null) => void
  readonly read: (text: string) => Read<Value, Wrong>
  readonly show: (value: Value) => string
}

/**
 * A field that reads what is typed. What was understood is shown in the usual spelling when the field is left; what was
 * not understood stays as it was typed until somebody changes it, and what is wrong is said when the field is left.
 */
export function useTyped<Value, Wrong>({ value, onChange, read, show }: TypedOptions<Value, Wrong>) {
  const [typed, setTyped] = useState<Typed<Value> | null>(null)
  const [left, setLeft] = useState(false)
  // Another value from outside, as of a form that is begun anew, takes the place of what was typed.
  const standing = typed !== null && (value === typed.gave || value === typed.before) ? typed : null
  const text = standing?.text ?? (value === null ? '' : show(value))
  const wrong = standing === null ? null : read(text).wrong
  return {
    text,
    /** To be said now. */
    wrong: left ? wrong : null,
    /** Whether or not it is said yet: a form does not go on past it. */
    mark: { 'data-misread': wrong === null ? undefined : true },
    change: (next: string) => {
      const gave = read(next).value
      setLeft(false)
      setTyped({ text: next, before: value, gave })
      onChange(gave)
    },
    leave: () => {
      setLeft(true)
      setTyped(standing === null || wrong === null ? null : { ...standing, before: standing.gave })
    },
  }
}

/** Takes the hand to the first field that is not understood, and lets it say why. Out: whether there is one. */
export function isStoppedByMisread(within: ParentNode): boolean {
  const field = within.querySelector<HTMLElement>('[data-misread]')
  // It says what is wrong when it is left, and a field can be left only by the one who has it in hand.
  field?.focus()
  field?.blur()
  field?.focus()
  return field !== null
}
