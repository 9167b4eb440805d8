/**
 * Rules, lists, groups, users and units are changed where the server takes it: at a machine of their unit or of one above it
 * (SYNC-APPEND-3). What it would refuse later, with everything that was done in trust of it, is refused at once.
 */
import type { UnitSet } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import { isOver } from '#shared/domain/access/unit-tree.ts'
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
  ['department', 'directorate'].includes(units.get(enrolledUnit ?? '')?.kind ?? '')

/** Whether this machine's unit may be so, or a unit below it: nobody moves himself, and nobody makes another central unit. */
export function isOwnTree(data: Here, unit: UnitSet): boolean {
  const { enrolledUnit, units } = data
  if (enrolledUnit === null) return true
  const before = units.get(unit.id)
  const served = unit.serves.filter((each) => before?.serves.includes(each) !== true)
  if (!served.every((each) => isOwnUnit(data, each))) return false
  // As the server reads it: an office that names no unit above it stays where it stands.
  if (unit.id === enrolledUnit)
    return (
      before?.kind === unit.kind && (before.parent === unit.parent || (unit.parent === null && unit.kind === 'office'))
    )
  const isBeyond = isOfDepartment(data) ? unit.kind !== 'directorate' : unit.kind === 'central'
  return !isBeyond && isOwnUnit(data, unit.parent) && (before === undefined || isOwnUnit(data, unit.id))
}
