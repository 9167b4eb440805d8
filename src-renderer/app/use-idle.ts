import { useEffect } from 'react'

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
const lookMs = 15_000

/**
 * Calls `onIdle` after so many minutes without a sign of a person; null switches it off. By the clock, for timers stand
 * still while a machine sleeps: the first sign after a sleep comes too late to count.
 */
export function useIdle(minutes: number | null, onIdle: () => void): void {
  useEffect(() => {
    if (minutes === null) return
    let last = Date.now()
    const isIdle = (): boolean => Date.now() - last >= minutes * 60_000
    const look = () => {
      if (isIdle()) onIdle()
    }
    const sign = () => {
      if (isIdle()) onIdle()
      else last = Date.now()
    }
    const timer = setInterval(look, lookMs)
    for (const name of signs) window.addEventListener(name, sign, { passive: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const name of signs) window.removeEventListener(name, sign)
      document.removeEventListener('visibilitychange', look)
    }
  }, [minutes, onIdle])
}
