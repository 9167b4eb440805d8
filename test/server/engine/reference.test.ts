import { expect, test } from 'vitest'
import { judgedAccess } from '#server/engine/policy.ts'
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

test('S11 E-02 the leave of a user whom an older program saves goes on; only who knows of leaves ends it', () => {
  const saved = (id: string, change: object): ReferenceEvent => {
    const event = userSet(id, true)
    return { ...event, body: { ...event.body, ...change } }
  }
  const leave = { from: '2026-01-05', until: '2026-01-09', deputy: null }
  const leaveAfter = (...events: readonly ReferenceEvent[]) =>
    withReferenceEvents(noReference, events, events.length).now.users.get('huda')?.leave
  const away = saved('1', { leave })
  expect(leaveAfter(away, saved('2', { language: 'en' }), saved('3', {}))).toEqual(leave)
  expect(leaveAfter(away, saved('2', { leave: null }), saved('3', {}))).toBeNull()
})

test('S14 SYNC-APPEND-4 a policy that was replaced more than 30 days ago judges nobody’s work any more', () => {
  const stopped = { ...userSet('2', false), takenAt: '2026-01-10T07:00:00.000Z' }
  const reference = withReferenceEvents(noReference, [userSet('1', true), stopped], 2)
  const isActive = (now: string): boolean | undefined => {
    const judging = { device: null as never, now: now as never, confirmed: '' }
    return judgedAccess(reference, judging, { rights: '1', actor: 'huda' }).users.get('huda')?.active
  }
  expect(isActive('2026-02-09T06:59:00.000Z')).toBe(true)
  expect(isActive('2026-02-09T07:01:00.000Z')).toBe(false)
})
