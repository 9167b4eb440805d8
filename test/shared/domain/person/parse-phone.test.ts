import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatPhone } from '#shared/domain/person/format-phone.ts'
import { parsePhone } from '#shared/domain/person/parse-phone.ts'
import type { PhoneCountry } from '#shared/domain/person/parse-phone.ts'
import { isolate } from '#shared/text/direction.ts'
import { runs } from '#test/support/effort.ts'
import { testData } from '#test/support/test-data.ts'

const arabicDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
const readRows = (file: string): readonly string[][] =>
  readFileSync(`${testData}/ids-phones/${file}`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

function read(input: string, country: string): string {
  const result = parsePhone(input, country as PhoneCountry)
  return result.ok ? `${result.value.kind} ${result.value.e164}` : result.refusal.code
}

describe('R-05 phone numbers', () => {
  it.each([
    ['0790123456', 'JO', 'mobile +962790123456'],
    ['790123456', 'JO', 'mobile +962790123456'],
    ['+962 7 9012 3456', 'SA', 'mobile +962790123456'],
    ['00962790123456', 'JO', 'mobile +962790123456'],
    ['962790123456', 'JO', 'mobile +962790123456'],
    ['+962 (0)79 012-3456', 'JO', 'mobile +962790123456'],
    ['٠٧٩٠١٢٣٤٥٦', 'JO', 'mobile +962790123456'],
    ['۰۵۹۹۱۲۳۴۵۶', 'PS', 'mobile +970599123456'],
    ['06 200 1234', 'JO', 'landline +96262001234'],
    ['02 3456 7890', 'EG', 'landline +20234567890'],
    ['03 4567890', 'EG', 'landline +2034567890'],
    ['920012345', 'SA', 'other +966920012345'],
    ['+4930123456', 'other', 'other +4930123456'],
    ['+4930123456', 'JO', 'phone-other-country'],
    ['030123456', 'other', 'phone-invalid'],
    ['+9627901234', 'JO', 'phone-invalid'],
    ['2345678', 'SA', 'phone-invalid'],
    ['', 'JO', 'phone-empty'],
    ['079 012 345 six', 'JO', 'phone-characters'],
  ])('R-05 %j in %s: %s', (input, country, expected) => {
    expect(read(input, country)).toBe(expected)
  })

  it.skipIf(testData === null)('R-05 every public mobile vector gets its verdict, but the 00 form is accepted', () => {
    for (const [country = '', input = '', verdict = ''] of readRows('mobile_vectors.csv')) {
      const expected = verdict === 'valid' || input.startsWith('00962')
      expect(`${country} ${input} ${read(input, country).startsWith('mobile')}`).toBe(`${country} ${input} ${expected}`)
      expect(read(arabicDigits(input), country)).toBe(read(input, country))
    }
  })

  it.skipIf(testData === null)('R-05 every example number is read, dialled and international', () => {
    const kinds: Readonly<Record<string, string>> = { mobile: 'mobile', fixedLine: 'landline' }
    for (const [country = '', type = '', national = '', e164 = '', dialled = ''] of readRows('phone_examples.csv'))
      for (const input of [national, e164, dialled, e164.replace('+', '00')])
        expect(`${input} ${read(input, country)}`).toBe(`${input} ${kinds[type] ?? 'other'} ${e164}`)
  })

  it('R-05 what is stored and what is shown read back to the same number', () => {
    const input = fc.tuple(fc.constantFrom('SA', 'JO', 'EG', 'PS'), fc.stringMatching(/^0?[0-9]{8,10}$/))
    fc.assert(
      fc.property(input, ([country, text]) => {
        const result = parsePhone(text, country as PhoneCountry)
        if (!result.ok) return
        for (const form of [result.value.e164, result.value.national, isolate(formatPhone(result.value.e164))])
          expect(parsePhone(form, country as PhoneCountry)).toEqual(result)
      }),
      runs(1000),
    )
  })

  it('R-05 numbers are shown in the groups of their country', () => {
    expect(formatPhone('+962790123456')).toBe('+962 7 9012 3456')
    expect(formatPhone('+966512345678')).toBe('+966 51 234 5678')
    expect(formatPhone('+20234567890')).toBe('+20 2 3456 7890')
    expect(formatPhone('+4930123456')).toBe('+4930123456')
  })
})
