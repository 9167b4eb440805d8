import { EventEmitter } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openingOf, placeOn, readPlace, rememberPlace, smallest } from '#main/shell/window-place.ts'
import { runs } from '#test/support/effort.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const screen = { x: 0, y: 0, width: 1366, height: 728 }
const place = { x: 100, y: 50, width: 1000, height: 650, maximized: false }

describe('G-02 where a window opens', () => {
  it('G-02 where it stood before', () => {
    expect(placeOn(place, [screen])).toEqual({ x: 100, y: 50, width: 1000, height: 650 })
  })

  it('G-02 a screen that was taken away is not opened on, its size is kept', () => {
    expect(placeOn({ ...place, x: 2500 }, [screen])).toEqual({ width: 1000, height: 650 })
    expect(placeOn({ ...place, x: 2500 }, [screen, { ...screen, x: 1366 }])).toMatchObject({ x: 2500 })
    expect(placeOn(place, [])).toEqual({ width: 1000, height: 650 })
  })

  it('G-02 it is always big enough and can be caught with a mouse', () => {
    const whole = fc.integer({ min: -5000, max: 5000 })
    const side = fc.integer({ min: 1, max: 6000 })
    const any = fc.record({ x: whole, y: whole, width: side, height: side, maximized: fc.boolean() })
    fc.assert(
      fc.property(any, (before) => {
        const { x, y, width, height } = placeOn(before, [screen])
        expect(width).toBeGreaterThanOrEqual(smallest.width)
        expect(height).toBeGreaterThanOrEqual(smallest.height)
        if (x === undefined || y === undefined) return
        expect(Math.min(x + width, screen.width) - Math.max(x, 0)).toBeGreaterThanOrEqual(120)
        expect(Math.min(y + height, screen.height) - Math.max(y, 0)).toBeGreaterThanOrEqual(120)
      }),
      runs(200),
    )
  })

  it('G-02 a further window stands beside the one before, and never off the screens', () => {
    expect(openingOf(place, [screen], 0).bounds).toMatchObject({ x: 100, y: 50 })
    expect(openingOf(place, [screen], 2).bounds).toMatchObject({ x: 164, y: 114 })
    const atEdge = { ...place, x: 1240, y: 600 }
    expect(openingOf(atEdge, [screen], 0).bounds).toMatchObject({ x: 1240, y: 600 })
    expect(openingOf(atEdge, [screen], 1).bounds).toEqual({ width: 1000, height: 650 })
  })

  it('G-02 a window that filled the screen fills it again, a further one does not, and its place of before is kept', () => {
    const file = join(temporaryFolder(), 'window.json')
    const { maximized: _, ...bounds } = place
    const state = { isMinimized: () => false, isMaximized: () => true, getNormalBounds: () => bounds }
    const window = Object.assign(new EventEmitter(), state)
    rememberPlace(window as unknown as Parameters<typeof rememberPlace>[0], file)
    window.emit('close')
    const kept = readPlace(file)
    expect(kept).toEqual({ ...place, maximized: true })
    expect(openingOf(kept, [screen], 0)).toEqual({ bounds, maximized: true })
    expect(openingOf(kept, [screen], 1).maximized).toBe(false)
  })

  it('G-02 a note that is missing, cut short or nonsense is passed over', () => {
    const file = join(temporaryFolder(), 'window.json')
    expect(readPlace(file)).toBeNull()
    for (const text of [
      '',
      '{"x":1',
      '[]',
      JSON.stringify({ ...place, width: -1 }),
      JSON.stringify({ ...place, x: 'a' }),
    ]) {
      writeFileSync(file, text)
      expect(readPlace(file)).toBeNull()
    }
    writeFileSync(file, JSON.stringify(place))
    expect(readPlace(file)).toEqual(place)
  })
})
