import type { UnitSet, UserSet } from './events.ts'
import { shippedGroups } from './roles.ts'
import type { ShippedGroup } from './roles.ts'
import type { Units } from './unit-tree.ts'

/** Shipped groups of whoever answers for a department; in an office nobody does (G-01). */
const departments: ReadonlySet<string> = new Set<ShippedGroup>(['liaison', 'complaint_officer', 'department_head'])

/** Whoever looks after a machine and its copies is needed wherever one stands. */
const everywhere: ReadonlySet<string> = new Set<ShippedGroup>(['administrator'])

/**
 * In: a unit's kind and a group's code. Out: whether the shipped group belongs into such a unit (G-01). A group that
 * the units made themselves belongs wherever they put it.
 */
function isGroupFitting(kind: UnitSet['kind'], code: string): boolean {
  if (!Object.hasOwn(shippedGroups, code) || everywhere.has(code)) return true
  const isDepartment = kind === 'department' || kind === 'directorate'
  return departments.has(code) === isDepartment
}

type Member = Pick<UserSet, 'unit' | 'groups'>

/**
 * In: the units, a user as he is to be and as he stood. Out: his groups that do not belong into his unit (G-01). What stood
 * before this was asked keeps no other change from being saved.
 */
export function unfitGroups(units: Units, user: Member, before?: Member): readonly string[] {
  const kind = units.get(user.unit)?.kind
  const kept = before?.unit === user.unit ? before.groups : []
  return kind === undefined ? [] : user.groups.filter((code) => !isGroupFitting(kind, code) && !kept.includes(code))
}
