import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dammDigit } from '#shared/domain/numbering/damm.ts'
import { parseReference } from '#shared/domain/numbering/parse-reference.ts'
import { formatReference, ReferenceNumber } from '#shared/domain/numbering/reference-number.ts'
import { isolate } from '#shared/text/direction.ts'
import { runs } from '#test/support/effort.ts'

const office = fc.stringMatching(/^[A-Z][A-Z0-9]{1,5}$/)
const letters = fc.stringMatching(/^[A-Z]{2,6}$/)
const year = fc.integer({ min: 2000, max: 2099 })
const serial = fc.oneof(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1_000_000, max: 999_999_999 }))
const reference = fc.record({ office, year, serial })
const arabicDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))

const refusalOf = (text: string): string | null => {
  const result = parseReference(text)
  return result.ok ? null : result.refusal.code
}

/** Every text that differs from `digits` in one digit, or in two swapped neighbours. */
function slips(digits: string): readonly string[] {
  const wrong = [...digits].flatMap((digit, at) =>
    [...'0123456789']
      .filter((other) => other !== digit)
      .map((other) => digits.slice(0, at) + other + digits.slice(at + 1)),
  )
  const swapped = [...digits].map(
    (digit, at) => digits.slice(0, at) + (digits[at + 1] ?? '') + digit + digits.slice(at + 2),
  )
  return [...wrong, ...swapped.filter((text) => text !== digits)]
}

const withDigits = (text: string): string => `JAM-${text.slice(0, 2)}-${text.slice(2, -1)}-${text.slice(-1)}`

describe('R-01 reference numbers', () => {
  it('R-01 the form is OFFICE-YY-N-C with six digits or more', () => {
    expect(formatReference({ office: 'JAM', year: 2026, serial: 1 })).toMatch(/^JAM-26-000001-\d$/)
    expect(formatReference({ office: 'A1', year: 2009, serial: 1_234_567 })).toMatch(/^A1-09-1234567-\d$/)
    expect(dammDigit('572')).toBe('4')
  })

  it('R-01 a printed number reads back', () => {
    fc.assert(
      fc.property(reference, (parts) => {
        const text = formatReference(parts)
        const yearOfCentury = parts.year % 100
        expect(parseReference(text)).toEqual({
          ok: true,
          value: { reference: text, office: parts.office, yearOfCentury, serial: parts.serial },
        })
        expect(ReferenceNumber.safeParse(text).success).toBe(true)
      }),
      runs(300),
    )
  })

  it('R-01 every single wrong digit and every swap of neighbours is caught: numbers of all lengths, years of all decades', () => {
    for (let yy = 0; yy < 100; yy += 9)
      for (let n = 1; n < 1_000_000; n = n * 3 + yy) {
        const digits = formatReference({ office: 'JAM', year: yy, serial: n }).slice(4).replaceAll('-', '')
        for (const slip of slips(digits)) expect(dammDigit(slip.slice(0, -1)) === slip.slice(-1), slip).toBe(false)
      }
  })

  it('R-01 the check has no blind pair of digits in any position', () => {
    for (let state = 0; state < 10; state += 1)
      for (let pair = 0; pair < 100; pair += 1) {
        const [prefix, a, b] = [String(state), String(Math.floor(pair / 10)), String(pair % 10)]
        if (a === b) continue
        expect(dammDigit(prefix + a)).not.toBe(dammDigit(prefix + b))
        expect(dammDigit(prefix + a + b)).not.toBe(dammDigit(prefix + b + a))
      }
  })

  it('R-01 a slip has its own refusal, also across the boundary of year and number', () => {
    fc.assert(
      fc.property(year, serial, fc.nat(), (ofYear, n, pick) => {
        const digits = formatReference({ office: 'JAM', year: ofYear, serial: n }).slice(4).replaceAll('-', '')
        const all = slips(digits)
        const slip = withDigits(all[pick % all.length] ?? '')
        expect(['reference-check-digit', 'reference-malformed']).toContain(refusalOf(slip))
      }),
      runs(500),
    )
    const [right, swapped] = [formatReference({ office: 'JAM', year: 2026, serial: 100_000 }), 'JAM-21-600000-']
    expect(refusalOf(swapped + right.slice(-1))).toBe('reference-check-digit')
  })

  it('B-12 Arabic and Persian digits, small letters, blanks, dashes and marks are accepted', () => {
    fc.assert(
      fc.property(reference, fc.constantFrom(' ', '–', ' - ', '/', '\u200F-\u200F', ' ـ '), (parts, dash) => {
        const text = formatReference(parts)
        const typed = isolate(`  ${arabicDigits(text.toLowerCase()).replaceAll('-', dash)} `)
        expect(parseReference(typed)).toMatchObject({ ok: true, value: { reference: text } })
      }),
      runs(200),
    )
  })

  it('B-12 hyphens may be missing; where that leaves two readings nobody guesses', () => {
    fc.assert(
      fc.property(letters, year, fc.integer({ min: 1, max: 999_999 }), (code, ofYear, n) => {
        const text = formatReference({ office: code, year: ofYear, serial: n })
        expect(parseReference(text.replaceAll('-', ''))).toMatchObject({ ok: true, value: { reference: text } })
      }),
      runs(200),
    )
    fc.assert(
      fc.property(reference, (parts) => {
        const text = formatReference(parts)
        const result = parseReference(text.replaceAll('-', ''))
        if (result.ok) expect(result.value.reference).toBe(text)
        else expect(result.refusal.params['readings']).toContain(text)
      }),
      runs(300),
    )
  })

  it.each([
    '',
    'JAM',
    'JAM-26-00001-3',
    'JAM-26-0000012-3',
    'J-26-000001-3',
    '1AM-26-000001-3',
    'JAM-26-000000-0',
    'شكوى ٢٦',
    'x'.repeat(200),
  ])('R-01 %j is no reference number', (text) => {
    expect(refusalOf(text)).toBe('reference-malformed')
  })
})
