import { expect, test } from 'vitest'
import { CaseFilter } from '#shared/contract/desktop/cases.ts'
import { activeConditions, conditionNames, withCondition, withoutCondition } from '#renderer/parts/case-filter.ts'

test('UI-6 conditions are set, named in the order of the panel, and taken away one by one', () => {
  const both = withCondition(withCondition({}, 'receivedFrom', '2026-01-01'), 'status', ['referred', 'triage'])
  expect(CaseFilter.parse(both)).toEqual({ receivedFrom: '2026-01-01', status: ['referred', 'triage'] })
  expect(activeConditions(both)).toEqual(['status', 'receivedFrom'])
  expect(withoutCondition(both, 'status')).toEqual({ receivedFrom: '2026-01-01' })
})

test('UI-6 L-13 words and “late only” are conditions like the others, gone when they say nothing', () => {
  const both = withCondition(withCondition({}, 'late', true), 'text', 'رخصة')
  expect(CaseFilter.parse(both)).toEqual({ late: true, text: 'رخصة' })
  expect(activeConditions(both)).toEqual(['text', 'late'])
  expect(withCondition(withCondition(both, 'late', false), 'text', '')).toEqual({})
})

test('UI-6 an empty choice is no condition, and the cases of a figure are not one that can be taken away', () => {
  expect(withCondition({ status: ['triage'] }, 'status', [])).toEqual({})
  expect(activeConditions({ ids: ['a'] })).toEqual([])
  expect(Object.keys(conditionNames)).not.toContain('ids')
})
