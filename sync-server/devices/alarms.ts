import { and, asc, count, eq, lte } from 'drizzle-orm'
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

/** The same where it is said again, word for word, at every start or push: counted once. */
export async function raiseAgain(
  db: Tables,
  ports: ServerPorts,
  alarm: Parameters<typeof raiseAlarm>[2],
): Promise<void> {
  const { device, code, detail } = alarm
  const isSame = and(
    eq(alarms.device, device),
    eq(alarms.code, code),
    eq(alarms.detail, detail),
    eq(alarms.settled, false),
  )
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

export interface OpenAlarm {
  readonly id: string
  readonly device: string
  readonly code: string
  readonly detail: string
  readonly raisedAt: string
}

/** What nobody has looked at yet, oldest first. */
export function readAlarms(db: Tables): Promise<readonly OpenAlarm[]> {
  const { id, device, code, detail, raisedAt } = alarms
  return db
    .select({ id, device, code, detail, raisedAt })
    .from(alarms)
    .where(eq(alarms.settled, false))
    .orderBy(asc(raisedAt), asc(id))
}

/** It was seen, and with it what was raised of the same before. Out: false where there is no such alarm. */
export async function settleAlarm(db: Tables, id: string): Promise<boolean> {
  const { device, code, raisedAt } = alarms
  const [seen] = await db.select({ device, code, raisedAt }).from(alarms).where(eq(alarms.id, id))
  if (seen === undefined) return false
  const isSame = and(eq(device, seen.device), eq(code, seen.code), lte(raisedAt, seen.raisedAt))
  await db.update(alarms).set({ settled: true }).where(isSame)
  return true
}
