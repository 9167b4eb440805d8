import type { UnitId } from '#shared/domain/access/events.ts'
import { foldDigits } from '#shared/text/fold-digits.ts'
import type { Case } from './state.ts'

type Concerned = Pick<Case, 'complainedAbout' | 'office'>

/** A staff number as it is compared: typed by different hands, in either digits. */
export const staffKey = (staffId: string): string => foldDigits(staffId).trim().toLowerCase()

/**
 * Units that never see the case: those of the employees it is about (G-05). The office that owns it is none: somebody
 * must work it, so that of it the employee alone is kept out.
 */
export function excludedUnits({ complainedAbout, office }: Concerned): readonly UnitId[] {
  return [...new Set(complainedAbout.map(({ unit }) => unit))].filter((unit) => unit !== office)
}

/** In: a case, somebody's unit and staff number. Out: whether the complaint is about him, or about one of his unit. */
export function isComplainedAbout(
  state: Concerned,
  { unit, staffId }: { readonly unit: UnitId | null; readonly staffId: string | null },
): boolean {
  if (state.complainedAbout.length === 0) return false
  if (unit !== null && excludedUnits(state).includes(unit)) return true
  return staffId !== null && state.complainedAbout.some((each) => staffKey(each.staffId) === staffKey(staffId))
}
