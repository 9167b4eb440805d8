import { sql } from 'drizzle-orm'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { Units } from '#shared/domain/access/unit-tree.ts'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import type { Tables } from '#server/log/tables.ts'
import { copiedMachines } from './machine-copies.ts'
import { deviceUsers, devices } from '#server/log/schema/device-tables.ts'

const columns = {
  device: devices.id,
  unit: devices.unit,
  program: devices.program,
  enrolledAt: devices.enrolledAt,
  lastContact: devices.lastContact,
  /** What it had yet to send when it last said hello. */
  waiting: devices.waiting,
  revokedAt: devices.revokedAt,
  users: sql<
    readonly string[]
  >`(SELECT coalesce(json_agg(${deviceUsers.user} ORDER BY ${deviceUsers.lastProven} DESC), '[]')
    FROM ${deviceUsers} WHERE ${deviceUsers.device} = ${devices.id})`,
}

/**
 * Every machine that was ever enrolled, as the administrator can tell them apart: its unit by code and name, the computer,
 * and who has signed in at it, the last one first.
 */
export async function allDevices(db: Tables, { units, users }: AccessState, now: Instant): Promise<readonly object[]> {
  const rows = await db.select(columns).from(devices).orderBy(devices.enrolledAt)
  const copied = await copiedMachines(db, now)
  return rows.map((row) => ({
    ...row,
    ...named(units, row.unit),
    /** Its folder was copied, and both are at work. */
    copied: row.revokedAt === null && copied.has(row.device),
    users: row.users.flatMap((id) => users.get(id)?.username ?? []),
  }))
}

function named(units: Units, unit: string): { readonly code: string | null; readonly name: object | null } {
  const known = units.get(unit)
  return { code: known?.code ?? null, name: known?.name ?? null }
}
