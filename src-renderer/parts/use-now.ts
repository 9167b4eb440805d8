import { useSyncExternalStore } from 'react'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { instantFromMs } from '#shared/domain/clock/instant.ts'

/** One clock for every part on screen; it moves by the minute, which is what due dates are counted in. */
const minute = 60_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let shown = thisMinute()

function thisMinute(): Instant {
  return instantFromMs(Math.floor(Date.now() / minute) * minute)
}

function tick(): void {
  const next = thisMinute()
  if (next === shown) return
  shown = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, 5000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The present minute, for what is shown of clocks only; what counts is computed in the core. */
export function useNow(): Instant {
  return useSyncExternalStore(subscribe, () => (timer === undefined ? (shown = thisMinute()) : shown))
}
