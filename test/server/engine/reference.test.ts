import { expect, test } from 'vitest'
import { accessAt, noReference, withReferenceEvents } from '#server/engine/reference.ts'
import type { ReferenceEvent } from '#server/engine/reference.ts'

const userSet = (id: string, active: boolean): ReferenceEvent => ({
  id,
  stream: 'user:huda',
  type: 'user.set',
  body: { id: 'huda', active },
  home: 'office',
  takenAt: '2026-01-05T07:00:00.000Z',
})

test('S14 SYNC-APPEND-4 what an undone transaction asked of its policy is no past of the one that stands', () => {
  const before = withReferenceEvents(noReference, [userSet('1', true)], 1)
  const undone = withReferenceEvents(before, [userSet('2', false), userSet('3', true)], 3)
  expect(accessAt(undone, 2).users.get('huda')).toMatchObject({ active: false })
  const stands = withReferenceEvents(before, [userSet('4', true), userSet('5', true)], 3)
  expect(accessAt(stands, 2).users.get('huda')).toMatchObject({ active: true })
  expect(noReference.past.size).toBe(0)
})
