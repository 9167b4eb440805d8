import { eq } from 'drizzle-orm'
import { Instant, msOf } from '#shared/domain/clock/instant.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Tables } from '#server/log/tables.ts'
import { isVerifier, setVerifier } from './passwords.ts'
import { devices } from '#server/log/schema/device-tables.ts'

const goesUpMs = 24 * 60 * 60 * 1000

export interface Brought {
  readonly device: string
  readonly now: Instant
  readonly verifiers: readonly { readonly user: string; readonly verifier: string }[]
  /** Whether the device may speak for this user: one of its unit, or one the server does not know yet. */
  readonly isItsUser: (user: string) => boolean
}

/**
 * The passwords of a stand-alone office that goes up (SYNC-ENROL-3): taken within a day of its enrolment, for its own
 * users, and never over one that the server has. Asking again changes nothing.
 */
export async function bringVerifiers(db: Tables, brought: Brought): Promise<Result<{ readonly taken: number }>> {
  const { device, now } = brought
  const rows = await db.select({ since: devices.stoodAloneUntil }).from(devices).where(eq(devices.id, device))
  const since = Instant.safeParse(rows[0]?.since)
  if (!since.success || msOf(now) > msOf(since.data) + goesUpMs) return refuse('sync-verifiers-late')
  let taken = 0
  for (const { user, verifier } of brought.verifiers) {
    if (!brought.isItsUser(user) || !isVerifier(verifier)) continue
    if (await setVerifier(db, { user, verifier, replaces: null, now })) taken += 1
  }
  return ok({ taken })
}
