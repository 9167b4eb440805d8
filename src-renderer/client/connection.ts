import { useSyncExternalStore } from 'react'

/** How the window stands to the core on this machine. */
export type Connection = 'connecting' | 'online' | 'lost'

let current: Connection = 'connecting'
const listeners = new Set<() => void>()

export function setConnection(next: Connection): void {
  if (next === current) return
  current = next
  for (const listener of listeners) listener()
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}
