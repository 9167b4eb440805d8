import type { GroupSet, UnitSet, UserSet } from './events.ts'
import type { Right } from './rights.ts'
import { officesOf, unitsAbove } from './unit-tree.ts'

/** Groups by the unit that wrote them, then by code. */
export type GroupsByOwner = ReadonlyMap<string, ReadonlyMap<string, GroupSet>>

/** Units, users and groups as rights are read from them. */
export interface AccessState {
  readonly units: ReadonlyMap<string, UnitSet>
  readonly users: ReadonlyMap<string, UserSet>
  readonly groups: GroupsByOwner
}

/**
 * A group's code means the group of the nearest unit that has one: the user's own, those above it, the offices it
 * serves, the central unit. In: the state and a user. Out: his rights; none for one who is not active. G-01, G-02.
 */
export function rightsOf(access: AccessState, user: UserSet): ReadonlySet<Right> {
  const owners = [user.unit, ...unitsAbove(access.units, user.unit), ...officesOf(access.units, user.unit), 'central']
  const groupOf = (code: string): GroupSet | undefined =>
    owners.map((owner) => access.groups.get(owner)?.get(code)).find((group) => group !== undefined)
  const groups = user.active ? user.groups.map(groupOf) : []
  return new Set(groups.flatMap((group) => (group?.active === true ? group.rights : [])))
}
