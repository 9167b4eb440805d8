import { useMemo, useSyncExternalStore } from 'react'

/** Where the window is: the part of the address behind `#`. */
export interface Place {
  readonly path: string
  readonly query: URLSearchParams
}

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** Where the window stays while somebody holds it, whatever the address says; null: where the address says. */
let held: string | null = null

/** A place to go to, or what is to be done once nothing is lost by it. */
export type Wanted = string | (() => void)

const holders = new Set<(wanted: Wanted) => void>()

const currentHash = (): string => held ?? window.location.hash

function keepHeld(): void {
  const wanted = window.location.hash
  if (held === null || wanted === held) return
  replacePlace(held)
  // One asks for all that is unsaved on a screen.
  const [first] = holders
  first?.(wanted)
}

/** Keeps the window where it is. In: who is told where somebody wanted to go. Out: how the place is let go again. */
export function holdPlace(ask: (wanted: Wanted) => void): () => void {
  held ??= window.location.hash
  if (holders.size === 0) {
    window.addEventListener('hashchange', keepHeld)
    window.addEventListener('beforeunload', keepOpen)
  }
  holders.add(ask)
  return () => {
    holders.delete(ask)
    if (holders.size === 0) releasePlace()
  }
}

/** Nothing holds the window any more. */
export function releasePlace(): void {
  holders.clear()
  held = null
  window.removeEventListener('hashchange', keepHeld)
  window.removeEventListener('beforeunload', keepOpen)
}

/** Browser and shell ask in their own words. */
const keepOpen = (event: BeforeUnloadEvent): void => event.preventDefault()

/** Does what takes this screen away, as signing out; asked first where something here would be lost by it. */
export function leaveFor(act: () => void): void {
  const [first] = holders
  if (held === null || first === undefined) act()
  else first(act)
}

/** In: `#/cases/1?tab=files`. Out: path and query; the root where there is none. */
export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2)
  return { path: path.startsWith('/') ? path : '/', query: new URLSearchParams(query) }
}

export function useLocation(): Place {
  const hash = useSyncExternalStore(subscribe, currentHash)
  return useMemo(() => placeOf(hash), [hash])
}

/** Goes to `#/…`. */
export function navigate(href: string): void {
  window.location.hash = href.replace(/^#/, '')
}

/** As `navigate`, but Back does not return here. */
export function replacePlace(href: string): void {
  window.location.replace(href)
}

/** In: a pattern as `/cases/:id`, a path. Out: its parameters, or null when it is another path. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value)
    else if (part !== value) return null
  }
  return params
}
