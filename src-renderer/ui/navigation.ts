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

const currentHash = (): string => window.location.hash

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
