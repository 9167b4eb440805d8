import { describe, expect, it } from 'vitest'
import type { ListCode } from '#shared/domain/lists/list-code.ts'
import type { CaseId } from '#shared/domain/case/event-parts.ts'
import { allFigures, findFigure } from '#shared/domain/indicators/all-figures.ts'
import { openBook } from '#shared/domain/indicators/book.ts'
import { oldestOpen } from '#shared/domain/indicators/backlog.ts'
import { factsOf } from '#shared/domain/indicators/derive-facts.ts'
import { median, percentile90 } from '#shared/domain/indicators/figure.ts'
import { isReconciled } from '#shared/domain/indicators/flow.ts'
import { packFacts, unpackFacts } from '#shared/domain/indicators/pack-facts.ts'
import { monthsOf, previousQuarter, quarterAt, quarterPeriod } from '#shared/domain/indicators/period.ts'
import { must } from '#shared/lib/assert.ts'
import { at, caseOf, zone } from './hand-built-case.ts'
import { madeUpRecords } from './made-up-records.ts'
import { fixtureContext, fixtureRecords } from './worked-fixture.ts'
import { done, figuresOf, number, phone, q2 } from './hand-built-figures.ts'

describe('observation, populations, numbers', () => {
  it('P3 K1 and K9 are provisional while their windows run, and say how many are observed', () => {
    const figures = allFigures(fixtureRecords, { ...fixtureContext, asOf: at('15 Jan 10:00') })
    expect(findFigure(figures, 'K1.net')).toMatchObject({ provisional: true, underObservation: 1 })
    expect(findFigure(figures, 'K9')).toMatchObject({ provisional: true, underObservation: 3 })
  })

  it('K1 a letter is solved at first contact by the first answer that goes out, not by none and not by a second', () => {
    const atOnce = must(
      fixtureRecords.find(({ cycles }) => cycles[0]?.procedure === 'fcr' && cycles[0].hasAnswer),
      'the fixture has a case that was solved at once',
    )
    const gross = (repliesSent: number): number | null | undefined => {
      const cycles = atOnce.cycles.slice(0, 1).map((cycle) => ({ ...cycle, repliesSent, netMinutes: 10 }))
      const of = { ...atOnce.of, channel: 'post', inboundContacts: 0 }
      return number(allFigures([{ of, cycles, referrals: [] }], fixtureContext), 'K1.gross')
    }
    expect([gross(1), gross(0), gross(2)]).toEqual([1, 0, 0])
  })

  it('P5 a denominator of 0 has no value', () => {
    const figures = allFigures([], fixtureContext)
    expect(figures.filter(({ unit }) => unit === 'ratio').every(({ value }) => value === null)).toBe(true)
    expect(isReconciled(figures)).toBe(true)
  })

  it('5.1 practice cases, other types and cases registered in error are in no figure of complaints', () => {
    const filed = {
      exit: { kind: 'filed' as const, at: at('06 Jan 09:00'), reason: 'registered_in_error' as ListCode },
    }
    const figures = figuresOf([
      phone('P', [done], { change: { practice: true } }),
      phone('I', [done], { change: { type: 'inquiry' } }),
      phone('E', [{ start: '05 Jan 09:00', handler: 'u1' }], { change: filed }),
    ])
    expect([
      number(figures, 'P6.received'),
      number(figures, 'P6.filed'),
      findFigure(figures, 'K3a.all')?.denominator,
    ]).toEqual([1, 1, 0])
    expect(
      number(figuresOf([phone('P', [done], { change: { practice: true } })], { practice: true }), 'P6.received'),
    ).toBe(1)
  })

  it('B-08 a corrected rating counts as corrected, once', () => {
    const state = caseOf(phone('C', [{ ...done, rating: ['not_satisfied', '07 Jan 09:00'] }]))
    const [cycle] = state.cycles
    const [first] = cycle?.ratings ?? []
    if (cycle === undefined || first === undefined) throw new Error('the plan has a rating')
    const ratings = [first, { ...first, event: 'second', rating: 'satisfied' as const, corrects: first.event }]
    const figures = allFigures([factsOf({ ...state, cycles: [{ ...cycle, ratings }] })], fixtureContext)
    expect([number(figures, 'K5a'), findFigure(figures, 'K5a')?.denominator]).toEqual([1, 1])
  })

  it('K6 a referral returned within a working day leaves the cohort, and is a refusal of remit', () => {
    const figures = figuresOf([
      phone('Z', [{ ...done, referrals: [{ to: 'A', sent: '05 Jan 09:10', returned: '05 Jan 12:00' }] }]),
    ])
    expect(findFigure(figures, 'K6a')?.denominator).toBe(0)
    expect(findFigure(figures, 'K2b', { department: 'A' })).toMatchObject({ numerator: 0, denominator: 1 })
  })

  it('F-06 K17 what comes back as of another remit counts in the period of its return, by service; missing data do not', () => {
    const sent = '05 Jan 09:10'
    const figures = figuresOf([
      phone('A', [{ ...done, referrals: [{ to: 'A', sent, returned: '05 Jan 12:00' }] }]),
      phone('B', [
        { ...done, referrals: [{ to: 'A', sent, returned: '05 Jan 12:00', returnReason: 'insufficient_data' }] },
      ]),
      phone('C', [{ ...done, referrals: [{ to: 'A', sent: '30 Mar 09:00', returned: '01 Apr 09:00' }] }]),
    ])
    expect(findFigure(figures, 'K17')).toMatchObject({ numerator: 1, denominator: 3, counted: ['A'] })
    expect(findFigure(figures, 'K17', { service: 'special.permits' })).toMatchObject({ numerator: 1, denominator: 3 })
  })

  it('R-07 K18 is of complaints, by what was known when each was first referred', () => {
    const late = { to: 'B', sent: '05 Jan 12:00', verified: true }
    const figures = figuresOf([
      phone('A', [{ ...done, referrals: [{ to: 'A', sent: '05 Jan 09:10', verified: true }, late] }]),
      phone('B', [{ ...done, referrals: [{ to: 'A', sent: '05 Jan 09:10' }, late] }]),
      phone('C', [done]),
    ])
    expect(findFigure(figures, 'K18')).toMatchObject({ numerator: 1, denominator: 2, counted: ['A'] })
  })

  it('bug 14 P2 a quarter begins and ends at midnight of the institution', () => {
    expect(quarterPeriod({ year: 2026, quarter: 1 }, zone)).toEqual({
      from: '2025-12-31T21:00:00.000Z',
      to: '2026-03-31T21:00:00.000Z',
    })
    expect(quarterAt(at('31 Mar 23:59'), zone)).toEqual({ year: 2026, quarter: 1 })
    expect(previousQuarter({ year: 2026, quarter: 1 })).toEqual({ year: 2025, quarter: 4 })
    expect(monthsOf({ ...q2, until: at('10 May 12:00'), zone }).map(({ month }) => month)).toEqual([
      '2026-04',
      '2026-05',
    ])
  })

  it('W10 median of an even number is the mean of the middle two; the 90th percentile is by nearest rank', () => {
    expect([
      median([4, 1, 3, 2]),
      median([]),
      percentile90([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
      percentile90([7]),
    ]).toEqual([2.5, null, 9, 7])
  })

  it('K7b the oldest open are listed by age from receipt', () => {
    expect(oldestOpen(openBook(fixtureRecords, fixtureContext)).map(({ row, age }) => [row.of.reference, age])).toEqual(
      [
        ['AMM-26-C9', 13],
        ['AMM-26-C10', 1],
      ],
    )
  })

  it('facts survive packing whole', () => {
    const records = [...fixtureRecords, ...madeUpRecords(50, 3)]
    expect(records.map((record) => unpackFacts(packFacts(record)))).toEqual(records)
  })

  it('L-13 a repeat is a case of its own', () => {
    const figures = figuresOf([
      phone('A', [done]),
      phone('B', [done], { change: { link: { lead: 'A' as CaseId, kind: 'repeat', at: at('06 Jan 09:00') } } }),
    ])
    expect(findFigure(figures, 'K3a.all')?.denominator).toBe(2)
  })
})
