import { expect, test } from 'vitest'
import type { GroupSet, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import { UnitId } from '#shared/domain/access/events.ts'
import { rightsOf } from '#shared/domain/access/rights-of.ts'
import { ownerOfStream } from '#shared/domain/access/stream-owner.ts'
import { isAbove, officesOf, unitsAbove } from '#shared/domain/access/unit-tree.ts'
import type { Units } from '#shared/domain/access/unit-tree.ts'
import { unit as unitOf, user as userOf } from '#test/support/duty-world.ts'

const unit = (id: string, kind: UnitSet['kind'], place: readonly [string | null, ...string[]]): UnitSet => {
  const [parent, ...serves] = place
  return { ...unitOf(id, kind, parent), serves: serves.map((one) => UnitId.parse(one)) }
}

const tree = (...units: readonly UnitSet[]): Units => new Map(units.map((each) => [each.id, each]))

const units = tree(
  unit('central', 'central', [null]),
  unit('office-a', 'office', ['central']),
  unit('office-b', 'office', ['central']),
  unit('roads', 'department', ['office-a', 'office-b']),
  unit('bridges', 'directorate', ['roads']),
  unit('lost', 'department', ['nobody']),
)

test('G-07 the units above stand nearest first', () => {
  expect(unitsAbove(units, 'bridges')).toEqual(['roads', 'office-a', 'central'])
  expect(isAbove(units, 'central', 'bridges')).toBe(true)
  expect(isAbove(units, 'bridges', 'central')).toBe(false)
  expect(isAbove(units, 'central', 'central')).toBe(false)
})

test('G-07 a parent that leads back, or is missing, ends the way up', () => {
  const ring = tree(unit('one', 'office', ['two']), unit('two', 'office', ['three']), unit('three', 'office', ['two']))
  expect(unitsAbove(ring, 'one')).toEqual(['two', 'three'])
  expect(unitsAbove(ring, 'two')).toEqual(['three'])
  expect(unitsAbove(tree(unit('self', 'office', ['self'])), 'self')).toEqual([])
  expect(unitsAbove(units, 'lost')).toEqual(['nobody'])
  expect(unitsAbove(units, 'unknown')).toEqual([])
})

test('F-12 a department works by its own office, then by those it serves', () => {
  expect(officesOf(units, 'bridges')).toEqual(['office-a'])
  expect(officesOf(units, 'roads')).toEqual(['office-a', 'office-b'])
  expect(officesOf(units, 'office-b')).toEqual(['office-b'])
  expect(officesOf(units, 'lost')).toEqual([])
})

const group = (code: string, rights: GroupSet['rights'], active = true): GroupSet => ({
  code,
  rights,
  active,
  name: { ar: code, en: code },
})
const user = (unitId: string, groups: readonly string[], active = true): UserSet => ({
  ...userOf('nadia', unitId, groups),
  active,
})

test('G-02 a group is the one of the nearest unit that has it; an inactive user has no right', () => {
  const groups = new Map([
    ['office-a', new Map([['liaison', group('liaison', ['answer_for_department'])]])],
    [
      'central',
      new Map([
        ['liaison', group('liaison', ['report'])],
        ['auditor', group('auditor', ['audit'])],
        ['off', group('off', ['close'], false)],
      ]),
    ],
  ])
  const access = { units, users: new Map<string, UserSet>(), groups }
  expect([...rightsOf(access, user('bridges', ['liaison']))]).toEqual(['answer_for_department'])
  expect([...rightsOf(access, user('office-b', ['liaison', 'auditor', 'off', 'none']))]).toEqual(['report', 'audit'])
  expect([...rightsOf(access, user('lost', ['auditor']))]).toEqual(['audit'])
  expect([...rightsOf(access, user('office-a', ['liaison'], false))]).toEqual([])
})

test('G-03 reference streams name their owner; old ones without a name are the home office’s', () => {
  expect(ownerOfStream('list:office-a/channels', 'office-x')).toBe('office-a')
  expect(ownerOfStream('group:central/liaison', 'office-x')).toBe('central')
  expect(ownerOfStream('list:channels', 'office-x')).toBe('office-x')
  expect(ownerOfStream('calendar:roads', 'office-x')).toBe('roads')
})
