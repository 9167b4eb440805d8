import type { UserId, UserSet } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import { lifecycleRow } from '#shared/domain/case/lifecycle.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Connection } from './connection.ts'
import type { Office } from './office.ts'

/** Who asks, with the rights as they stand now: a right withdrawn is gone at the next call, not at the next sign-in (G-02). */
export interface Caller {
  readonly user: UserSet
  readonly id: UserId
  readonly rights: ReadonlySet<Right>
  readonly session: string
  readonly via: 'window' | 'cli'
}

export function callerOf(office: Office, connection: Connection): Result<Caller> {
  // Asked of the office each time: a session that ended is dead on every connection that held it.
  const session = connection.session === null ? null : office.sessions.find(connection.session.token)
  const user = session === null ? undefined : office.reference.users.get(session.user)
  if (session === null || user === undefined || !user.active) return refuse('not-signed-in')
  return ok({ user, id: user.id, rights: office.reference.rightsOf(user), session: session.id, via: connection.via })
}

/** The caller as he stands now; null when his session has ended or he is no longer active. */
export function callerAgain(office: Office, caller: Caller): Caller | null {
  const user = office.reference.users.get(caller.id)
  if (!office.sessions.isOpen(caller.session) || user === undefined || !user.active) return null
  return { ...caller, user, rights: office.reference.rightsOf(user) }
}

/** Refuses with the name of the right that is missing; any one of them is enough. */
export function needs(caller: Caller, ...anyOf: readonly Right[]): Result<null> {
  return anyOf.some((right) => caller.rights.has(right)) ? ok(null) : refuse('not-allowed', { right: anyOf.join(', ') })
}

/**
 * A department's words and files go with its own steps on its referral: notes and files beside them, which need no right, are
 * the office's, and no server takes them from a department.
 */
export const isTakenFrom = (office: Office, caller: Caller, kind: CaseCommandKind): boolean =>
  lifecycleRow(kind).right !== null || !isDepartmentOnly(office, caller)

/** A user whose only work is a department's own: sees the cases referred to his unit, never who complained. */
export function isDepartmentOnly(office: Office, caller: Caller): boolean {
  const kind = office.reference.units.get(caller.user.unit)?.kind
  return kind === 'department' || kind === 'directorate'
}
