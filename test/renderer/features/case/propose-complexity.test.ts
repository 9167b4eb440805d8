import { expect, test } from 'vitest'
import { proposeComplexity } from '#renderer/features/case/steps/propose-complexity.ts'

const drivers = { parties: null, time: null, ofService: null } as const

test('L-06 nothing is proposed while nothing speaks for a value', () => {
  expect(proposeComplexity(drivers)).toBeNull()
})

test('L-06 the service proposes until a driver is answered', () => {
  expect(proposeComplexity({ ...drivers, ofService: 'critical' })).toBe('critical')
  expect(proposeComplexity({ ...drivers, ofService: 'critical', parties: 'one' })).toBe('routine')
})

test('L-06 several parties or a long time make it complex, harm that cannot wait makes it critical', () => {
  expect(proposeComplexity({ ...drivers, parties: 'several', time: 'days' })).toBe('complex')
  expect(proposeComplexity({ ...drivers, parties: 'one', time: 'weeks' })).toBe('complex')
  expect(proposeComplexity({ ...drivers, parties: 'several', time: 'now' })).toBe('critical')
})
