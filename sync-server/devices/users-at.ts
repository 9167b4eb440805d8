import type { UserSet } from '#shared/domain/access/events.ts'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import { unitsAbove } from '#shared/domain/access/unit-tree.ts'

const nameKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/**
 * The active user of this name at a device's unit, or at one below it (SYNC-APPEND-3); its own unit's first, since two
 * offices may each have an `admin`.
 */
export const userAt = (access: AccessState, unit: string, username: string): UserSet | null =>
  namedAt(access, unit, (user) => user.active && nameKey(user.username) === nameKey(username))

/** One who was made inactive: he is told so, once his password is proven, and nobody else is (S14). */
export const formerUserAt = (access: AccessState, unit: string, username: string): UserSet | null =>
  namedAt(access, unit, (user) => !user.active && nameKey(user.username) === nameKey(username))

function namedAt({ units, users }: AccessState, unit: string, isMeant: (user: UserSet) => boolean): UserSet | null {
  const named = [...users.values()].filter(isMeant)
  const own = named.find((user) => user.unit === unit)
  return own ?? named.find((user) => unitsAbove(units, user.unit).includes(unit)) ?? null
}

/** Whether a user belongs to a unit or to one below it. */
export const isOfUnit = ({ units }: AccessState, user: UserSet, unit: string): boolean =>
  user.unit === unit || unitsAbove(units, user.unit).includes(unit)
