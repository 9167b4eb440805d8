import { audienceName, audienceOfUnit, sideOf } from './audience.ts'
import type { Audience } from './audience.ts'
import { unitsAbove } from './unit-tree.ts'
import type { Units } from './unit-tree.ts'

/* Which audiences hold the streams of a unit, by the one tree. */

/**
 * In: units, the office that owns something. Out: itself, every unit above it and the central unit; never a department
 * (G-07, N-05). For cases, people.
 */
export function insideMembers(units: Units, office: string): readonly Audience[] {
  return distinct([audienceOfUnit(units, office), ...above(units, office)].filter((each) => sideOf(each) === 'inside'))
}

/** In: units that may hold nothing, members. Out: the others (G-05). */
export const membersBut = (excluded: readonly string[], members: readonly Audience[]): readonly Audience[] =>
  members.filter((member) => !('unit' in member && excluded.includes(member.unit)))

/** In: units, the unit of a machine. Out: who holds that machine's audit: the unit, those above it, the central unit. */
export function auditMembers(units: Units, unit: string): readonly Audience[] {
  return distinct([audienceOfUnit(units, unit), ...above(units, unit)])
}

/**
 * In: units, the owner of reference data. Out: the owner, units above and below it, the central unit, departments that
 * serve it and the offices that it serves; what the central unit owns goes to all (G-03, F-12).
 */
export function referenceMembers(units: Units, owner: string): readonly Audience[] {
  const isOffice = units.get(owner)?.kind === 'office'
  const isServed = (unit: string): boolean =>
    (units.get(unit)?.serves.includes(owner as never) ?? false) || (isOffice && servesAll(units, unit))
  const isBelow = (unit: string): boolean => unitsAbove(units, unit).includes(owner)
  const isAll = audienceOfUnit(units, owner).kind === 'central'
  const others = [...units.keys()].filter((unit) => isAll || isServed(unit) || isBelow(unit))
  const offices = [...units.values()].filter(({ kind }) => kind === 'office').map(({ id }) => id)
  const served = servesAll(units, owner) ? offices : (units.get(owner)?.serves ?? [])
  return distinct([...auditMembers(units, owner), ...[...others, ...served].map((unit) => audienceOfUnit(units, unit))])
}

/** A department right under the central unit that names no office serves every one (F-12). */
function servesAll(units: Units, id: string): boolean {
  const unit = units.get(id)
  if (unit === undefined || unit.kind !== 'department' || unit.serves.length > 0) return false
  return unit.parent !== null && units.get(unit.parent)?.kind === 'central'
}

const above = (units: Units, unit: string): readonly Audience[] => [
  ...unitsAbove(units, unit).map((each) => audienceOfUnit(units, each)),
  { kind: 'central' },
]

const distinct = (audiences: readonly Audience[]): readonly Audience[] => [
  ...new Map(audiences.map((audience) => [audienceName(audience), audience])).values(),
]
