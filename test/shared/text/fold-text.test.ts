import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { foldDigits } from '#shared/text/fold-digits.ts'
import { foldText } from '#shared/text/fold-text.ts'
import { runs } from '#test/support/effort.ts'
import { testData } from '#test/support/test-data.ts'

const alike = [
  ['إبراهيم', 'ابراهيم'],
  ['مدرسة', 'مدرسه'],
  ['على', 'علي'],
  ['مَرَّاكُش', 'مراكش'],
  ['شكـــوى', 'شكوى'],
  ['٠١٢', '012'],
  ['۰۱۲', '012'],
  ['\u0627\u0653\u0645\u0646\u0629', 'آمنة'],
  ['\u0627\u0654حمد', 'أحمد'],
  ['\u0627\u0655يمان', 'إيمان'],
  ['مسؤول', 'مسوول'],
  ['شيء', 'شئ'],
  ['ٱلرحمن', 'الرحمن'],
  ['\u202Bشكوى\u202C', 'شكوى'],
  ['کتابی', 'كتابي'],
  ['ﻻ ﷲ', 'لا الله'],
  ['José ÉCOLE', 'jose ecole'],
  ['Ångström Øresund', 'angstrom oresund'],
  ['خدمة   \n العملاء', 'خدمه العملاء'],
] as const

describe('L-13 folding', () => {
  it.each(alike)('Bug 23 %s and %s fold alike', (left, right) => {
    expect(foldText(left)).toBe(foldText(right))
  })

  it.each([
    ['شكوى', 'شكر'],
    ['علي', 'عال'],
    ['012', '021'],
  ])('Bug 23 %s and %s stay apart', (left, right) => {
    expect(foldText(left)).not.toBe(foldText(right))
  })

  it('Bug 23 folding twice is folding once, composed or not', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(text, (sample) => {
        const folded = foldText(sample)
        expect(foldText(folded)).toBe(folded)
        expect(foldText(sample.normalize('NFD'))).toBe(foldText(sample.normalize('NFC')))
      }),
      runs(300),
    )
  })

  it.skipIf(testData === null)('Bug 23 every spelling variant of the corpus is found', () => {
    const rows = readFileSync(`${testData}/arabic-spelling/misspellings.csv`, 'utf8').trim().split('\n').slice(1)
    const kinds = new Set(['hamza_on_alef', 'yeh_alef_maqsura', 'teh_marbuta_heh', 'diacritics_tatweel'])
    const missed = rows
      .map((row) => row.split(','))
      .filter(([written = '', correct = '', kind = '']) => kinds.has(kind) && foldText(written) !== foldText(correct))
    expect(missed).toEqual([])
  })

  it('C-01 digits of every keyboard become Latin ones, the rest stays', () => {
    expect(foldDigits('هاتف ٠٧٩ و۰۷۸ و９1')).toBe('هاتف 079 و078 و91')
  })
})
