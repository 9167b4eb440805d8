import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import type { Tables } from '#server/log/tables.ts'
import type { ServerPorts } from '#server/ports.ts'
import { hashSecret, newCode, normalisedCode } from './secrets.ts'
import { invites } from '#server/log/schema/device-tables.ts'

const validMs = 24 * 60 * 60 * 1000

/** A one-time code that enrols one machine for a unit within 24 hours; shown once (SYNC-ENROL-1). */
export async function inviteDevice(
  db: Tables,
  { clock, ids }: Pick<ServerPorts, 'clock' | 'ids'>,
  unit: string,
): Promise<{ readonly code: string; readonly expiresAt: string }> {
  const code = newCode(ids)
  const now = clock.now()
  const expiresAt = instantFromMs(msOf(now) + validMs)
  await db.insert(invites).values({ codeHash: hashSecret(normalisedCode(code)), unit, madeAt: now, expiresAt })
  return { code, expiresAt }
}
