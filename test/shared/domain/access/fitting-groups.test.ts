import { expect, test } from 'vitest'
import type { UnitSet } from '#shared/domain/access/events.ts'
import { UnitId } from '#shared/domain/access/events.ts'
import { unfitGroups } from '#shared/domain/access/fitting-groups.ts'
import { shippedGroups } from '#shared/domain/access/roles.ts'
import { unit } from '#test/support/duty-world.ts'

const units = new Map<string, UnitSet>(
  [
    unit('central', 'central', null),
    unit('north', 'office', 'central'),
    unit('roads', 'department', 'north'),
    unit('bridges', 'directorate', 'roads'),
  ].map((each) => [each.id, each]),
)

const at = (id: string, groups: readonly string[]) => ({ unit: UnitId.parse(id), groups: [...groups] })
const unfit = (id: string, groups: readonly string[]) => unfitGroups(units, at(id, groups))

test('G-01 every shipped group but the administrators’ is a department’s or an office’s, never both', () => {
  const all = Object.keys(shippedGroups)
  const ofDepartments = ['liaison', 'complaint_officer', 'department_head']
  for (const id of ['roads', 'bridges'])
    expect(unfit(id, all)).toEqual(all.filter((code) => ![...ofDepartments, 'administrator'].includes(code)))
  for (const id of ['central', 'north']) expect(unfit(id, all)).toEqual(ofDepartments)
  expect(unfit('roads', ['night_desk', 'constructor'])).toEqual([])
})

test('G-01 what stood before keeps no other change of a user from being saved; another unit asks anew', () => {
  const before = at('north', ['liaison', 'reception'])
  expect(unfitGroups(units, before, before)).toEqual([])
  expect(unfitGroups(units, at('north', ['liaison', 'department_head']), before)).toEqual(['department_head'])
  expect(unfitGroups(units, at('central', ['liaison']), before)).toEqual(['liaison'])
})
