import { and, eq } from 'drizzle-orm'
import { deviceEpochs } from '#server/log/schema/device-tables.ts'
import type { Tables } from '#server/log/tables.ts'
import type { DeviceEpoch, ServerPorts } from '#server/ports.ts'
import { serverDevice, serverDeviceId } from './own-push.ts'

/** The epoch of any machine that was ever enrolled, revoked or not, and the server's own: what its chain begins with. */
export async function findEpoch(
  db: Tables,
  ports: ServerPorts,
  { device, epoch }: { readonly device: string; readonly epoch: number },
): Promise<DeviceEpoch | null> {
  if (device === serverDeviceId) return serverDevice(ports).epochs.find((each) => each.epoch === epoch) ?? null
  const [found] = await db
    .select({ publicKey: deviceEpochs.publicKey, follows: deviceEpochs.follows })
    .from(deviceEpochs)
    .where(and(eq(deviceEpochs.device, device), eq(deviceEpochs.epoch, epoch)))
  if (found === undefined) return null
  return { epoch, publicKey: Buffer.from(found.publicKey, 'hex'), follows: Buffer.from(found.follows, 'hex') }
}
