import { allFigures, findFigure } from '#shared/domain/indicators/all-figures.ts'
import type { FigureContext } from '#shared/domain/indicators/book.ts'
import { factsOf } from '#shared/domain/indicators/derive-facts.ts'
import type { Figure, Split } from '#shared/domain/indicators/figure.ts'
import { quarterPeriod } from '#shared/domain/indicators/period.ts'
import { caseOf, zone } from './hand-built-case.ts'
import type { CasePlan, CyclePlan } from './hand-built-case.ts'
import { fixtureContext } from './worked-fixture.ts'

/* Cases that a test builds by hand, and the figures that come of them. */

export const done: CyclePlan = {
  start: '05 Jan 09:00',
  accepted: '05 Jan 09:05',
  resolved: '06 Jan 10:00',
  closed: ['07 Jan 10:00', 'rated'],
  handler: 'u1',
}

export const phone = (id: string, cycles: readonly CyclePlan[], more: Partial<CasePlan> = {}): CasePlan => ({
  id,
  channel: 'phone',
  cycles,
  ...more,
})

export function figuresOf(plans: readonly CasePlan[], change: Partial<FigureContext> = {}): readonly Figure[] {
  return allFigures(
    plans.map((plan) => factsOf(caseOf(plan))),
    { ...fixtureContext, ...change },
  )
}

export const q2 = quarterPeriod({ year: 2026, quarter: 2 }, zone)

export const number = (figures: readonly Figure[], code: string, by?: Split) => findFigure(figures, code, by)?.numerator
