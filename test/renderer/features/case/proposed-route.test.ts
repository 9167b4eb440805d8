import { expect, test } from 'vitest'
import { proposedRoute } from '#renderer/features/case/steps/proposed-route.ts'
import { reopenCauses } from '#shared/domain/case/codes.ts'

test('Z-07 a mistake of the staff comes back by the team; every other cause may come by any way, and what was chosen stands', () => {
  expect(reopenCauses.map((cause) => proposedRoute(cause, null))).toEqual([null, null, null, null, 'team'])
  expect(proposedRoute('staff_error', 'client')).toBe('client')
  expect(proposedRoute(null, null)).toBeNull()
})
