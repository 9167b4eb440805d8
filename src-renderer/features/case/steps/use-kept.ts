import { useState } from 'react'

/*
 * What was typed into a step and not sent yet. It outlives closing the form and leaving the page, so that nothing typed
 * is lost; it lives in memory only, since it may hold a complainant's words, and belongs to one signed-in user.
 */
const kept = new Map<string, unknown>()

export interface Kept<Value> {
  readonly value: Value
  /** A part of it, or what follows from how it is now: uploads end in any order, after the form was drawn. */
  readonly set: (part: Partial<Value> | ((current: Value) => Partial<Value>)) => void
}

/** In: a key, what an untouched form holds. Out: the value as it was left, and how it is changed. */
export function useKept<Value extends object>(key: string, initial: Value): Kept<Value> {
  const [value, setValue] = useState<Value>(() => ({ ...initial, ...(kept.get(key) as Partial<Value> | undefined) }))
  const set: Kept<Value>['set'] = (given) => {
    const before = kept.get(key) as Partial<Value> | undefined
    const part = typeof given === 'function' ? given({ ...initial, ...before }) : given
    kept.set(key, { ...before, ...part })
    setValue((current) => ({ ...current, ...part }))
  }
  return { value, set }
}

// Read anew or closed, the window would lose it without a word.
window.addEventListener('beforeunload', (event) => {
  if (wordsKept('').length > 0) event.preventDefault()
})

/** Forgets what was typed into a step, all its parts. */
export function forgetKept(prefix: string): void {
  for (const key of kept.keys()) if (key.startsWith(prefix)) kept.delete(key)
}

/** What was written there in words; a code that was chosen is no text. */
export const wordsKept = (prefix: string): readonly string[] =>
  [...kept].flatMap(([key, value]) =>
    key.startsWith(prefix)
      ? Object.values(value as object).filter(
          (part): part is string => typeof part === 'string' && /\S\s+\S/.test(part),
        )
      : [],
  )

/** Is something typed there that was not sent? */
export function hasKept(prefix: string): boolean {
  return [...kept.keys()].some((key) => key.startsWith(prefix))
}
