import { and, eq, isNull } from 'drizzle-orm'
import type { Instant } from '#shared/domain/clock/instant.ts'
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

/** Ends a device at once: no page and no answer any more; what it pushed before stays (SYNC-ENROL-2). */
export async function revokeDevice(
  db: Tables,
  { device, now }: { readonly device: string; readonly now: Instant },
): Promise<Result<null>> {
  const revoked = await db
    .update(devices)
    .set({ revokedAt: now })
    .where(and(eq(devices.id, device), isNull(devices.revokedAt)))
    .returning({ id: devices.id })
  return revoked.length === 1 ? ok(null) : refuse('server-device-unknown', { device })
}
