import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { BrowserWindow, Rectangle } from 'electron'
import { z } from 'zod'

export const WindowPlace = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof WindowPlace>

export const smallest = { width: 900, height: 600 } as const
const usual = { width: 1280, height: 820 } as const
/** So much of a window must lie on a screen to be caught with a mouse. */
const grip = 120

export function readPlace(file: string): WindowPlace | null {
  try {
    return WindowPlace.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // None yet, or cut short: the usual place is as good.
    return null
  }
}

function writePlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(`${file}.partial`, JSON.stringify(place))
    renameSync(`${file}.partial`, file)
  } catch (error) {
    console.error('window place', error)
  }
}

type Bounds = Partial<Pick<Rectangle, 'x' | 'y'>> & Pick<Rectangle, 'width' | 'height'>

/** In: the place of before, the screens there are now. Out: where to open; a screen that is gone is not opened on. */
export function placeOn(place: WindowPlace | null, screens: readonly Rectangle[]): Bounds {
  if (place === null) return usual
  const size = { width: Math.max(place.width, smallest.width), height: Math.max(place.height, smallest.height) }
  const isSeen = screens.some(
    (screen) =>
      overlap(place.x, size.width, [screen.x, screen.width]) >= grip &&
      overlap(place.y, size.height, [screen.y, screen.height]) >= grip,
  )
  return isSeen ? { x: place.x, y: place.y, ...size } : size
}

/** A further window does not hide the one before. */
const step = 32

export interface Opening {
  readonly bounds: Bounds
  readonly maximized: boolean
}

/** In: the place of before, the screens there are now, how many windows are open. Out: where the next one opens: beside them, and on a screen. */
export function openingOf(place: WindowPlace | null, screens: readonly Rectangle[], others: number): Opening {
  const shifted = place === null ? null : { ...place, x: place.x + others * step, y: place.y + others * step }
  return { bounds: placeOn(shifted, screens), maximized: place?.maximized === true && others === 0 }
}

const overlap = (from: number, length: number, [otherFrom, otherLength]: readonly [number, number]): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom)

const settleMs = 400

/** Keeps a window's place up to date in a file, also while it is open: a crash forgets nothing. */
export function rememberPlace(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined
  const keep = (): void => {
    clearTimeout(timer)
    if (!window.isMinimized()) writePlace(file, { ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const keepSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(keep, settleMs)
  }
  window.on('resize', keepSoon)
  window.on('move', keepSoon)
  window.on('close', keep)
}
