import { eq } from 'drizzle-orm'
import { assert } from '#shared/lib/assert.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { Tables } from '#server/log/tables.ts'
import { devices } from '#server/log/schema/device-tables.ts'

/** That a device said hello, and how many commits it had yet to send then. */
export async function recordContact(
  db: Tables,
  { device, now, waiting }: { readonly device: string; readonly now: Instant; readonly waiting: number },
): Promise<void> {
  const rows = await db
    .update(devices)
    .set({ lastContact: now, waiting, ...(waiting === 0 ? { caughtUpAt: now } : {}) })
    .where(eq(devices.id, device))
    .returning({ id: devices.id })
  assert(rows.length === 1, 'the device that called is enrolled')
}
