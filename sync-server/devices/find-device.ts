import { eq } from 'drizzle-orm'
import { Instant } from '#shared/domain/clock/instant.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Tables } from '#server/log/tables.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import { hashSecret } from './secrets.ts'
import { deviceEpochs, deviceUsers, devices } from '#server/log/schema/device-tables.ts'

/**
 * Whose credential this is. Read anew at every call, so a revocation holds from the next one on, on every server of the
 * database (SYNC-ENROL-2).
 */
export async function deviceOfCredential(db: Tables, credential: string): Promise<Result<EnrolledDevice>> {
  const found = await db
    .select(columns)
    .from(devices)
    .where(eq(devices.credentialHash, hashSecret(credential)))
  return known(db, found[0])
}

/** A device by its id, under the same conditions. */
export async function liveDevice(db: Tables, id: string): Promise<Result<EnrolledDevice>> {
  const found = await db.select(columns).from(devices).where(eq(devices.id, id))
  return known(db, found[0])
}

async function known(db: Tables, device: (DeviceRow & { revokedAt: string | null }) | undefined) {
  if (device === undefined) return refuse('sync-unknown-device')
  return device.revokedAt === null ? ok(await withKeys(db, device)) : refuse('sync-device-revoked')
}

const columns = {
  id: devices.id,
  unit: devices.unit,
  revokedAt: devices.revokedAt,
  caughtUpAt: devices.caughtUpAt,
  stoodAloneUntil: devices.stoodAloneUntil,
}

interface DeviceRow {
  readonly id: string
  readonly unit: string
  readonly caughtUpAt: string | null
  readonly stoodAloneUntil: string | null
}

async function withKeys(db: Tables, { id, unit, caughtUpAt, stoodAloneUntil }: DeviceRow): Promise<EnrolledDevice> {
  const epochs = await db
    .select({ epoch: deviceEpochs.epoch, publicKey: deviceEpochs.publicKey, follows: deviceEpochs.follows })
    .from(deviceEpochs)
    .where(eq(deviceEpochs.device, id))
    .orderBy(deviceEpochs.epoch)
  const users = await db.select({ user: deviceUsers.user }).from(deviceUsers).where(eq(deviceUsers.device, id))
  return {
    id,
    unit,
    epochs: epochs.map(({ epoch, publicKey, follows }) => ({
      epoch,
      publicKey: Buffer.from(publicKey, 'hex'),
      follows: Buffer.from(follows, 'hex'),
    })),
    users: users.map(({ user }) => user),
    lastContact: instantOrNull(caughtUpAt),
    stoodAloneUntil: instantOrNull(stoodAloneUntil),
  }
}

const instantOrNull = (text: string | null): Instant | null => Instant.nullable().parse(text)
