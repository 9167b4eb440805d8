import type { RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'

const gap = 8
/** Below this a form is easier to use when the page scrolls with it. */
const least = 240

/**
 * Keeps `--room` of an element: from its top to the foot of what it scrolls in. A sticky column moves up as the page is
 * scrolled, and its room grows with that.
 */
export function useRoomBelow(isOn: boolean): RefObject<HTMLElement | null> {
  const box = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    const around = element?.closest('main')
    if (!isOn || element === null || !around) return
    const measure = () => {
      const room = around.getBoundingClientRect().bottom - element.getBoundingClientRect().top - gap
      element.style.setProperty('--room', `${Math.max(least, Math.floor(room))}px`)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(around)
    around.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      around.removeEventListener('scroll', measure)
      element.style.removeProperty('--room')
    }
  }, [isOn])
  return box
}
