import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { epochLink } from '#shared/sync/link.ts'
import type { Tables } from '#server/log/tables.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import type { EnrolPorts } from './enrol.ts'
import { deviceEpochs } from '#server/log/schema/device-tables.ts'

export interface NewEpoch {
  readonly epoch: number
  /** Raw Ed25519, hexadecimal. */
  readonly publicKey: string
  /** The device's link that the server holds and the new epoch comes after; `noLink` when there is none. */
  readonly after: Uint8Array
}

/** A new key of a device, behind what it signed with the old one (SYNC-PUSH-5, SYNC-RECOVER-4). */
export async function openEpoch(
  db: Tables,
  ports: EnrolPorts,
  { device, epoch, publicKey, after }: NewEpoch & { readonly device: EnrolledDevice },
): Promise<Result<{ readonly epoch: number }>> {
  const highest = Math.max(0, ...device.epochs.map((known) => known.epoch))
  if (epoch <= highest) return refuse('sync-epoch-known', { epoch })
  const follows = toHex(epochLink(ports.hash, after, { device: device.id, epoch, publicKey }))
  const opened = await db
    .insert(deviceEpochs)
    .values({ device: device.id, epoch, publicKey, follows, openedAt: ports.clock.now() })
    .onConflictDoNothing()
    .returning({ epoch: deviceEpochs.epoch })
  return opened.length === 1 ? ok({ epoch }) : refuse('sync-epoch-known', { epoch })
}
