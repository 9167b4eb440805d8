import type { UserId } from '#shared/domain/access/events.ts'
import type { Refusal } from '#shared/lib/result.ts'
import { because } from './because.ts'
import type { DecideContext } from './context.ts'

/**
 * In: the users named for a strictly confidential case, or asked to be. Out: what is wrong with them, or null. Whoever is
 * named must be able to open the case, and one of them to take it further: else it is lost to all. Refuses
 * `named-users-missing`, `named-user-unknown`, `named-users-cannot-work`.
 */
export function namedWrong(users: readonly UserId[], context: DecideContext): Refusal | null {
  if (users.length === 0) return because('named-users-missing')
  const unknown = users.find((user) => !context.units.isActiveUser(user))
  if (unknown !== undefined) return because('named-user-unknown', { user: unknown })
  const triage = context.othersWithRight('triage', [])
  return users.some((user) => triage.includes(user)) ? null : because('named-users-cannot-work')
}

/** Who may open a case registered as strictly confidential: its registrar and those he names. */
export const namedWith = (registrar: UserId, users: readonly UserId[]): UserId[] => [...new Set([registrar, ...users])]
