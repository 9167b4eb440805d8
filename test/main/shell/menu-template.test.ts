import { describe, expect, it } from 'vitest'
import { menuTemplate } from '#main/shell/menu-template.ts'
import { printerSize, pdfSize } from '#main/shell/paper.ts'

const acts = { newWindow: () => {}, print: () => {}, showData: () => {}, about: () => {}, debug: false }

const labels = (items: readonly { readonly label?: string; readonly submenu?: unknown }[]): string[] =>
  items.flatMap(({ label, submenu }) => [
    ...(label === undefined ? [] : [label]),
    ...(Array.isArray(submenu) ? labels(submenu) : []),
  ])

describe('C-08 the application menu', () => {
  it('C-08 every word of it is in the language of the window', () => {
    const arabic = labels(menuTemplate('ar', acts))
    const english = labels(menuTemplate('en', acts))
    expect(arabic).toHaveLength(english.length)
    expect(arabic.every((label) => /\p{Script=Arabic}/u.test(label))).toBe(true)
    expect(english.some((label) => /\p{Script=Arabic}/u.test(label))).toBe(false)
  })

  it('S14 developer tools stand in it only for developers', () => {
    const withTools = (debug: boolean) =>
      JSON.stringify(menuTemplate('en', { ...acts, debug })).includes('toggleDevTools')
    expect([withTools(false), withTools(true)]).toEqual([false, true])
  })
})

describe('R-04 sizes of paper', () => {
  it('R-04 a sheet by its norm, a slip as long as it says', () => {
    expect(printerSize('a4', '')).toEqual({ width: 210_000, height: 297_000 })
    expect(printerSize('thermal', '<style>@page { size: 80mm 143mm; margin: 0; }</style>')).toEqual({
      width: 80_000,
      height: 143_000,
    })
    expect(printerSize('thermal', '').height).toBe(200_000)
    expect(pdfSize('a5').width).toBeCloseTo(5.83, 2)
  })
})
