import { GroupSet, UnitSet, UserSet } from '#shared/domain/access/events.ts'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import { ownerOfStream } from '#shared/domain/access/stream-owner.ts'
import { unitsAbove } from '#shared/domain/access/unit-tree.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { ServerLog } from '#server/log/server-log.ts'

/** Units, users and groups as they stand in the log now. */
export async function readAccess(log: ServerLog): Promise<AccessState> {
  const events = await log.read((reader) => reader.readEventsOfKinds(['unit:', 'user:', 'group:']))
  const units = new Map<string, UnitSet>()
  const users = new Map<string, UserSet>()
  const groups = new Map<string, Map<string, GroupSet>>()
  for (const { stream, facts } of events) {
    const value = parseCanonical(facts)
    if (stream.startsWith('unit:')) keep(units, UnitSet.safeParse(value).data)
    else if (stream.startsWith('user:')) keep(users, UserSet.safeParse(value).data)
    else keepGroup(groups, ownerOfStream(stream, 'central'), GroupSet.safeParse(value).data)
  }
  return { units, users, groups }
}

function keep<T extends { readonly id: string }>(into: Map<string, T>, value: T | undefined): void {
  if (value !== undefined) into.set(value.id, value)
}

function keepGroup(groups: Map<string, Map<string, GroupSet>>, owner: string, group: GroupSet | undefined): void {
  if (group === undefined) return
  const own = groups.get(owner) ?? new Map<string, GroupSet>()
  groups.set(owner, own.set(group.code, group))
}

const nameKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/**
 * The active user of this name at a device's unit, or at one below it (SYNC-APPEND-3); its own unit's first, since two
 * offices may each have an `admin`.
 */
export function userAt({ units, users }: AccessState, unit: string, username: string): UserSet | null {
  const named = [...users.values()].filter((user) => user.active && nameKey(user.username) === nameKey(username))
  const own = named.find((user) => user.unit === unit)
  return own ?? named.find((user) => unitsAbove(units, user.unit).includes(unit)) ?? null
}

/** Whether a user belongs to a unit or to one below it. */
export const isOfUnit = ({ units }: AccessState, user: UserSet, unit: string): boolean =>
  user.unit === unit || unitsAbove(units, user.unit).includes(unit)
