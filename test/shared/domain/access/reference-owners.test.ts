import { describe, expect, test } from 'vitest'
import type { UnitSet } from '#shared/domain/access/events.ts'
import { UnitId } from '#shared/domain/access/events.ts'
import { ownersOfUnit, ownersOfUser } from '#shared/domain/access/reference-owners.ts'
import type { Units } from '#shared/domain/access/unit-tree.ts'
import { unit } from '#test/support/duty-world.ts'

const serving = (one: UnitSet, ...serves: readonly string[]): UnitSet => ({
  ...one,
  serves: serves.map((each) => UnitId.parse(each)),
})

const central = unit('central', 'central')
const officeA = unit('office-a', 'office', 'central')
const roads = serving(unit('roads', 'department', 'office-a'), 'office-a')
const bridges = unit('bridges', 'directorate', 'roads')
const units: Units = new Map([central, officeA, roads, bridges].map((each) => [each.id, each]))

const owners = (own: string, said: UnitSet): readonly string[] | null => ownersOfUnit(units, own, said)

describe('SYNC-APPEND-3 who may change a unit', () => {
  test('G-03 a machine says anew of its own unit what it is, but neither where it stands nor of what kind it is', () => {
    for (const each of [central, officeA, roads, bridges]) expect(owners(each.id, each)).toEqual([each.id])
    expect(owners('roads', unit('roads', 'department', 'central'))).toBe(null)
    expect(owners('roads', unit('roads', 'department'))).toBe(null)
    expect(owners('office-a', unit('office-a', 'department', 'central'))).toBe(null)
    expect(owners('central', unit('central', 'office'))).toBe(null)
  })

  test('G-07 an office that names no unit above it stays where it stands', () => {
    expect(owners('office-a', unit('office-a', 'office'))).toEqual(['office-a'])
    expect(owners('office-a', unit('office-a', 'directorate'))).toBe(null)
  })

  test('SYNC-ENROL-3 an office that goes up says what it is before anybody knows it', () => {
    expect(ownersOfUnit(new Map(), 'new', unit('new', 'office'))).toEqual(['new'])
  })

  test('G-07 below it a unit is of where it stood and where it will stand; without a unit above it, of the central unit', () => {
    expect(owners('office-a', unit('water', 'department', 'office-a'))).toEqual(['office-a'])
    expect(owners('office-a', unit('bridges', 'directorate', 'office-a'))).toEqual(['office-a', 'bridges'])
    expect(owners('office-a', unit('water', 'department'))).toEqual(['central'])
  })

  test('G-03 whom it serves already it is not asked for again', () => {
    expect(owners('office-a', serving(roads, 'office-a', 'office-b'))).toEqual(['office-a', 'roads', 'office-b'])
    expect(owners('roads', serving(roads))).toEqual(['roads'])
  })

  test('G-03 a department makes directorates alone, and nobody another central unit', () => {
    expect(owners('roads', unit('signs', 'directorate', 'roads'))).toEqual(['roads'])
    for (const kind of ['central', 'office', 'department'] as const)
      expect(owners('roads', unit('signs', kind, 'roads')), kind).toBe(null)
    for (const own of ['central', 'office-a']) expect(owners(own, unit('other', 'central', own)), own).toBe(null)
  })
})

test('SYNC-APPEND-3 G-03 a user is of the unit that he will be of, and of the one that he was of', () => {
  expect(ownersOfUser(undefined, 'roads')).toEqual(['roads'])
  expect(ownersOfUser({ unit: UnitId.parse('office-a') }, 'roads')).toEqual(['roads', 'office-a'])
})
