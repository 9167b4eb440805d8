import type { ComponentType } from 'react'
import { lazy, useState } from 'react'

/** A part of the window that comes as a file of its own, when it is first shown or fetched. */
export interface Later<Props> {
  readonly Part: ComponentType<Props>
  /** Brings it beforehand, so that it opens at once. What fails here is asked for again when the part is shown. */
  readonly fetch: () => Promise<unknown>
}

/** In: how the part is loaded. Shown inside a `Suspense`; a file that cannot be had is a fault of the screen that shows it. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let loaded: ComponentType<Props> | null = null
  const fetch = async (): Promise<ComponentType<Props>> => (loaded ??= await load())
  const Waiting = lazy(async () => ({ default: await fetch() }))
  function Part(props: Props) {
    // What is there already is shown without a moment of waiting; what is shown stays the same for as long as it is.
    const [Shown] = useState<ComponentType<Props>>(() => loaded ?? Waiting)
    return <Shown {...props} />
  }
  return { Part, fetch }
}
