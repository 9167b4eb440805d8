import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOn, readPlace, smallest } from '#main/shell/window-place.ts'
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
