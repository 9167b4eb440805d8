import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalBytes, canonicalJson, isCanonical, parseCanonical } from '#shared/sync/canonical-json.ts'
import { runs } from '#test/support/effort.ts'

const text = fc.string({ unit: 'binary' }).map((drawn) => drawn.toWellFormed().replaceAll('\0', ' '))
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.maxSafeInteger().map((value) => value + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value

describe('S15 canonical JSON', () => {
  it('S15 sorts keys by UTF-16 code unit and leaves no blanks', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'ن'], '\u20ac': -5, '\r': 0, '\ud83d\ude02': 1, '\ufb33': 2 })).toBe(
      '{"\\r":0,"a":[true,null,"ن"],"b":1,"€":-5,"😂":1,"\ufb33":2}',
    )
  })

  it('S15 escapes as RFC 8785 section 3.2.2.2 does', () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\/')).toBe('"€$\\u000f\\nA\'B\\"\\\\/"')
  })

  it('S15 leaves out undefined members', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
  })

  it.each([
    ['a fraction', 1.5],
    ['not a number', Number.NaN],
    ['an infinity', Number.POSITIVE_INFINITY],
    ['an unsafe integer', 2 ** 53],
    ['a lone surrogate', 'a\ud800b'],
    ['a NUL', 'a\0b'],
    ['a lone surrogate in a key', { 'a\udc00': 1 }],
    ['undefined in a list', [undefined]],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a big integer', 1n],
  ])('S15 refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow('broken invariant')
  })

  it('S15 what is written reads back equal and writes the same bytes again', () => {
    fc.assert(
      fc.property(json, (value) => {
        const bytes = canonicalBytes(value)
        expect(isCanonical(bytes)).toBe(true)
        expect(canonicalBytes(parseCanonical(bytes))).toEqual(bytes)
      }),
      runs(200),
    )
  })

  it('S15 knows bytes that are not canonical', () => {
    for (const other of ['{"b":1,"a":2}', '{ "a":1}', '1.0', '"\\u0041"', '\ufeff1', '{"a":1,"a":2}', '']) {
      expect(isCanonical(new TextEncoder().encode(other)), other).toBe(false)
    }
    expect(isCanonical(Uint8Array.of(0x22, 0xff, 0x22))).toBe(false)
  })
})
