import { describe, expect, it, test } from 'vitest'
import { scaleOf } from '#renderer/features/reports/chart-geometry.ts'
import { firstChoice, isPeriodOver, lacksOf, requestOf } from '#renderer/features/reports/report-choice.ts'
import type { ReportChart } from '#shared/contract/desktop/report-model.ts'
import { Instant } from '#shared/domain/clock/instant.ts'

const riyadh = { zone: 'Asia/Riyadh', language: 'en' } as const
const now = Instant.parse('2026-02-10T09:00:00.000Z')

describe('K-09 choosing a report', () => {
  it('K-09 begins with the last whole quarter', () => {
    expect(firstChoice(now, 'Asia/Amman')).toMatchObject({ year: 2025, quarter: 4, language: null })
  })

  it('K-09 begins with the running quarter in an office whose first case came in it, or has not come yet', () => {
    const first = (oldest: string | null) =>
      firstChoice(now, 'Asia/Amman', oldest === null ? null : Instant.parse(oldest))
    expect(first('2026-01-05T08:00:00.000Z')).toMatchObject({ year: 2026, quarter: 1 })
    expect(first(null)).toMatchObject({ year: 2026, quarter: 1 })
    expect(first('2025-12-30T08:00:00.000Z')).toMatchObject({ year: 2025, quarter: 4 })
  })

  it('K-09 the moment of the data is read on the office’s wall clock; half a moment is not asked for', () => {
    const choice = firstChoice(now, 'Asia/Riyadh')
    expect(requestOf(choice, riyadh)).toEqual({
      kind: 'quarterly',
      year: 2025,
      quarter: 4,
      language: 'en',
      audience: 'official',
    })
    const dated = { ...choice, asOf: { day: '2026-01-31', time: '15:00' } }
    expect(requestOf(dated, riyadh)).toMatchObject({ asOf: '2026-01-31T12:00:00.000Z' })
    const half = { ...choice, asOf: { day: '2026-01-31', time: null } }
    expect(lacksOf(half).map(({ field }) => field)).toEqual(['as-of'])
    expect(requestOf(half, riyadh)).toBeNull()
  })
})

test('P4 K-18 a quarter is issued from its last moment on, by the data that it is made from', () => {
  const quarter = { year: 2026, quarter: 1 }
  const end = Instant.parse('2026-03-31T21:00:00.000Z')
  expect(isPeriodOver(quarter, now, 'Asia/Riyadh')).toBe(false)
  expect(isPeriodOver(quarter, end, 'Asia/Riyadh')).toBe(true)
  expect(isPeriodOver({ ...quarter, asOf: now }, end, 'Asia/Riyadh')).toBe(false)
})

describe('UI-10 the language of the report', () => {
  it('UI-10 is that of the window, whichever it turns to, until somebody chooses one', () => {
    const choice = firstChoice(now, 'Asia/Riyadh')
    expect(requestOf(choice, { ...riyadh, language: 'ar' })?.language).toBe('ar')
    expect(requestOf(choice, riyadh)?.language).toBe('en')
    expect(requestOf({ ...choice, language: 'ar' }, riyadh)?.language).toBe('ar')
  })
})

describe('UI-9 scales of charts', () => {
  const scale = (unit: ReportChart['unit'], ...values: readonly number[]) =>
    scaleOf({
      kind: 'chart',
      id: 'x',
      title: '',
      shape: 'column',
      unit,
      categories: [],
      series: [{ name: '', values }],
    })

  it('UI-9 end on a round number at or above the largest value', () => {
    expect(scale('count')).toEqual({ top: 1, steps: [0, 1] })
    expect(scale('count', 29)).toEqual({ top: 30, steps: [0, 10, 20, 30] })
    expect(scale('ratio', 0.91).top).toBeGreaterThanOrEqual(0.91)
  })

  it('UI-9 count cases in whole steps, however few they are', () => {
    expect(scale('count', 1)).toEqual({ top: 1, steps: [0, 1] })
    expect(scale('count', 3)).toEqual({ top: 3, steps: [0, 1, 2, 3] })
    expect(scale('count', 9).steps).toEqual([0, 5, 10])
    for (let most = 1; most < 2000; most += 1) {
      const { top, steps } = scale('count', most)
      expect([most, top >= most, steps.length <= 6, steps.every(Number.isInteger)]).toEqual([most, true, true, true])
    }
  })
})
