import { expect, test } from 'vitest'
import type { Goal } from '#shared/domain/lists/goals.ts'
import { goalDraft, goalsInput } from '#renderer/features/admin/goal-draft.ts'

const approval = { approvedBy: 'المدير العام', approvedAt: '2026-01-02' }
const whole = { year: 2026, quarter: null }
const goals: readonly Goal[] = [
  { ...whole, ...approval, code: 'K5a', value: 8500 },
  { ...whole, ...approval, code: 'K15.cycle1.median', value: 1260 },
  { ...whole, ...approval, code: 'K7a', value: 40 },
  { year: 2026, quarter: 2, ...approval, code: 'K5a', value: 9000 },
]

test('K-07 goals are typed in percent, working hours and cases, and kept as whole numbers of the period', () => {
  const draft = goalDraft(goals, whole)
  expect(draft.numbers).toMatchObject({ K5a: 85, 'K15.cycle1.median': 21, K7a: 40, K9: null })
  expect(goalsInput(whole, draft)).toBeNull()
  expect(goalsInput(whole, { ...draft, ...approval })?.values).toEqual([
    { code: 'K15.cycle1.median', value: 1260 },
    { code: 'K5a', value: 8500 },
    { code: 'K7a', value: 40 },
  ])
  expect(goalDraft(goals, { year: 2026, quarter: 2 }).numbers).toMatchObject({ K5a: 90, K7a: null })
})
