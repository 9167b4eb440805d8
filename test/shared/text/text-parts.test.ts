import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '#shared/text/clean-text.ts'
import { directionOf, isolate } from '#shared/text/direction.ts'
import { similarity } from '#shared/text/similarity.ts'
import { runs } from '#test/support/effort.ts'

describe('L-14 similarity', () => {
  it('L-14 the same words in another spelling and order are alike', () => {
    expect(similarity('انقطاع المياه عن الحي', 'إنقطاع المياة عن الحى')).toBe(1000)
    expect(similarity('المياه انقطعت', 'انقطعت المياه')).toBe(1000)
  })

  it('L-14 nearer texts score higher', () => {
    const complaint = 'تأخر إصدار رخصة البناء في البلدية منذ شهرين'
    const near = similarity(complaint, 'تأخير في اصدار رخص البناء من البلدية')
    expect(near).toBeGreaterThan(similarity(complaint, 'انقطاع الكهرباء في المساء'))
    expect(near).toBeGreaterThan(400)
  })

  it('L-14 is an integer from 0 to 1000, symmetric, 0 for nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
        const score = similarity(left, right)
        expect(Number.isInteger(score) && score >= 0 && score <= 1000).toBe(true)
        expect(similarity(right, left)).toBe(score)
      }),
      runs(100),
    )
    expect(similarity('', '')).toBe(0)
  })
})

describe('T-01 direction', () => {
  it.each([
    ['شكوى من موظف', 'rtl'],
    ['Complaint عن خدمة', 'ltr'],
    ['123 - شكوى', 'rtl'],
    ['12345', 'rtl'],
    ['\u2068Word\u2069 ثم نص', 'rtl'],
    ['\u200Fabc', 'rtl'],
    ['שלום', 'rtl'],
  ] as const)('T-01 %s runs %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction)
  })

  it('T-01 a text without letters takes the given direction', () => {
    expect(directionOf('+962 79', 'ltr')).toBe('ltr')
  })

  it('X-02 an isolated text cannot reach beyond its place', () => {
    expect(isolate('a\u2069\u202Eb')).toBe('\u2068ab\u2069')
  })
})

describe('X-02 clean text', () => {
  it('X-02 NUL and lone surrogates are replaced, controls dropped, line ends joined', () => {
    expect(cleanText('a\0b\uD800c\u0007d\r\ne\tf\u0085g', 100)).toBe('a\uFFFDb\uFFFDcd\ne\tf\ng')
  })

  it('X-02 is well formed, bounded and stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, length) => {
        const clean = cleanText(text, length)
        expect(clean.isWellFormed() && clean.length <= length).toBe(true)
        expect(cleanText(clean, length)).toBe(clean)
      }),
      runs(300),
    )
  })
})
