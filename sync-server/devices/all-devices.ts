import type { Tables } from '#server/log/tables.ts'
import { devices } from '#server/log/schema/device-tables.ts'

/** Every machine that was ever enrolled, for the administrator. */
export const allDevices = (db: Tables): Promise<readonly object[]> =>
  db
    .select({
      device: devices.id,
      unit: devices.unit,
      program: devices.program,
      enrolledAt: devices.enrolledAt,
      lastContact: devices.lastContact,
      waiting: devices.waiting,
      revokedAt: devices.revokedAt,
    })
    .from(devices)
    .orderBy(devices.enrolledAt)
