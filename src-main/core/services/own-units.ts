/**
 * Rules, lists, groups, users and units are changed where the server takes it: at a machine of their unit or of one above it
 * (SYNC-APPEND-3). What it would refuse later, with everything that was done in trust of it, is refused at once.
 */
import type { UnitSet } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import { ownersOfUnit } from '#shared/domain/access/reference-owners.ts'
import { isDepartmental, isOver } from '#shared/domain/access/unit-tree.ts'
import { refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { needs } from './caller.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import type { ReferenceData } from './reference-data.ts'

type Here = Pick<ReferenceData, 'enrolledUnit' | 'units'>

/** Of a folder that stands alone every unit is its own. */
export const isOwnUnit = ({ enrolledUnit, units }: Here, unit: string | null): boolean =>
  enrolledUnit === null || unit === enrolledUnit || (unit !== null && isOver(units, enrolledUnit, unit))

/** In: whose rule, list or group it is; without one, those of the office by whose rules this machine works. */
export function mayChange(
  { reference }: Pick<Office, 'reference'>,
  { caller, right, unit = reference.settings.office }: { caller: Caller; right: Right; unit?: string | undefined },
): Result<null> {
  const allowed = needs(caller, right)
  return allowed.ok && !isOwnUnit(reference, unit) ? refuse('sync-not-your-unit') : allowed
}

/** Whether this machine is a department's: what is the office's own is decided elsewhere. */
export const isOfDepartment = ({ enrolledUnit, units }: Here): boolean =>
  enrolledUnit !== null && isDepartmental(units, enrolledUnit)

/** Whether this machine's unit may be so, or a unit below it. */
export function isOwnTree(data: Here, unit: UnitSet): boolean {
  const { enrolledUnit, units } = data
  if (enrolledUnit === null) return true
  const owners = ownersOfUnit(units, enrolledUnit, unit)
  return owners !== null && owners.every((owner) => isOwnUnit(data, owner))
}
