import { expect, test } from 'vitest'
import { officeCodes } from '#shared/domain/indicators/office-figures.ts'
import { figureNames } from '#core/reports/figure-names.ts'

test('K-09 P6 lines of the movement are named without the code of the rule they add up by, every other figure by its own', () => {
  const names = figureNames('en')
  expect(officeCodes.map(names).slice(0, 3)).toEqual(['Received', 'Cycles closed', names('K7a')])
  expect(names('K7a')).toMatch(/^K7a /)
})
