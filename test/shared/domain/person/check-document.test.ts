import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkDocument } from '#shared/domain/person/check-document.ts'
import type { DocumentCountry, DocumentKind } from '#shared/domain/person/identity-document.ts'
import { runs } from '#test/support/effort.ts'
import { testData } from '#test/support/test-data.ts'

const check = (country: DocumentCountry, number: string, kind: DocumentKind = 'national_id') =>
  checkDocument({ country, kind, number })
const arabicDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
const verdicts = { valid: 'valid', disputed: 'warning', invalid: 'refused' } as const
const reason = (country: DocumentCountry, number: string, kind?: DocumentKind): string | null => {
  const result = check(country, number, kind)
  return result.kind === 'valid' ? null : `${result.kind} ${result.reason.code}`
}

const vectors = [
  ['SA', '1234567897', 'valid'],
  ['SA', '1234567893', 'disputed'],
  ['SA', '1234567890', 'invalid'],
  ['SA', '123456789', 'invalid'],
  ['EG', '29001010100015', 'disputed'],
  ['EG', '27010200202071', 'valid'],
  ['EG', '27070100202071', 'invalid'],
  ['EG', '29602300202071', 'invalid'],
  ['EG', '07010105602071', 'invalid'],
  ['JO', '123456789', 'invalid'],
  ['JO', '9871234567', 'valid'],
  ['PS', '231740705', 'valid'],
  ['PS', '523656782', 'invalid'],
  ['PS', '3933742-2', 'invalid'],
] as const

describe('R-05 identity documents', () => {
  it.each(vectors)('R-05 %s %s is %s, in Arabic digits too', (country, number, verdict) => {
    expect(check(country, number).kind).toBe(verdicts[verdict])
    expect(check(country, arabicDigits(number)).kind).toBe(verdicts[verdict])
  })

  it.skipIf(testData === null)(
    'R-05 every public vector gets its verdict; a disputed one warns and is never refused',
    () => {
      const rows = readFileSync(`${testData}/ids-phones/national_id_vectors.csv`, 'utf8').trim().split('\n').slice(1)
      for (const row of rows) {
        const [country = '', number = '', verdict = ''] = row.split(',')
        const { kind } = check(country as DocumentCountry, number)
        expect(`${row} -> ${kind}`).toBe(`${row} -> ${verdicts[verdict as keyof typeof verdicts]}`)
      }
    },
  )

  it.each([
    ['SA', '3234567897', 'refused document-first-digit'],
    ['SA', '12345A7897', 'refused document-characters'],
    ['EG', '27013200202071', 'refused document-birth-date'],
    ['EG', '27010200902071', 'refused document-governorate'],
    ['JO', '98712345678', 'refused document-length'],
    ['PS', '3933742-3', null],
    ['PS', '39337423', 'warning document-zero-added'],
    ['PS', '', 'refused document-empty'],
  ] as const)('R-05 %s %s: %s', (country, number, expected) => {
    expect(reason(country, number)).toBe(expected)
  })

  it('R-05 what is stored has Latin digits, capitals and no separators', () => {
    expect(check('SA', '\u200F١٢٣٤-٥٦٧ ٨٩٧').normalised).toBe('1234567897')
    expect(check('PS', '3933742-3').normalised).toBe('039337423')
    expect(check('other', 'ab 123-456', 'passport')).toEqual({ kind: 'valid', normalised: 'AB123456' })
  })

  it('R-05 a residence permit of SA is a resident’s number', () => {
    expect(reason('SA', '1234567897', 'residence')).toBe('warning document-not-residence')
    expect(reason('SA', '2234567895', 'residence')).toBe(null)
  })

  it('R-05 the check of every kind and country ends, and its result stands', () => {
    const document = fc.record({
      country: fc.constantFrom('SA', 'JO', 'EG', 'PS', 'other'),
      kind: fc.constantFrom('national_id', 'residence', 'passport', 'other'),
      number: fc.oneof(fc.stringMatching(/^[0-9]{0,16}$/), fc.string({ unit: 'binary', maxLength: 40 })),
    }) as fc.Arbitrary<{ country: DocumentCountry; kind: DocumentKind; number: string }>
    fc.assert(
      fc.property(document, (sample) => {
        const first = checkDocument(sample)
        if (first.kind !== 'refused')
          expect(checkDocument({ ...sample, number: first.normalised }).kind).not.toBe('refused')
      }),
      runs(300),
    )
  })
})
