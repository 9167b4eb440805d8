import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { epochLink, noLink } from '#shared/sync/link.ts'
import type { Tables, TablesTransaction } from '#server/log/tables.ts'
import type { ServerPorts } from '#server/ports.ts'
import { serverDeviceId } from './own-push.ts'
import { hashSecret, newCredential, normalisedCode } from './secrets.ts'
import { deviceEpochs, devices, invites } from '#server/log/schema/device-tables.ts'
import { feeds } from '#server/log/schema/log-tables.ts'

export interface Enrolment {
  readonly code: string
  readonly device: string
  readonly epoch: number
  /** Raw Ed25519, hexadecimal. */
  readonly publicKey: string
  readonly program: string
  readonly standAlone: { readonly office: string } | null
}

export type EnrolPorts = Pick<ServerPorts, 'clock' | 'ids' | 'hash'>

/**
 * Enrols one machine by a one-time code (SYNC-ENROL-1). `mayJoin` judges the code's unit before the code is spent, so a
 * folder that is refused can try the same code from an empty one (SYNC-ENROL-3). Who comes again as the same machine
 * before it ever said hello has not heard the answer: he is enrolled anew. Out: the credential, told once.
 */
export async function enrolDevice(
  db: Tables,
  ports: EnrolPorts,
  asked: Enrolment & { readonly mayJoin: (unit: string) => Promise<Result<null>> },
): Promise<Result<{ readonly credential: string; readonly unit: string }>> {
  const unit = await unitOfCode(db, ports, asked)
  if (!unit.ok) return unit
  const allowed = await asked.mayJoin(unit.value)
  if (!allowed.ok) return allowed
  // The server's own name: its word is asked for no right.
  if (asked.device === serverDeviceId) return refuse('sync-device-known')
  return db.transaction(async (tx) => {
    const known = await knownAs(tx, asked, unit.value)
    if (known === 'another') return refuse('sync-device-known')
    const spent = await spendCode(tx, ports, { ...asked, isRevoked: known === 'revoked' })
    if (!spent) return refuse('sync-code-wrong')
    if (known !== 'nobody') await forgetUnheard(tx, asked.device)
    return ok({ credential: await insertDevice(tx, ports, { asked, unit: unit.value }), unit: unit.value })
  })
}

async function unitOfCode(db: Tables, { clock }: EnrolPorts, { code, device }: Enrolment): Promise<Result<string>> {
  const valid = await db
    .select({ unit: invites.unit })
    .from(invites)
    .where(and(isOpenTo(code, device), gt(invites.expiresAt, clock.now())))
  const unit = valid[0]?.unit
  return unit === undefined ? refuse('sync-code-wrong') : ok(unit)
}

/** A code that nobody has used, or that this machine has. */
const isOpenTo = (code: string, device: string) =>
  and(eq(invites.codeHash, hashOf(code)), or(isNull(invites.usedAt), eq(invites.device, device)))

/** Unheard: the same machine, by its name, key and unit, which never said hello; revoked: and which was put out since. Its row is held until the end. */
async function knownAs(
  tx: TablesTransaction,
  { device, epoch, publicKey }: Enrolment,
  unit: string,
): Promise<'nobody' | 'unheard' | 'revoked' | 'another'> {
  const [row] = await tx
    .select({ unit: devices.unit, lastContact: devices.lastContact, revokedAt: devices.revokedAt })
    .from(devices)
    .where(eq(devices.id, device))
    .for('update')
  if (row === undefined) return 'nobody'
  const keys = await tx
    .select({ epoch: deviceEpochs.epoch, publicKey: deviceEpochs.publicKey })
    .from(deviceEpochs)
    .where(eq(deviceEpochs.device, device))
  const isSame = keys.length === 1 && keys[0]?.epoch === epoch && keys[0].publicKey === publicKey
  if (!isSame || row.unit !== unit || row.lastContact !== null) return 'another'
  return row.revokedAt === null ? 'unheard' : 'revoked'
}

/** Nothing stands on it yet: no credential but the one that was lost. */
async function forgetUnheard(tx: TablesTransaction, device: string): Promise<void> {
  await tx.delete(deviceEpochs).where(eq(deviceEpochs.device, device))
  await tx.delete(devices).where(eq(devices.id, device))
}

const hashOf = (code: string): string => hashSecret(normalisedCode(code))

/** The row decides between two machines that come with one code at once. */
async function spendCode(
  tx: TablesTransaction,
  { clock }: EnrolPorts,
  asked: Enrolment & { readonly isRevoked: boolean },
): Promise<boolean> {
  const spent = await tx
    .update(invites)
    .set({ usedAt: clock.now(), device: asked.device })
    // Whoever put a machine out let it in by its old code no more (SYNC-ENROL-2).
    .where(and(isOpenTo(asked.code, asked.device), asked.isRevoked ? isNull(invites.usedAt) : undefined))
    .returning({ unit: invites.unit })
  return spent.length === 1
}

/** Of a department alone things are taken back while its machines come and go; zero for every other unit. */
async function departmentFeedEnd(tx: TablesTransaction, unit: string): Promise<number> {
  const [found] = await tx
    .select({ sequence: feeds.sequence })
    .from(feeds)
    .where(eq(feeds.feed, `department:${unit}`))
  return found?.sequence ?? 0
}

async function insertDevice(
  tx: TablesTransaction,
  { clock, ids, hash }: EnrolPorts,
  { asked, unit }: { asked: Enrolment; unit: string },
): Promise<string> {
  const credential = newCredential(ids)
  const now = clock.now()
  await tx.insert(devices).values({
    id: asked.device,
    unit,
    credentialHash: hashSecret(credential),
    program: asked.program,
    enrolledAt: now,
    stoodAloneUntil: asked.standAlone === null ? null : now,
    joinedAt: await departmentFeedEnd(tx, unit),
  })
  const opened = await tx
    .insert(deviceEpochs)
    .values({
      device: asked.device,
      epoch: asked.epoch,
      publicKey: asked.publicKey,
      follows: toHex(epochLink(hash, noLink, asked)),
      openedAt: now,
    })
    .returning({ epoch: deviceEpochs.epoch })
  must(opened[0], 'a new device has its first epoch')
  return credential
}
