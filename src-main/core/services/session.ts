import type { SessionView } from '#shared/contract/desktop/views.ts'
import type { UserSet } from '#shared/domain/access/events.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { hashPassword, isPassword } from '#core/vault/passwords.ts'
import { writeAudit } from './audit.ts'
import type { Connection, Session } from './connection.ts'
import { callerOf } from './caller.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { unitLabel } from './reference-data.ts'
import { keepProof, keptVerifier, serverProof } from './server-proof.ts'
import { waitSeconds } from './sign-in-guard.ts'
import { must } from '#shared/lib/assert.ts'

/** Proves a user by his password: five tries, then a wait (S14). Refuses wrong-password, sign-in-needs-server, too-many-tries; account-inactive once the password is proven. */
export async function provePassword(
  office: Office,
  asked: { readonly username: string; readonly password: string },
): Promise<Result<UserSet>> {
  if (!office.guard.begins(asked.username, performance.now())) return refuse('too-many-tries', { seconds: waitSeconds })
  const word = await serverProof(office, asked)
  if (word !== null) {
    if (word.ok) office.guard.succeeded(asked.username)
    return word
  }
  const user = findUser(office, asked.username)
  const verifier = user === null ? null : keptVerifier(office, user.id)
  const isRight = await isPassword(verifier, asked.password)
  // Whom this machine has never proven, or too long ago, it cannot: that says nothing of the password.
  if (verifier === null && office.sync !== null) return refuse('sign-in-needs-server')
  if (!isRight || user === null) return refuse('wrong-password')
  if (!user.active) return refuse('account-inactive')
  office.guard.succeeded(asked.username)
  return ok(user)
}

export async function signIn(
  office: Office,
  connection: Connection,
  asked: { readonly username: string; readonly password: string },
): Promise<Result<SessionView>> {
  const user = await provePassword(office, asked)
  if (!user.ok) return user
  connection.session = office.sessions.open(user.value.id)
  recordSession(office, connection.session, connection.via)
  return sessionView(office, connection)
}

/**
 * The same for a run of the command line. Its calls each bring the password, but are one piece of work: a session that the
 * connection holds is kept while it stands, and none is kept in the store, where it would push a window's out (S14).
 */
export async function signInForRun(
  office: Office,
  connection: Connection,
  asked: { readonly username: string; readonly password: string },
): Promise<Result<null>> {
  const open = callerOf(office, connection)
  if (open.ok && open.value.id === findUser(office, asked.username)?.id) return ok(null)
  const user = await provePassword(office, asked)
  if (!user.ok) return user
  connection.session = office.sessions.openForRun(user.value.id)
  recordSession(office, connection.session, connection.via)
  return ok(null)
}

/** Of two of one name the one who is active. */
export function findUser(office: Office, username: string): UserSet | null {
  const name = username.trim().toLowerCase()
  const named = [...office.reference.users.values()].filter((user) => user.username.toLowerCase() === name)
  return named.find(({ active }) => active) ?? named[0] ?? null
}

/** S14 and G-06: that a person began to work on this machine is part of the machine's own audit stream. */
export function recordSession(office: Office, session: Session, via: Connection['via']): void {
  const fact = {
    stream: `audit:${office.chain.device}`,
    type: 'session.opened',
    version: 1,
    facts: { user: session.user, session: session.id },
    private: null,
  }
  const written = writeAudit(office, { actor: session.user, session: session.id, via }, fact)
  if (!written.ok) office.ports.log.warn('session not recorded', { code: written.refusal.code })
}

export function resume(office: Office, connection: Connection, token: string): Result<SessionView> {
  const session = office.sessions.find(token)
  if (session === null) return refuse('not-signed-in')
  connection.session = session
  return sessionView(office, connection)
}

export function signOut(office: Office, connection: Connection): null {
  if (connection.session !== null) office.sessions.end(connection.session.token)
  connection.session = null
  return null
}

export async function changePassword(
  office: Office,
  caller: Caller,
  asked: { old: string; new: string },
): Promise<Result<null>> {
  const proven = await provePassword(office, { username: caller.user.username, password: asked.old })
  if (!proven.ok) return proven
  const hashed = await hashPassword(asked.new)
  if (!hashed.ok) return hashed
  const { username } = caller.user
  const changed = await office.sync?.setPassword({ username, old: asked.old, verifier: hashed.value })
  if (changed?.ok === false) return changed
  keepProof(office, caller.id, hashed.value)
  office.sessions.endOf(caller.id, caller.session)
  return ok(null)
}

/** What stood in for the forgotten password. */
export type ResetProof = 'recovery_code' | 'passphrase'

/** A new password for a user who proved himself otherwise; his sessions end. */
export async function setPassword(
  office: Office,
  { username, password, by }: { readonly username: string; readonly password: string; readonly by: ResetProof },
): Promise<Result<null>> {
  const user = findUser(office, username)
  if (user === null) return refuse('not-found', { what: username })
  const hashed = await hashPassword(password)
  if (!hashed.ok) return hashed
  office.store.db.transaction(() => office.credentials.set(office.store.db, user.id, hashed.value))
  office.sessions.endOf(user.id)
  const fact = {
    stream: `audit:${office.chain.device}`,
    type: 'password.reset',
    version: 1,
    facts: { user: user.id, by },
    private: null,
  }
  const written = writeAudit(office, { actor: user.id, session: null, via: 'window' }, fact)
  return written.ok ? ok(null) : written
}

export function sessionView(office: Office, connection: Connection): Result<SessionView> {
  const caller = callerOf(office, connection)
  if (!caller.ok) return caller
  const { user, rights } = caller.value
  const { settings, units } = office.reference
  return ok({
    token: must(connection.session, 'a caller has a session').token,
    user: { id: user.id, name: user.name, username: user.username, language: user.language },
    unit: { id: user.unit, name: unitLabel(office.reference, user.unit), kind: units.get(user.unit)?.kind ?? 'office' },
    office: { code: settings.code, name: settings.name, practice: settings.practice, automation: office.automation },
    rights: [...rights],
    format: { digits: settings.digits, hijri: settings.hijri, zone: settings.zone, country: settings.country },
    idleLockMinutes: settings.idleLockMinutes,
  })
}
