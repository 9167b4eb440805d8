import { describe, expect, it } from 'vitest'
import { allFigures, findFigure } from '#shared/domain/indicators/all-figures.ts'
import type { Split } from '#shared/domain/indicators/figure.ts'
import { at } from './hand-built-case.ts'
import { fixtureContext, fixtureRecords } from './worked-fixture.ts'

const figures = allFigures(fixtureRecords, fixtureContext)

function parts(code: string, by?: Split): readonly [number | null, number | null] {
  const figure = findFigure(figures, code, by)
  return [figure?.numerator ?? null, figure?.denominator ?? null]
}
const value = (code: string, by?: Split): number | null | undefined => findFigure(figures, code, by)?.value
const cases = (code: string, by?: Split): readonly string[] | undefined => findFigure(figures, code, by)?.cases

describe('spec 5.5: the worked fixture gives exactly the expected values', () => {
  it('W2 W8 due dates of the plan are those of the table', () => {
    const dues = fixtureRecords.flatMap((record) => record.cycles.map((cycle) => cycle.dueOrig))
    const expected = [
      '07 Jan',
      '08 Jan',
      '25 Jan',
      '15 Feb',
      '11 Feb',
      '16 Feb',
      '17 Feb',
      '04 Mar',
      '10 Mar',
      '26 Mar',
      '02 Apr',
      '11 Jan',
    ]
    expect(dues).toEqual(expected.map((day) => at(`${day} 15:00`)))
  })

  it('P6 reconciliation: 1 + 10 + 1 = 12 = 8 + 1 + 1 + 2', () => {
    const lines = [
      'opening',
      'received',
      'reopened',
      'considered',
      'closed',
      'rejected',
      'linked',
      'filed',
      'withdrawn',
      'external',
      'closing',
      'difference',
    ]
    expect(lines.map((line) => value(`P6.${line}`))).toEqual([1, 10, 1, 12, 8, 1, 1, 0, 0, 0, 2, 0])
  })

  it('K1 gross 2/7, net 1/7', () => {
    expect(parts('K1.gross')).toEqual([2, 7])
    expect(parts('K1.net')).toEqual([1, 7])
    expect(cases('K1.net')).toEqual(['C1', 'C2', 'C3', 'C4', 'C7', 'C8', 'C11'])
  })

  it('K2a 8/9', () => {
    expect(parts('K2a')).toEqual([8, 9])
    expect(cases('K2a')).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C7', 'C8', 'C9', 'C10'])
  })

  it('K3a 5/8 on the first cycle, 6/9 with the reopened; K3b 5/7', () => {
    expect(parts('K3a.cycle1')).toEqual([5, 8])
    expect(cases('K3a.cycle1')).toEqual(['C1', 'C2', 'C3', 'C4', 'C7', 'C8', 'C9', 'C11'])
    expect(parts('K3a.all')).toEqual([6, 9])
    expect(parts('K3b.cycle1')).toEqual([5, 7])
  })

  it('B-02 the difference between what fell due and what was resolved is exactly C9', () => {
    const resolved = new Set(cases('K3b.cycle1'))
    expect(cases('K3a.cycle1')?.filter((id) => !resolved.has(id))).toEqual(['C9'])
  })

  it('K5a 4/6, K5b 6/8, K5c 1/8; 1 very satisfied, 3 satisfied, 2 not; net +33.3', () => {
    expect([parts('K5a'), parts('K5b'), parts('K5c')]).toEqual([
      [4, 6],
      [6, 8],
      [1, 8],
    ])
    const values = ['very_satisfied', 'satisfied', 'not_satisfied'].map((rating) => parts('K5a.value', { rating })[0])
    expect(values).toEqual([1, 3, 2])
    expect(value('K5a.net')).toBeCloseTo(0.333, 3)
    expect(value('K5c.breach')).toBe(0)
  })

  it('K6 and K8: department A 3/3, 3/3, 100; department B 2/3, 0/3, 33.3; escalated 3/6', () => {
    const of = (department: string) => [
      parts('K6a', { department }),
      parts('K6b', { department }),
      value('K6c', { department }),
    ]
    expect(of('A')).toEqual([[3, 3], [3, 3], 100])
    expect(of('B')).toEqual([[2, 3], [0, 3], 100 / 3])
    expect(parts('K8')).toEqual([3, 6])
    expect(cases('K6a', { department: 'B' })).toEqual(['C3', 'C8', 'C9'])
  })

  it('K9 1/8', () => {
    expect(parts('K9')).toEqual([1, 8])
    expect(findFigure(figures, 'K9')?.counted).toEqual(['C3'])
    expect(findFigure(figures, 'K9')?.provisional).toBe(false)
    expect(parts('K9.newStaff')).toEqual([1, 1])
  })

  it('K7a at 31 March 24:00: 2 open, 1 overdue, 1 due in 2 working days', () => {
    expect([value('K7a'), value('K7a.overdue'), value('K7a.soon'), value('K7a.later')]).toEqual([2, 1, 1, 0])
    expect([cases('K7a.overdue'), cases('K7a.soon')]).toEqual([['C9'], ['C10']])
  })

  it('K15 median of the first cycle: 970 working minutes', () => {
    expect(value('K15.cycle1.median')).toBe(970)
    expect(value('K15.cycle1.mean')).toBeCloseTo(12_520 / 7, 6)
    expect(parts('K15.cycle1.median')).toEqual([null, 7])
    const minutes = fixtureRecords.flatMap(({ cycles }) =>
      cycles.filter(({ number }) => number === 1).map(({ netMinutes }) => netMinutes),
    )
    expect(minutes.filter((each) => each !== null).toSorted((a, b) => a - b)).toEqual([
      20, 20, 290, 970, 2220, 3720, 5280,
    ])
  })
})
