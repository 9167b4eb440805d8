import type { UnitSet } from '#shared/domain/access/events.ts'
import { foldText } from '#shared/text/fold-text.ts'

export interface UnitLine {
  readonly unit: UnitSet
  readonly depth: number
}

const kindOrder = { central: 0, office: 1, department: 2, directorate: 3 } as const

/** In: units, how two names compare. Out: the tree in reading order, each with its depth; one whose parent is unknown stands on top. */
export function unitLines(units: readonly UnitSet[], byName: (a: UnitSet, b: UnitSet) => number): readonly UnitLine[] {
  const ids = new Set(units.map((unit) => unit.id))
  const ordered = units.toSorted((a, b) => kindOrder[a.kind] - kindOrder[b.kind] || byName(a, b))
  const seen = new Set<string>()
  const below = (parent: string | null, depth: number): readonly UnitLine[] =>
    ordered
      .filter((unit) => (parent === null ? unit.parent === null || !ids.has(unit.parent) : unit.parent === parent))
      .flatMap((unit) => {
        if (seen.has(unit.id)) return []
        seen.add(unit.id)
        return [{ unit, depth }, ...below(unit.id, depth + 1)]
      })
  const rooted = below(null, 0)
  // Units whose parents form a ring hang from no root; they must not vanish from the editor that could free them.
  return [...rooted, ...ordered.filter((unit) => !seen.has(unit.id)).map((unit) => ({ unit, depth: 0 }))]
}

/** Out: the unit and everything below it, which it cannot be put under. */
export function unitsBelow(units: readonly UnitSet[], id: string): ReadonlySet<string> {
  const found = new Set([id])
  let grew = true
  while (grew) {
    const more = units.filter((unit) => unit.parent !== null && found.has(unit.parent) && !found.has(unit.id))
    for (const unit of more) found.add(unit.id)
    grew = more.length > 0
  }
  return found
}

/** Out: another active unit of the same name, in either language and however it is spelt; null where there is none. */
export function namesakeOf(
  units: readonly UnitSet[],
  { id, name }: { readonly id: string | null; readonly name: UnitSet['name'] },
): UnitSet | null {
  const isSame = (left: string, right: string): boolean => left.trim() !== '' && foldText(left) === foldText(right)
  const isNamesake = (unit: UnitSet): boolean =>
    unit.active && unit.id !== id && (isSame(name.ar, unit.name.ar) || isSame(name.en, unit.name.en))
  return units.find(isNamesake) ?? null
}
