import { openAlarms } from '#server/devices/alarms.ts'
import { unitStatus } from '#server/devices/unit-status.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { AdminHost } from './admin-host.ts'

/** Offices and departments with last contact, what waits on their machines and what is held (S10). */
export async function status({ server, access }: AdminHost): Promise<Result<object>> {
  const { identity, log } = server
  const units = await unitStatus(server, { units: (await access()).units, asker: 'central' })
  const alarms = await openAlarms(server.db)
  return ok({ server: identity.id, logEpoch: identity.logEpoch, store: log.kind, alarms, offices: units })
}
