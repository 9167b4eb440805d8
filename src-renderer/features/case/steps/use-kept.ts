import { useState } from 'react'

/*
 * What was typed into a step and not sent yet. It outlives closing the form and leaving the page, so that nothing typed
 * is lost; it lives in memory only, since it may hold a complainant's words, and belongs to one signed-in user.
 */
const kept = new Map<string, unknown>()

export interface Kept<Value> {
  readonly value: Value
  readonly set: (part: Partial<Value>) => void
}

/** In: a key, what an untouched form holds. Out: the value as it was left, and how it is changed. */
export function useKept<Value extends object>(key: string, initial: Value): Kept<Value> {
  const [value, setValue] = useState<Value>(() => ({ ...initial, ...(kept.get(key) as Partial<Value> | undefined) }))
  const set = (part: Partial<Value>) => {
    kept.set(key, { ...(kept.get(key) as Partial<Value> | undefined), ...part })
    setValue((current) => ({ ...current, ...part }))
  }
  return { value, set }
}

/** Forgets what was typed into a step, all its parts. */
export function forgetKept(prefix: string): void {
  for (const key of kept.keys()) if (key.startsWith(prefix)) kept.delete(key)
}

/** Is something typed there that was not sent? */
export function hasKept(prefix: string): boolean {
  return [...kept.keys()].some((key) => key.startsWith(prefix))
}
