import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay, parseTime, readDay, typedDay } from '#renderer/ui/typed-day.ts'
import { readNumber } from '#renderer/ui/typed-number.ts'
import { runs } from '#test/support/effort.ts'

describe('UI-10 typed dates', () => {
  it('UI-10 either kind of digits and any usual sign between them', () => {
    for (const typed of [
      '15/2/2026',
      '15-02-26',
      '15.2.2026',
      '2026-02-15',
      '١٥/٢/٢٠٢٦',
      ' ۱۵/۰۲/۲۰۲۶ ',
      '\u200F15/02/2026',
    ])
      expect(parseDay(typed), typed).toBe('2026-02-15')
  })

  it('UI-10 a day that does not exist is not clamped', () => {
    for (const typed of ['30/2/2026', '31/4/2026', '0/1/2026', '15/13/2026', '15/2', 'yesterday', '15/2/1800'])
      expect(parseDay(typed), typed).toBeNull()
    expect(parseDay('29/2/2028')).toBe('2028-02-29')
  })

  it('UI-10 what is shown is read back as the same day', () => {
    const day = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z') })
    fc.assert(
      fc.property(
        day.filter((date) => !Number.isNaN(date.getTime())),
        (date) => {
          const iso = date.toISOString().slice(0, 10)
          expect(parseDay(typedDay(iso))).toBe(iso)
        },
      ),
      runs(200),
    )
  })

  it('UI-10 times of day', () => {
    expect(['9', '930', '9:30', '14.05', '١٤:٠٥', '2359'].map(parseTime)).toEqual([
      '09:00',
      '09:30',
      '09:30',
      '14:05',
      '14:05',
      '23:59',
    ])
    expect(['24:00', '9:60', 'noon', ''].map(parseTime)).toEqual([null, null, null, null])
  })
})

describe('UI-10 what is typed and may not be', () => {
  it('UI-10 a day out of range is said to be early or late, and nothing is given for it', () => {
    const range = { min: '2026-01-01', max: '2026-11-28' }
    expect(readDay('28/11/2026', range)).toEqual({ value: '2026-11-28', wrong: null })
    expect(readDay('29/11/2026', range)).toEqual({ value: null, wrong: 'dayLate' })
    expect(readDay('31/12/2025', range)).toEqual({ value: null, wrong: 'dayEarly' })
    expect(readDay('31/4/2026', range)).toEqual({ value: null, wrong: 'dayInvalid' })
    expect(readDay(' ', range)).toEqual({ value: null, wrong: null })
  })

  it('UI-10 a number is read in either kind of digits, with its signs of thousands and percent', () => {
    const range = { min: 0, max: 100_000 }
    for (const [typed, value] of [
      ['80', 80],
      ['٨٠٪', 80],
      [' 80 % ', 80],
      ['1,500', 1500],
      ['١٬٥٠٠', 1500],
    ] as const)
      expect(readNumber(typed, range), typed).toEqual({ value, wrong: null })
    expect(readNumber('', range)).toEqual({ value: null, wrong: null })
  })

  it('UI-10 a number out of range is wrong, and 7.5 is not taken for 75', () => {
    const percent = { min: 0, max: 100 }
    for (const typed of ['150', '-1', '7.5', '1,5', 'many', '15x'])
      expect(readNumber(typed, percent), typed).toEqual({ value: null, wrong: 'notNumber' })
  })
})
