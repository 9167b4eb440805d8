import { and, count, eq } from 'drizzle-orm'
import { alarms } from '#server/log/schema/device-tables.ts'
import type { Tables } from '#server/log/tables.ts'
import type { ServerPorts } from '#server/ports.ts'

/** What somebody must look at; said in the journal, and counted in `status` until it is settled (SYNC-PUSH-4). */
export async function raiseAlarm(
  db: Tables,
  { clock, ids, journal }: ServerPorts,
  alarm: { readonly device: string; readonly code: string; readonly detail: string },
): Promise<void> {
  journal.error('alarm', alarm)
  await db.insert(alarms).values({ id: ids.uuid(), ...alarm, raisedAt: clock.now() })
}

/** The same where it is said again at every start: counted once. */
export async function raiseAgain(
  db: Tables,
  ports: ServerPorts,
  alarm: Parameters<typeof raiseAlarm>[2],
): Promise<void> {
  const { device, code } = alarm
  const isSame = and(eq(alarms.device, device), eq(alarms.code, code), eq(alarms.settled, false))
  const known = await db.select({ id: alarms.id }).from(alarms).where(isSame).limit(1)
  if (known.length > 0) return ports.journal.error('alarm', alarm)
  await raiseAlarm(db, ports, alarm)
}

/** The log was put back to what it was before (SYNC-RECOVER-10). */
export const logPutBack = 'sync-log-put-back'

/** When each open alarm of a code was raised. */
export async function alarmsOf(db: Tables, code: string): Promise<readonly string[]> {
  const rows = await db
    .select({ at: alarms.raisedAt })
    .from(alarms)
    .where(and(eq(alarms.code, code), eq(alarms.settled, false)))
  return rows.map(({ at }) => at).toSorted()
}

export async function openAlarms(db: Tables): Promise<number> {
  const rows = await db.select({ open: count() }).from(alarms).where(eq(alarms.settled, false))
  return rows[0]?.open ?? 0
}
