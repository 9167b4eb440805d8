import type { MovedCase } from '#shared/contract/desktop/cases.ts'
import type { Label } from '#shared/domain/access/events.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { Period } from '#shared/domain/indicators/period.ts'
import { countMoved, findMoved, listMoved } from '#core/store/moved-cases.ts'
import type { MovedRow } from '#core/store/moved-cases.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'

/* Where the cases are that this unit lost by a move: number, dates and unit, for everyone who works here (G-07). */

const shown = ({ reference, registeredAt, movedAt, unit, name }: MovedRow): MovedCase => ({
  reference,
  registeredAt: registeredAt as Instant,
  movedAt: movedAt as Instant,
  unit: { id: unit, name: JSON.parse(name) as Label },
})

export function movedAway(
  office: Office,
  caller: Caller,
  { page }: { readonly page: { readonly offset: number; readonly limit: number } },
): { readonly total: number; readonly lines: readonly MovedCase[] } {
  if (isDepartmentOnly(office, caller)) return { total: 0, lines: [] }
  const { db } = office.store
  return { total: countMoved(db), lines: listMoved(db, page).map(shown) }
}

/** In: a period. Out: how many cases that this office registered in it are with other units now, whatever their type (SYNC-FEED-11). */
export function countMovedOf({ store: { db }, reference }: Office, { from, to }: Period): number {
  const here = `${reference.settings.code}-`
  const rows = listMoved(db, { offset: 0, limit: countMoved(db) })
  return rows.filter((row) => row.reference.startsWith(here) && row.registeredAt >= from && row.registeredAt < to)
    .length
}

/** In: reference numbers, or what they begin with. Out: the first that was moved away. */
export function movedByNumber(office: Office, caller: Caller, numbers: readonly string[]): MovedCase | null {
  if (isDepartmentOnly(office, caller)) return null
  const found = numbers.flatMap((number) => findMoved(office.store.db, number) ?? [])
  return found[0] === undefined ? null : shown(found[0])
}
