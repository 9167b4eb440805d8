import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListCode } from '#shared/domain/lists/list-code.ts'
import { allFigures, findFigure } from '#shared/domain/indicators/all-figures.ts'
import type { FigureContext } from '#shared/domain/indicators/book.ts'
import { factsOf } from '#shared/domain/indicators/derive-facts.ts'
import type { Split } from '#shared/domain/indicators/figure.ts'
import { isReconciled } from '#shared/domain/indicators/flow.ts'
import { quarterPeriod } from '#shared/domain/indicators/period.ts'
import { runs } from '#test/support/effort.ts'
import { at, caseOf, zone } from './hand-built-case.ts'
import { madeUpRecords } from './made-up-records.ts'
import { fixtureContext } from './worked-fixture.ts'
import { done, figuresOf, number, phone, q2 } from './hand-built-figures.ts'

describe('flow and reopening', () => {
  const reopenedInApril = phone('R', [
    done,
    { start: '05 Apr 09:00', accepted: '05 Apr 09:00', handler: 'u2', cause: 'new_facts' },
  ])

  it('bug 1 the first closure of a case reopened later still counts once, for the period of that closure', () => {
    const q1 = figuresOf([reopenedInApril])
    expect([number(q1, 'P6.closed'), number(q1, 'P6.reopened'), number(q1, 'P6.closing')]).toEqual([1, 0, 0])
    const second = figuresOf([reopenedInApril], q2)
    expect([
      number(second, 'P6.opening'),
      number(second, 'P6.closed'),
      number(second, 'P6.reopened'),
      number(second, 'P6.closing'),
    ]).toEqual([0, 0, 1, 1])
    expect(isReconciled(q1) && isReconciled(second)).toBe(true)
  })

  it('bug 2 a reopening still open at the end of the period is counted', () => {
    const open = phone('R', [
      { ...done, rating: ['not_satisfied', '07 Jan 09:00'] },
      { start: '12 Jan 09:00', handler: 'u2', cause: 'dissatisfied' },
    ])
    const figures = figuresOf([open])
    expect([number(figures, 'K9'), number(figures, 'K9.reopened'), number(figures, 'K7a')]).toEqual([1, 1, 1])
  })

  it('bug 3 a cycle counts for the department it was referred to then', () => {
    const moved = phone('M', [
      { ...done, referrals: [{ to: 'A', sent: '05 Jan 09:10', replied: '05 Jan 12:00' }] },
      { start: '12 Jan 09:00', handler: 'u2', referrals: [{ to: 'B', sent: '12 Jan 09:10' }] },
    ])
    const figures = figuresOf([moved])
    expect(findFigure(figures, 'K3b.all', { department: 'A' })?.denominator).toBe(1)
    expect(findFigure(figures, 'K3b.all', { department: 'B' })).toBeNull()
  })

  it('bug 4 the window of reopening runs from the answer, for 15 working days', () => {
    const reopenedAt = (start: string) => number(figuresOf([phone('W', [done, { start, handler: 'u2' }])]), 'K9')
    expect([reopenedAt('27 Jan 14:59'), reopenedAt('28 Jan 08:00')]).toEqual([1, 0])
  })

  it('bug 5 a linked duplicate is in no late, due or resolved figure; it leaves the flow by linking', () => {
    const follower = phone('D', [{ start: '05 Jan 09:00', accepted: '05 Jan 09:05', handler: 'u1' }], {
      linked: ['06 Jan 09:00', 'X', 'duplicate'],
    })
    const figures = figuresOf([follower])
    expect([number(figures, 'P6.received'), number(figures, 'P6.linked'), number(figures, 'P6.closing')]).toEqual([
      1, 1, 0,
    ])
    expect(findFigure(figures, 'K3a.all')?.denominator).toBe(0)
    expect(number(figures, 'K7a')).toBe(0)
  })

  it('K9 a reopening by staff error is neither reopened nor resolved', () => {
    const figures = figuresOf([phone('E', [done, { start: '12 Jan 09:00', handler: 'u2', cause: 'staff_error' }])])
    expect(findFigure(figures, 'K9')?.denominator).toBe(0)
  })

  it('P6 another body keeps its case open until it confirms', () => {
    const transferred = {
      exit: {
        kind: 'external' as const,
        at: at('06 Jan 09:00'),
        body: 'post' as ListCode,
        externalReference: null,
        followUpAt: at('01 Feb 09:00'),
        confirmed: null,
      },
    }
    const waiting = phone('X', [{ start: '05 Jan 09:00', accepted: '05 Jan 09:05', handler: 'u1' }])
    const figures = figuresOf([{ ...waiting, change: transferred }])
    expect([number(figures, 'P6.closing'), number(figures, 'K7a.external'), number(figures, 'K7a.overdue')]).toEqual([
      1, 1, 0,
    ])
    expect(findFigure(figures, 'K3a.all')?.denominator).toBe(0)
    const confirmed = {
      exit: { ...transferred.exit, confirmed: { at: at('01 Feb 09:00'), contactRating: null } },
    }
    expect(number(figuresOf([{ ...waiting, change: confirmed }]), 'P6.external')).toBe(1)
  })

  it('P6 closes over made-up cases of every kind, in every quarter and at any moment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 600 }),
        (seed, quarter, days) => {
          const asOf = new Date(
            Date.parse('2026-01-01T09:00:00.000Z') + days * 86_400_000,
          ).toISOString() as FigureContext['asOf']
          const figures = allFigures(madeUpRecords(60, seed), {
            ...fixtureContext,
            ...quarterPeriod({ year: 2026, quarter }, zone),
            asOf,
          })
          const open = ['satisfaction', 'overdue', 'soon', 'later', 'external'].reduce(
            (sum, part) => sum + (number(figures, `K7a.${part}`) ?? 0),
            0,
          )
          const aged = figures
            .filter(({ code }) => code === 'K7b')
            .reduce((sum, figure) => sum + (figure.value ?? 0), 0)
          return isReconciled(figures) && open === number(figures, 'K7a') && aged === open
        },
      ),
      runs(40),
    )
  })
})

describe('timeliness', () => {
  it('B-02 open and late counts as late, open and not due does not count', () => {
    const figures = figuresOf([
      phone('L', [{ start: '05 Jan 09:00', handler: 'u1' }]),
      phone('N', [{ start: '30 Mar 09:00', handler: 'u1' }]),
    ])
    expect([findFigure(figures, 'K3a.cycle1')?.numerator, findFigure(figures, 'K3a.cycle1')?.denominator]).toEqual([
      0, 1,
    ])
  })

  it('K3a inside a running quarter, what falls due later is not yet counted', () => {
    const figures = figuresOf([phone('N', [{ start: '05 Jan 09:00', handler: 'u1' }])], { asOf: at('06 Jan 12:00') })
    expect(findFigure(figures, 'K3a.cycle1')?.value).toBeNull()
    expect(number(figures, 'K7a.soon')).toBe(1)
  })

  it('W8 in time to the minute', () => {
    const resolved = (time: string) =>
      number(figuresOf([phone('T', [{ ...done, resolved: time, closed: ['12 Jan 10:00', 'rated'] }])]), 'K3b.cycle1')
    expect([resolved('08 Jan 15:00'), resolved('08 Jan 15:01')]).toEqual([1, 0])
  })

  it('K3a the late are told apart by department, acceptance and own work', () => {
    const waits = { to: 'A', sent: '05 Jan 09:10' }
    const figures = figuresOf([
      phone('A', [{ start: '05 Jan 09:00', accepted: '05 Jan 09:05', handler: 'u1', referrals: [waits] }]),
      phone('B', [{ start: '05 Jan 09:00', accepted: '05 Jan 09:05', handler: 'u1' }]),
      phone('C', [{ start: '05 Jan 09:00', handler: 'u1' }]),
    ])
    const late = (by: Split) => findFigure(figures, 'K3a.late', by)?.cases
    expect(late({ delay: 'department' })).toEqual(['A'])
    expect(late({ delay: 'department', department: 'A' })).toEqual(['A'])
    expect(late({ delay: 'own_office' })).toEqual(['B'])
    expect(late({ delay: 'undecided' })).toEqual(['C'])
    expect(findFigure(figures, 'DEPT.oldest', { department: 'A' })?.value).toBe(59)
  })

  it('W4 K7a what was suspended in time is not overdue, what was late before is', () => {
    const open = (id: string, from: string, until: string | null = null) => {
      const state = caseOf(phone(id, [{ start: '05 Jan 09:00', accepted: '05 Jan 09:05', handler: 'u1' }]))
      const pause = {
        cause: 'suspension' as const,
        from: at(from),
        until: until === null ? null : at(until),
        capAt: null,
        capDays: null,
      }
      return factsOf({
        ...state,
        cycles: state.cycles.map((cycle) => ({ ...cycle, clock: { ...cycle.clock, pauses: [pause] } })),
      })
    }
    const figures = allFigures(
      [open('IN-TIME', '06 Jan 09:00'), open('LATE', '15 Jan 09:00'), open('RESUMED', '06 Jan 09:00', '07 Jan 09:00')],
      fixtureContext,
    )
    expect(findFigure(figures, 'K7a.overdue')?.cases).toEqual(['LATE', 'RESUMED'])
    expect(findFigure(figures, 'K7a.later')?.cases).toEqual(['IN-TIME'])
  })

  it('K3a what was withdrawn before it fell due leaves the cohort, what was withdrawn late does not', () => {
    const cohort = (time: string) => {
      const plan = phone('V', [{ start: '05 Jan 09:00', accepted: '05 Jan 09:05', handler: 'u1' }], {
        change: { exit: { kind: 'withdrawn', at: at(time) } },
      })
      return findFigure(figuresOf([plan]), 'K3a.all')?.denominator
    }
    expect([cohort('07 Jan 09:00'), cohort('11 Jan 09:00')]).toEqual([0, 1])
  })
})
