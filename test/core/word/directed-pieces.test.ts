import fc from 'fast-check'
import { expect, test } from 'vitest'
import { directedPieces } from '#core/word/directed-pieces.ts'
import { runs } from '#test/support/effort.ts'

const shape = (text: string, base: 'rtl' | 'ltr'): string =>
  directedPieces(text, base)
    .map((piece) => (piece.direction === base ? piece.text : `[${piece.text}]`))
    .join('')

test.each([
  ['راجعوا بوابة Sehhaty، ثم المكتب.', 'راجعوا بوابة [Sehhaty]، ثم المكتب.'],
  ['دواء (Metformin 500 mg) غير متوفر', 'دواء ([Metformin 500 mg]) غير متوفر'],
  ['اتصلوا بالرقم +966 11 212 5555.', 'اتصلوا بالرقم [+966 11 212 5555].'],
  ['في 15 فبراير 2026 (27 شعبان 1447 هـ)', 'في 15 فبراير 2026 (27 شعبان 1447 هـ)'],
  ['نفدت في 12/01/2026، وعادت', 'نفدت في 12/01/2026، وعادت'],
  ['رقم MOH-26-000123-4 (شكوى)', 'رقم [MOH-26-000123-4] (شكوى)'],
  ['بريد help@moh.example.', 'بريد [help@moh.example].'],
  ['الملف «إيصال الدفع.txt» هنا', 'الملف «إيصال الدفع.[txt]» هنا'],
])('B-13 foreign words and numbers in Arabic: %s', (text, expected) => {
  expect(shape(text, 'rtl')).toBe(expected)
})

test('B-13 Arabic words in English are one piece, their quotation marks the sentence’s', () => {
  expect(shape('They wrote “لم يُصرف الدواء” on it.', 'ltr')).toBe('They wrote “[لم يُصرف الدواء]” on it.')
})

test('B-13 an Arabic sentence in English is one piece with its stop', () => {
  expect(shape('كان يتوقع إنجازاً أسرع.', 'ltr')).toBe('[كان يتوقع إنجازاً أسرع.]')
  expect(shape('وزارة الصحة. Stand-alone office.', 'ltr')).toBe('[وزارة الصحة]. Stand-alone office.')
})

test('B-13 property: the pieces joined give the text again, none empty', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ابجد abc12-./+()،. «»@٣') })
  fc.assert(
    fc.property(text, fc.constantFrom('rtl' as const, 'ltr' as const), (sentence, base) => {
      const pieces = directedPieces(sentence, base)
      expect(pieces.map((piece) => piece.text).join('')).toBe(sentence)
      expect(pieces.every((piece) => piece.text !== '')).toBe(true)
    }),
    runs(300),
  )
})
