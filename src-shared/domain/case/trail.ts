import { audienceName } from '#shared/domain/access/audience.ts'
import type { Audience } from '#shared/domain/access/audience.ts'
import type { Label, UnitId } from '#shared/domain/access/events.ts'
import { insideMembers } from '#shared/domain/access/members.ts'
import type { Units } from '#shared/domain/access/unit-tree.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { caseMembers, caseReach } from './audience.ts'
import type { Case } from './state.ts'

/*
 * What a unit keeps of a case that it lost by a move: how whoever holds its receipt is told where it is now, and nothing
 * else of it (G-07).
 */

export interface Trail {
  readonly reference: string
  readonly registeredAt: Instant
  /** When it came to where it is now. */
  readonly movedAt: Instant
  readonly unit: UnitId
  /** An office knows no other office: the name comes along. */
  readonly name: Label
}

/** In: a case, the tree. Out: its trail; null where it was never moved. */
export function trailOf({ reference, registeredAt, office, moves }: Case, units: Units): Trail | null {
  const last = moves.at(-1)
  if (last === undefined) return null
  const name = units.get(office)?.name ?? { ar: office, en: office }
  return { reference, registeredAt, movedAt: last.at, unit: office, name }
}

/**
 * In: a case, the tree. Out: who lost it by a move and is told where it went: the units that it was moved from and those
 * above them, as far as they do not hold it now. Of a strictly confidential case nobody is told, nor a unit that it
 * is about (G-05).
 */
export function trailFor(state: Case, units: Units): readonly Audience[] {
  if (state.confidentiality === 'strict' || state.moves.length === 0) return []
  const reach = caseReach(state)
  const members = new Set(caseMembers(reach, units).map(audienceName))
  const losers = state.moves.flatMap(({ from }) => insideMembers(units, from))
  return losers.filter(
    (loser) => !members.has(audienceName(loser)) && !('unit' in loser && reach.excluded.includes(loser.unit)),
  )
}
