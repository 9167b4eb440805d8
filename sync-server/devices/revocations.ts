import { count, isNotNull } from 'drizzle-orm'
import type { Tables } from '#server/log/tables.ts'
import { devices } from '#server/log/schema/device-tables.ts'

/** How many devices are revoked: cheap to ask before every page of the live channel. */
export async function countRevocations(db: Tables): Promise<number> {
  const rows = await db.select({ revoked: count() }).from(devices).where(isNotNull(devices.revokedAt))
  return rows[0]?.revoked ?? 0
}
