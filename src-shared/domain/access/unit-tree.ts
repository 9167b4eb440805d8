import type { UnitSet } from './events.ts'

/*
 * The one tree of units, read. Total: a parent that is missing, or that leads back, ends the way up; nothing here
 * trusts that the tree was checked where it was written, since events of several offices meet on a server.
 */
export type Units = ReadonlyMap<string, UnitSet>

/** In: units and one of them. Out: the units above it, nearest first. */
export function unitsAbove(units: Units, id: string): readonly string[] {
  const above: string[] = []
  let parent = units.get(id)?.parent ?? null
  while (parent !== null && parent !== id && !above.includes(parent)) {
    above.push(parent)
    parent = units.get(parent)?.parent ?? null
  }
  return above
}

/** Whether `upper` stands above `lower`; no unit stands above itself. G-07. */
export const isAbove = (units: Units, upper: string, lower: string): boolean => unitsAbove(units, lower).includes(upper)

/** Whether `upper` stands over `lower`: above it, or the central unit, which is over all others (G-07). */
export const isOver = (units: Units, upper: string, lower: string): boolean =>
  upper !== lower && (units.get(upper)?.kind === 'central' || isAbove(units, upper, lower))

/**
 * In: units and one of them. Out: the offices whose rules it works by: itself when it is an office or the central unit,
 * else the nearest office above it, then those it serves (a department may serve several).
 */
export function officesOf(units: Units, id: string): readonly string[] {
  const isOffice = (unit: string): boolean => ['office', 'central'].includes(units.get(unit)?.kind ?? '')
  const nearest = [id, ...unitsAbove(units, id)].find(isOffice)
  return [...new Set([...(nearest === undefined ? [] : [nearest]), ...(units.get(id)?.serves ?? [])])]
}

/** Whether a unit is a department or a directorate: it answers for itself, and what is the office's own is decided elsewhere. */
export const isDepartmental = (units: Units, id: string): boolean =>
  ['department', 'directorate'].includes(units.get(id)?.kind ?? '')
