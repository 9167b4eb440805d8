import type { UnitId, UserId } from '#shared/domain/access/events.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import { isComplainedAbout } from './complained-about.ts'
import { currentCycle } from './reading.ts'
import type { Case } from './state.ts'

export interface Reader {
  readonly user: UserId
  readonly unit: UnitId | null
  readonly staffId: string | null
  readonly rights: readonly Right[]
}

/**
 * Whether a user may open a case (R-08, G-05). Never: the employee it is about, and those of his unit. Normal: everyone
 * else of the office. Confidential: who registered it, whoever has handled it, those named, and holders of
 * `see_confidential`. Strictly confidential: the named users alone.
 */
export function mayOpen(state: Case, reader: Reader): boolean {
  if (isComplainedAbout(state, reader)) return false
  if (state.confidentiality === 'normal' || state.namedUsers.includes(reader.user)) return true
  if (state.confidentiality === 'strict') return false
  const isInvolved = state.registeredBy === reader.user || currentCycle(state).handlers.includes(reader.user)
  return isInvolved || reader.rights.includes('see_confidential')
}
