import type { UserId, UserSet } from '#shared/domain/access/events.ts'
import { msOf } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { readSetting, writeSetting } from '#core/store/settings.ts'
import { z } from 'zod'
import type { Office } from './office.ts'

/*
 * On a machine that joined a server a user is proven by the server's verifier; a copy is kept for the days without it,
 * thirty at most (SYNC-ENROL-4). A stand-alone office knows only its own.
 */
const copyValidMs = 30 * 24 * 60 * 60 * 1000

const key = (user: string): string => `credential-proven:${user}`

/** The server's word; null when there is none, or it cannot be asked: then the kept copy counts. */
export async function serverProof(
  office: Office,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<Result<UserSet> | null> {
  const { sync } = office
  // While the line is known to be down a person at the desk does not wait for it to fail once more.
  if (sync === null || sync.state().kind === 'waiting') return null
  const proven = await sync.prove(username, password)
  if (!proven.ok) return afterTrouble(proven)
  const { user, verifier } = proven.value
  const known = office.reference.users.get(user.id)
  if (known !== undefined && !known.active) return refuse('account-inactive')
  keepProof(office, user.id, verifier)
  return ok(known ?? user)
}

const final: readonly string[] = ['wrong-password', 'account-inactive', 'sync-device-revoked', 'sync-too-many-requests']

const afterTrouble = (refused: Result<UserSet>): Result<UserSet> | null =>
  !refused.ok && final.includes(refused.refusal.code) ? refused : null

/** Keeps a verifier that was proven now. */
export function keepProof({ store: { db }, credentials, ports }: Office, user: UserId, verifier: string): void {
  db.transaction(() => {
    credentials.set(db, user, verifier)
    writeSetting(db, key(user), ports.clock.now())
  })
}

/** The copy on this machine, when it may still be used. */
export function keptVerifier({ store: { db }, credentials, ports, sync }: Office, user: UserId): string | null {
  const verifier = credentials.of(db, user)
  if (sync === null) return verifier
  const provenAt = readSetting(db, key(user), z.string())
  return provenAt !== null && msOf(ports.clock.now()) - msOf(provenAt as Instant) < copyValidMs ? verifier : null
}

/** A stand-alone office that goes up: its own verifiers count as proven now. */
export function keepOwnProofs({ store: { db }, credentials, reference, ports }: Office): void {
  for (const user of reference.users.keys()) {
    if (credentials.of(db, user) !== null) writeSetting(db, key(user), ports.clock.now())
  }
}
