import { describe, expect, it } from 'vitest'
import { scaleOf } from '#renderer/features/reports/chart-geometry.ts'
import { firstChoice, lacksOf, requestOf } from '#renderer/features/reports/report-choice.ts'
import { Instant } from '#shared/domain/clock/instant.ts'

const now = Instant.parse('2026-02-10T09:00:00.000Z')

describe('K-09 choosing a report', () => {
  it('K-09 begins with the last whole quarter', () => {
    expect(firstChoice(now, 'Asia/Amman', 'ar')).toMatchObject({ year: 2025, quarter: 4, language: 'ar' })
  })

  it('K-09 the moment of the data is read on the office’s wall clock; half a moment is not asked for', () => {
    const choice = firstChoice(now, 'Asia/Riyadh', 'en')
    expect(requestOf(choice, 'Asia/Riyadh')).toEqual({ kind: 'quarterly', year: 2025, quarter: 4, language: 'en' })
    const dated = { ...choice, asOf: { day: '2026-01-31', time: '15:00' } }
    expect(requestOf(dated, 'Asia/Riyadh')).toMatchObject({ asOf: '2026-01-31T12:00:00.000Z' })
    const half = { ...choice, asOf: { day: '2026-01-31', time: null } }
    expect(lacksOf(half).map(({ field }) => field)).toEqual(['as-of'])
    expect(requestOf(half, 'Asia/Riyadh')).toBeNull()
  })
})

describe('UI-9 scales of charts', () => {
  it('UI-9 end on a round number at or above the largest value', () => {
    expect(scaleOf([])).toEqual({ top: 1, steps: [0, 1] })
    expect(scaleOf([29])).toEqual({ top: 30, steps: [0, 10, 20, 30] })
    expect(scaleOf([0.91]).top).toBeGreaterThanOrEqual(0.91)
  })
})
