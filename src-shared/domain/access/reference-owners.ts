import type { UnitSet, UserSet } from './events.ts'
import { isDepartmental } from './unit-tree.ts'
import type { Units } from './unit-tree.ts'

/** The unit above all others: what nobody below it may say is for it alone. */
const topmost = 'central'

/**
 * Who may change a unit. In: the units as they stand, the unit of the machine that says so, and the unit as it is to be.
 * Out: the units that must all be the machine's own or below it: where the unit stood, where it will stand, and whom it
 * newly serves; null where no machine of that unit may say so: it neither moves its own unit nor makes it of another kind,
 * nobody makes another central unit, and a department has directorates alone below it. An office that stood alone names no
 * unit above it, and stays where it stands. SYNC-APPEND-3, G-03, G-07.
 */
export function ownersOfUnit(
  units: Units,
  own: string,
  { id, kind, parent, serves }: Pick<UnitSet, 'id' | 'kind' | 'parent' | 'serves'>,
): readonly string[] | null {
  const before = units.get(id)
  const newlyServed = serves.filter((each) => before?.serves.includes(each) !== true)
  if (id === own) return before === undefined || isInPlace(before, { kind, parent }) ? [own, ...newlyServed] : null
  const isBeyond = isDepartmental(units, own) ? kind !== 'directorate' : kind === 'central'
  return isBeyond ? null : [parent ?? topmost, ...(before === undefined ? [] : [id]), ...newlyServed]
}

const isInPlace = (before: UnitSet, { kind, parent }: Pick<UnitSet, 'kind' | 'parent'>): boolean =>
  before.kind === kind && (before.parent === parent || (parent === null && kind === 'office'))

/**
 * Who may change a user. In: how he stands, if he does, and the unit that he is to be of. Out: the units that must all be the
 * machine's own or below it. SYNC-APPEND-3.
 */
export const ownersOfUser = (before: Pick<UserSet, 'unit'> | undefined, unit: string): readonly string[] =>
  before === undefined ? [unit] : [unit, before.unit]
