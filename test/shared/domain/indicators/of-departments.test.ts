import { expect, test } from 'vitest'
import type { CaseRecord } from '#shared/domain/indicators/facts.ts'
import { ofDepartments } from '#shared/domain/indicators/of-departments.ts'

const record = (id: string, ...cycles: readonly (readonly string[])[]): CaseRecord =>
  ({
    of: { id },
    cycles: cycles.map((departments, index) => ({ number: index + 1, departments })),
    referrals: cycles.flatMap((departments, index) =>
      departments.map((department) => ({ id: `${id} ${department}`, cycle: index + 1, department })),
    ),
  }) as unknown as CaseRecord

test('K-06 figures of one department, or of a group, rest on the cycles in which one of them was asked', () => {
  const records = [record('one', ['water'], ['roads', 'water']), record('two', ['roads']), record('three', [])]
  const shown = (...departments: readonly string[]) =>
    ofDepartments(records, departments).map(({ of: { id }, cycles, referrals }) => [
      id,
      cycles.map(({ number }) => number),
      referrals.map((referral) => referral.department),
    ])
  expect(ofDepartments(records, [])).toBe(records)
  expect(shown('water')).toEqual([['one', [1, 2], ['water', 'water']]])
  expect(shown('roads')).toEqual([
    ['one', [2], ['roads']],
    ['two', [1], ['roads']],
  ])
  expect(shown('water', 'roads')).toEqual([
    ['one', [1, 2], ['water', 'roads', 'water']],
    ['two', [1], ['roads']],
  ])
  expect(shown('nobody')).toEqual([])
})
