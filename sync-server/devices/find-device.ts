import { eq, sql } from 'drizzle-orm'
import { Instant } from '#shared/domain/clock/instant.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { onceFor } from '#shared/lib/once-for.ts'
import type { Tables } from '#server/log/tables.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import { logEpochNow } from './log-epoch.ts'
import { hashSecret } from './secrets.ts'
import { deviceEpochs, deviceUsers, devices } from '#server/log/schema/device-tables.ts'

export interface Caller {
  readonly device: EnrolledDevice
  /** As the database says it: another server on it may have opened a later one (SYNC-RECOVER-10). */
  readonly logEpoch: number
}

/**
 * Whose credential this is. Read anew at every call, so a revocation holds from the next one on, on every server of the
 * database (SYNC-ENROL-2).
 */
export async function callerOfCredential(db: Tables, credential: string): Promise<Result<Caller>> {
  const found = await questionsOf(db).byCredential.execute({ hash: hashSecret(credential) })
  return known(found[0])
}

/** Who calls by a device's id, under the same conditions. */
export async function callerOfId(db: Tables, id: string): Promise<Result<Caller>> {
  const found = await questionsOf(db).byId.execute({ id })
  return known(found[0])
}

/** A device by its id, under the same conditions. */
export async function liveDevice(db: Tables, id: string): Promise<Result<EnrolledDevice>> {
  const caller = await callerOfId(db, id)
  return caller.ok ? ok(caller.value.device) : caller
}

/** Asked before every call: their text is written once. */
const questionsOf = onceFor((db: Tables) => {
  const asked = () => db.select(columns).from(devices)
  return {
    byCredential: asked()
      .where(eq(devices.credentialHash, sql.placeholder('hash')))
      .prepare(''),
    byId: asked()
      .where(eq(devices.id, sql.placeholder('id')))
      .prepare(''),
  }
})

function known(row: DeviceRow | undefined): Result<Caller> {
  if (row === undefined) return refuse('sync-unknown-device')
  if (row.revokedAt !== null) return refuse('sync-device-revoked')
  return ok({ device: enrolled(row), logEpoch: Number(row.logEpoch) })
}

/** Everything in one question: it goes before every call. */
const columns = {
  id: devices.id,
  unit: devices.unit,
  revokedAt: devices.revokedAt,
  caughtUpAt: devices.caughtUpAt,
  stoodAloneUntil: devices.stoodAloneUntil,
  joinedAt: devices.joinedAt,
  epochs: sql<readonly EpochRow[]>`(SELECT coalesce(json_agg(json_build_object('epoch', ${deviceEpochs.epoch},
    'publicKey', ${deviceEpochs.publicKey}, 'follows', ${deviceEpochs.follows}) ORDER BY ${deviceEpochs.epoch}), '[]')
    FROM ${deviceEpochs} WHERE ${deviceEpochs.device} = ${devices.id})`,
  users: sql<readonly string[]>`(SELECT coalesce(json_agg(${deviceUsers.user}), '[]')
    FROM ${deviceUsers} WHERE ${deviceUsers.device} = ${devices.id})`,
  logEpoch: logEpochNow,
}

interface EpochRow {
  readonly epoch: number
  readonly publicKey: string
  readonly follows: string
}

interface DeviceRow {
  readonly id: string
  readonly unit: string
  readonly revokedAt: string | null
  readonly caughtUpAt: string | null
  readonly stoodAloneUntil: string | null
  readonly joinedAt: number | null
  readonly epochs: readonly EpochRow[]
  readonly users: readonly string[]
  readonly logEpoch: string
}

function enrolled({ id, unit, caughtUpAt, stoodAloneUntil, joinedAt, epochs, users }: DeviceRow): EnrolledDevice {
  return {
    id,
    unit,
    epochs: epochs.map(({ epoch, publicKey, follows }) => ({
      epoch,
      publicKey: Buffer.from(publicKey, 'hex'),
      follows: Buffer.from(follows, 'hex'),
    })),
    users,
    lastContact: instantOrNull(caughtUpAt),
    stoodAloneUntil: instantOrNull(stoodAloneUntil),
    joinedAt: joinedAt ?? 0,
  }
}

const instantOrNull = (text: string | null): Instant | null => Instant.nullable().parse(text)
