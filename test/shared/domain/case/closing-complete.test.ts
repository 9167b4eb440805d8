import { expect, test } from 'vitest'
import { isClosingComplete } from '#shared/domain/case/reading.ts'

test.each([
  [null, null, false],
  ['upheld', null, false],
  ['partly', null, false],
  ['partly', 'delay', true],
  ['not_upheld', null, true],
  ['not_established', null, true],
] as const)('Z-09 Z-10 a closing as %s with the root cause %s: complete %s', (outcome, rootCause, isComplete) => {
  expect(isClosingComplete({ outcome, rootCause: rootCause as never })).toBe(isComplete)
})
