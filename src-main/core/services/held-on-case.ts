import type { HeldView } from '#shared/contract/desktop/views.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { heldActsOn } from '#core/store/held-acts.ts'
import { listOwnCommits } from '#core/store/list-own-commits.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Caller } from './caller.ts'
import { namedUser } from './case-lines.ts'
import type { Office } from './office.ts'
import { commitItem, isKeeper, mostItems } from './commit-items.ts'

/**
 * What was done on a case and does not stand yet, on this machine or on another of this unit: whoever opens the case is to
 * know it before he does the same again (N-06, S2).
 */
export function heldOnCase(office: Office, caller: Caller, caseId: string): readonly HeldView[] {
  const { db } = office.store
  const here = listOwnCommits(db, 'held', mostItems)
    .map((commit) => commitItem(office, caller, commit))
    .filter((item) => item.case?.id === caseId && mayKnow(office, caller, item.actor.id))
    .map(({ commit, actor, at, events, reason }) => {
      const isHere = actor.id === caller.id || isKeeper(caller)
      const types = [...new Set(events.map(({ type }) => type))]
      return { commit, actor, at, types, reason: isHere ? reason : null, isHere }
    })
  const known = new Set(here.map(({ commit }) => commit))
  const elsewhere = heldActsOn(db, caseId)
    .filter(({ commit, actor }) => !known.has(commit) && mayKnow(office, caller, actor))
    .map(({ commit, actor, at, types }) => ({
      commit,
      actor: namedUser(office.reference, actor),
      at: at as Instant,
      types: [...new Set(types)],
      reason: null,
      isHere: false,
    }))
  return [...here, ...elsewhere]
}

/** A department's user is told of his department's own work. */
const mayKnow = (office: Office, caller: Caller, actor: string): boolean =>
  !isDepartmentOnly(office, caller) || office.reference.access.users.get(actor)?.unit === caller.user.unit
