import { isNull } from 'drizzle-orm'
import type { UnitSet } from '#shared/domain/access/events.ts'
import { unitsAbove } from '#shared/domain/access/unit-tree.ts'
import type { Units } from '#shared/domain/access/unit-tree.ts'
import type { Tables } from '#server/log/tables.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import { devices } from '#server/log/schema/device-tables.ts'

export interface UnitStatus {
  readonly unit: string
  readonly code: string
  readonly name: UnitSet['name']
  readonly devices: number
  readonly lastContact: string | null
  /** Commits its machines had yet to send when they last said hello. */
  readonly waiting: number
  /** The oldest of those words: what was sent since is not in it; null where nothing waits. */
  readonly waitingAsOf: string | null
  readonly held: number
}

/** Every unit that a unit may see, with its machines and what is held of them (N-05). */
export async function unitStatus(
  { log, db }: { readonly log: ServerLog; readonly db: Tables },
  { units, asker }: { readonly units: Units; readonly asker: string },
): Promise<readonly UnitStatus[]> {
  const byUnit = await machines(db)
  const held = await heldByDevice(log)
  const isSeen = (unit: UnitSet): boolean =>
    asker === 'central' || unit.id === asker || unitsAbove(units, unit.id).includes(asker)
  return [...units.values()].filter(isSeen).map(({ id, code, name }) => {
    const own = byUnit.get(id) ?? []
    return {
      unit: id,
      code,
      name,
      devices: own.length,
      lastContact: timesOf(own).at(-1) ?? null,
      waiting: own.reduce((sum, device) => sum + device.waiting, 0),
      waitingAsOf: timesOf(own.filter(({ waiting }) => waiting > 0)).at(0) ?? null,
      held: own.reduce((sum, device) => sum + (held.get(device.id) ?? 0), 0),
    }
  })
}

interface Machine {
  readonly id: string
  readonly unit: string
  readonly lastContact: string | null
  readonly waiting: number
}

async function machines(db: Tables): Promise<ReadonlyMap<string, readonly Machine[]>> {
  const rows = await db
    .select({ id: devices.id, unit: devices.unit, lastContact: devices.lastContact, waiting: devices.waiting })
    .from(devices)
    .where(isNull(devices.revokedAt))
  return Map.groupBy(rows, ({ unit }) => unit)
}

async function heldByDevice(log: ServerLog): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const { device } of await log.read((reader) => reader.readHeld(null)))
    counts.set(device, (counts.get(device) ?? 0) + 1)
  return counts
}

/** When they last said hello, the earliest first. */
const timesOf = (machines: readonly Machine[]): readonly string[] =>
  machines.flatMap(({ lastContact }) => lastContact ?? []).toSorted()
