/**
 * Passwords are proven against verifiers that stand beside the log (S14). A verifier that a machine brings or sets is
 * one of the program's own kind, or it is not taken: a weak one would be a door.
 */
import { hash, verify } from '@node-rs/argon2'
import { and, eq } from 'drizzle-orm'
import type { UserSet } from '#shared/domain/access/events.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Tables } from '#server/log/tables.ts'
import { deviceUsers, verifiers } from '#server/log/schema/device-tables.ts'

/** 19 MiB, two passes: what the desktop makes too. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const madeHere = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$[A-Za-z0-9+/]{16,}\$[A-Za-z0-9+/]{32,}$/
const shortest = 8
const longest = 200

export async function hashPassword(password: string): Promise<Result<string>> {
  const length = [...password].length
  if (length < shortest) return refuse('password-too-short', { min: shortest })
  if (length > longest) return refuse('password-too-long', { max: longest })
  return ok(await hash(password.normalize('NFKC'), cost))
}

/** Whether a verifier is argon2id of at least the program's own cost. */
export function isVerifier(text: string): boolean {
  const match = madeHere.exec(text)
  return match !== null && Number(match[1]) >= cost.memoryCost && Number(match[2]) >= cost.timeCost
}

export async function verifierOf(db: Tables, user: string): Promise<string | null> {
  const rows = await db.select({ verifier: verifiers.verifier }).from(verifiers).where(eq(verifiers.user, user))
  return rows[0]?.verifier ?? null
}

export interface Proof {
  /** Null for a name that no user of the device's unit has. */
  readonly user: UserSet | null
  readonly password: string
  readonly device: string
  readonly now: Instant
}

/**
 * Proves a user at a device and remembers that he was there (SYNC-ENROL-4, SYNC-FEED-6). Out: the verifier, which the
 * machine may keep for 30 days. Refuses `wrong-password`, and `account-inactive` once the password is
 * proven; a name without a user costs the same time.
 */
export async function provePassword(db: Tables, { user, password, device, now }: Proof): Promise<Result<string>> {
  const verifier = user === null ? null : await verifierOf(db, user.id)
  const fits = await isPassword(verifier, password)
  if (!fits || user === null || verifier === null) return refuse('wrong-password')
  if (!user.active) return refuse('account-inactive')
  await db
    .insert(deviceUsers)
    .values({ device, user: user.id, lastProven: now })
    .onConflictDoUpdate({ target: [deviceUsers.device, deviceUsers.user], set: { lastProven: now } })
  return ok(verifier)
}

async function isPassword(verifier: string | null, password: string): Promise<boolean> {
  if ([...password].length > longest) return false
  const fits = await verify(verifier ?? (await nobody()), password.normalize('NFKC'))
  return fits && verifier !== null
}

let nobodys: Promise<string> | null = null
const nobody = (): Promise<string> => (nobodys ??= hash('nobody', cost))

/** A user's new verifier; `replaces` is the one it takes the place of, so that of two changes at once one is refused. */
export async function setVerifier(
  db: Tables,
  { user, verifier, replaces, now }: { user: string; verifier: string; replaces: string | null; now: Instant },
): Promise<boolean> {
  const values = { user, verifier, setAt: now }
  const rows =
    replaces === null
      ? await db.insert(verifiers).values(values).onConflictDoNothing().returning({ user: verifiers.user })
      : await db
          .update(verifiers)
          .set({ verifier, setAt: now })
          .where(and(eq(verifiers.user, user), eq(verifiers.verifier, replaces)))
          .returning({ user: verifiers.user })
  return rows.length === 1
}

/** A verifier set by the administrator, whatever was there. */
export async function replaceVerifier(
  db: Tables,
  { user, verifier, now }: { user: string; verifier: string; now: Instant },
): Promise<void> {
  await db
    .insert(verifiers)
    .values({ user, verifier, setAt: now })
    .onConflictDoUpdate({ target: verifiers.user, set: { verifier, setAt: now } })
}
