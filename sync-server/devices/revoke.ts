import { and, eq, isNull } from 'drizzle-orm'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Tables } from '#server/log/tables.ts'
import { devices } from '#server/log/schema/device-tables.ts'

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
