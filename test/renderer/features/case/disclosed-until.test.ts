import { expect, test } from 'vitest'
import { disclosedUntil } from '#renderer/features/case/body/disclosed-until.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import { assert } from '#shared/lib/assert.ts'
import { classified, referTo } from '#test/support/case-steps.ts'

test('B-17 of several disclosures to a department the longest counts; another department’s and an ended one do not', () => {
  const world = classified()
  referTo(world)
  assert(world.state.kind === 'case', 'the world has registered its case')
  const { state } = world
  const [referral] = currentCycle(state).referrals
  assert(referral !== undefined, 'it was referred')
  const until = (...given: readonly (readonly [department: string, end: string | null])[]) => {
    const referrals = given.map(([department, end]) => ({
      ...referral,
      department,
      disclosedUntil: end as Instant | null,
    }))
    return disclosedUntil({ ...state, cycles: [{ ...currentCycle(state), referrals }] } as never, 'own')
  }
  const [early, late] = ['2026-01-05T07:00:00.000Z', '2026-01-06T07:00:00.000Z'] as const
  expect(until(['own', late], ['own', early], ['own', null])).toBe(late)
  expect(until(['own', early], ['other', late])).toBe(early)
  expect([until(['own', null]), until()]).toEqual([null, null])
})
