import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import type { Tables } from '#server/log/tables.ts'
import { devices } from '#server/log/schema/device-tables.ts'

/** Refused while a device has work that would be lost to the others with it: what it had yet to send when it last said so, what is held of it. */
export async function mayRevoke(
  { log, db }: { readonly log: ServerLog; readonly db: Tables },
  device: string,
): Promise<Result<null>> {
  const [said] = await db
    .select({ waiting: devices.waiting, since: devices.lastContact })
    .from(devices)
    .where(and(eq(devices.id, device), isNull(devices.revokedAt)))
  // Unknown, or revoked before: said by who revokes.
  if (said === undefined) return ok(null)
  const waiting = said.waiting ?? 0
  const held = (await log.read((reader) => reader.readHeld(device))).length
  if (waiting === 0 && held === 0) return ok(null)
  return refuse('server-device-waiting', { waiting, held, since: said.since ?? '-' })
}

/**
 * Ends a device at once: no page and no answer any more; what it pushed before stays (SYNC-ENROL-2). Out: when it ended,
 * also where that was before.
 */
export async function revokeDevice(
  db: Tables,
  { device, now }: { readonly device: string; readonly now: Instant },
): Promise<Result<{ readonly revokedAt: string }>> {
  const [ended] = await db
    .update(devices)
    .set({ revokedAt: sql`coalesce(${devices.revokedAt}, ${now})` })
    .where(eq(devices.id, device))
    .returning({ revokedAt: devices.revokedAt })
  return ended === undefined
    ? refuse('server-device-unknown', { device })
    : ok({ revokedAt: must(ended.revokedAt, 'it was set') })
}
