import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reopenCauses, reopenRoutes } from '#shared/domain/case/codes.ts'
import type { ReopenCause, ReopenRoute } from '#shared/domain/case/codes.ts'
import { allFigures, findFigure } from '#shared/domain/indicators/all-figures.ts'
import { factsOf } from '#shared/domain/indicators/derive-facts.ts'
import { isReconciled } from '#shared/domain/indicators/flow.ts'
import { runs } from '#test/support/effort.ts'
import { caseOf } from './hand-built-case.ts'
import type { CasePlan, CyclePlan } from './hand-built-case.ts'
import { fixtureContext } from './worked-fixture.ts'

/* Lessons, bug 2: by whatever route a case comes back it is counted, and it is counted while it is still open. */

interface Return {
  readonly route: ReopenRoute
  readonly cause: ReopenCause
  /** Its first cycle had been closed, not only answered. */
  readonly wasClosed: boolean
  readonly again: 'open' | 'resolved' | 'closed'
}

function planOf({ route, cause, wasClosed, again }: Return, id: string): CasePlan {
  const first: CyclePlan = {
    start: '05 Jan 09:00',
    accepted: '05 Jan 09:05',
    resolved: '06 Jan 10:00',
    handler: 'u1',
    ...(wasClosed ? { closed: ['07 Jan 10:00', 'rated'] } : {}),
  }
  const second: CyclePlan = {
    start: '12 Jan 09:00',
    handler: 'u2',
    cause,
    route,
    ...(again === 'open' ? {} : { resolved: '13 Jan 10:00' }),
    ...(again === 'closed' ? { closed: ['14 Jan 10:00', 'rated'] } : {}),
  }
  return { id, channel: 'phone', cycles: [first, second] }
}

const figuresOf = (returns: readonly Return[]) =>
  allFigures(
    returns.map((each, place) => factsOf(caseOf(planOf(each, `R${place}`)))),
    fixtureContext,
  )

it.each(reopenRoutes)('bug 2 a reopening by route %s is counted while it is still open', (route) => {
  const figures = figuresOf([{ route, cause: 'new_facts', wasClosed: true, again: 'open' }])
  const numbers = ['K9', 'K9.reopened', 'P6.reopened', 'P6.closing', 'K7a'].map(
    (code) => findFigure(figures, code)?.numerator,
  )
  expect(numbers).toEqual([1, 1, 1, 1, 1])
})

it('bug 2 whatever the route, the cause and how far it has come since, every reopening of the period is counted once', () => {
  const one = fc.record({
    route: fc.constantFrom(...reopenRoutes),
    cause: fc.constantFrom(...reopenCauses),
    wasClosed: fc.boolean(),
    again: fc.constantFrom('open' as const, 'resolved' as const, 'closed' as const),
  })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (returns) => {
      const figures = figuresOf(returns)
      const number = (code: string) => findFigure(figures, code)?.numerator
      const places = returns.map((_, place) => `R${place}`)
      expect(findFigure(figures, 'K9.reopened')?.cases?.toSorted()).toEqual(places.toSorted())
      expect([number('P6.reopened'), number('P6.closed')]).toEqual([
        returns.length,
        returns.length + returns.filter(({ again }) => again === 'closed').length,
      ])
      // A staff error is no reopening of a solved case: neither reopened nor resolved.
      expect(number('K9')).toBe(returns.filter(({ cause }) => cause !== 'staff_error').length)
      expect(number('P6.closing')).toBe(returns.filter(({ again }) => again !== 'closed').length)
      expect(isReconciled(figures)).toBe(true)
    }),
    runs(60),
  )
})
