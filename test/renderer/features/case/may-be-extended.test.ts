import { expect, test } from 'vitest'
import { mayBeExtended } from '#renderer/features/case/steps/may-be-extended.ts'

test('F-05 W6 the form points to the menu of a referral only where that menu offers a later date', () => {
  expect(mayBeExtended({ status: 'in_progress' })).toBe(true)
  for (const status of ['ref_sent', 'clarify', 'returned', 'answered', 'cancelled', 'waived'] as const)
    expect(mayBeExtended({ status }), status).toBe(false)
})
