import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityMarks, withTwins, withoutMarks } from '#shared/domain/person/identity-marks.ts'
import type { PersonDetails } from '#shared/domain/person/person-details.ts'
import { runs } from '#test/support/effort.ts'

const person: PersonDetails = {
  kind: 'individual',
  name: { given: 'أحمد', father: 'عبد الله', family: 'الخطيب' },
  complainantKind: 'citizen',
  document: { country: 'JO', kind: 'national_id', number: '9871234567' },
  mobile: '+962790123456',
  email: 'ahmad@example.jo',
  address: 'شارع المدينة المنورة 12',
  language: 'ar',
}

const found = (text: string): readonly string[] =>
  identityMarks(text, person).map(({ from, to, kind }) => `${kind}:${text.slice(from, to)}`)

describe('R-09 what names the complainant in a text for a department', () => {
  test('R-09 names in any spelling and with joined letters before them', () => {
    expect(found('أنا احمد الخطيب، وسبق لأحمد أن راجع')).toEqual(['name:احمد', 'name:الخطيب', 'name:لأحمد'])
  })

  test('R-09 a word that only begins like a name is no name', () => {
    expect(found('الخطبة التي ألقاها أحمدي')).toEqual([])
  })

  test('R-09 numbers in both kinds of digits, local or with the country before them', () => {
    expect(found('رقمي 0790123456 أو ٠٧٩ ٠١٢ ٣٤٥٦ وهويتي 9871234567')).toEqual([
      'number:0790123456',
      'number:٠٧٩ ٠١٢ ٣٤٥٦',
      'number:9871234567',
    ])
    expect(identityMarks('0790123456', person)[0]?.known).toBe(true)
  })

  test('R-09 a long number that is not on the record is marked as doubtful, an amount or a year is not', () => {
    expect(identityMarks('فاتورة 88776655 بقيمة 1200 سنة 2026', person)).toEqual([
      { from: 7, to: 15, kind: 'number', known: false },
    ])
  })

  test('R-09 e-mail and the address as it was written', () => {
    expect(found('Write to Ahmad@Example.jo; أسكن شارع المدينه المنوره 12')).toEqual([
      'email:Ahmad@Example.jo',
      'address:شارع المدينه المنوره 12',
    ])
  })

  test('R-09 a part of the address, whatever stands between its words; one word of it alone is nobody’s', () => {
    const lives = { ...person, address: 'عمّان، شارع الرينبو 12' }
    const marked = (text: string) => identityMarks(text, lives).map(({ from, to }) => text.slice(from, to))
    expect(marked('عنواني: عمان - شارع الرينبو 12، الطابق الأول')).toEqual(['عمان - شارع الرينبو 12'])
    expect(marked('أسكن في شارع الرينبو قرب البلدية')).toEqual(['شارع الرينبو'])
    expect(marked('راجعت مديرية عمّان في شارع آخر')).toEqual([])
  })

  test('R-09 words side by side are withheld as one, those apart each by itself', () => {
    const without = (text: string) => withoutMarks(text, identityMarks(text, person), '[…]')
    expect(without('أنا احمد الخطيب ورقمي 0790123456')).toBe('أنا […] ورقمي […]')
    expect(without('احمد، الخطيب')).toBe('[…]، […]')
  })

  test('R-09 taking the marks away leaves nothing that is still marked as known', () => {
    const text = 'أحمد الخطيب 0790123456 ahmad@example.jo يشكو التأخير'
    const rest = withoutMarks(text, identityMarks(text, person), '[…]')
    expect(rest).toBe('[…] يشكو التأخير')
    expect(identityMarks(rest, person)).toEqual([])
  })

  const named = (given: string): PersonDetails => ({ ...person, name: { given, family: 'الخطيب' } })
  const withheld = (text: string, given: string) => withoutMarks(text, identityMarks(text, named(given)), '[…]')
  const printed = (text: string, given: string) =>
    withoutMarks(text, withTwins(text, identityMarks(text, named(given))), '[…]')

  test('R-09 a preposition is nobody’s name: «على» for who is called «علي», «مني» for who is called «منى»', () => {
    expect(withheld('لم تُحل المشكلة على أرض الواقع، وعلى حالها', 'علي')).toBe(
      'لم تُحل المشكلة على أرض الواقع، وعلى حالها',
    )
    expect(withheld('طلبوا مني أوراقاً', 'منى')).toBe('طلبوا مني أوراقاً')
  })

  test('R-09 the name is withheld as it is spelled, and in the other spelling beside another part of it', () => {
    expect(withheld('أنا علي، ومعي وعلي', 'علي')).toBe('أنا […]، ومعي […]')
    expect(withheld('أنا على الخطيب', 'علي')).toBe('أنا […]')
    expect(withheld('اسمي منى، أو مني الخطيب', 'منى')).toBe('اسمي […]، أو […]')
  })

  test('R-09 what is withheld in print tells no name: of one text the same words, whoever complained', () => {
    for (const text of ['ردّ علي موظف على الفور', 'لم يردّ عليّ أحد', 'طلبوا مني أوراقاً على عجل'])
      expect(printed(text, 'علي')).toBe(printed(text, 'أحمد'))
    expect(printed('ردّ علي موظف على الفور', 'أحمد')).toBe('ردّ […] موظف على الفور')
  })

  test('R-09 for any text marks are in order, apart and inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let end = 0
        for (const { from, to } of identityMarks(text, person)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      runs(200),
    )
  })
})
