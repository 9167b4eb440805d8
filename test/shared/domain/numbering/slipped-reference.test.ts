import { expect, test } from 'vitest'
import { formatReference } from '#shared/domain/numbering/reference-number.ts'
import { slippedReference } from '#shared/domain/numbering/slipped-reference.ts'

const right = formatReference({ office: 'JAM', year: 2026, serial: 348 })
const check = Number(right.slice(-1))
const wrong = `${right.slice(0, -1)}${(check + 1) % 10}`

test.each([
  ['a wrong check digit', wrong, wrong],
  ['two neighbours swapped', right.replace('348', '384'), right.replace('348', '384')],
  ['as people type it', ` ${wrong.toLowerCase().replaceAll('-', ' ')} `, wrong],
  ['without hyphens, of a known office', wrong.replaceAll('-', ''), wrong.replaceAll('-', '')],
  ['without hyphens, of no known office', wrong.replaceAll('-', '').replace('JAM', 'PAS'), null],
  ['one that fits', right, null],
  ['one that is still being typed', right.slice(0, -2), null],
  ['one that is still being typed, without hyphens', right.slice(0, -2).replaceAll('-', ''), null],
  ['the number of a passport', 'N1234567', null],
  ['a telephone number', '0791234567', null],
  ['words', 'رخصة بناء', null],
])('R-01 L-13 of what is looked for it tells a slip of the pen in a whole number: %s', (_what, text, slip) => {
  expect(slippedReference(text, ['JAM'])).toBe(slip)
})
