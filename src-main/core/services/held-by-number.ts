import type { HeldRegistration } from '#shared/contract/desktop/cases.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { listOwnCommits } from '#core/store/list-own-commits.ts'
import type { OwnCommit } from '#core/store/own-commits.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Caller } from './caller.ts'
import { commitItem, isKeeper, mostItems } from './commit-items.ts'
import type { Office } from './office.ts'

/**
 * A registration of this machine that does not stand has a number, which somebody may hold on paper, and no case in any list
 * (S2). In: reference numbers, or what they begin with. Out: the registration, for whoever may open its case.
 */
export function heldByNumber(office: Office, caller: Caller, numbers: readonly string[]): HeldRegistration | null {
  if (numbers.length === 0 || isDepartmentOnly(office, caller)) return null
  const { db } = office.store
  const commit = (['held', 'refused'] as const)
    .flatMap((standing) => listOwnCommits(db, standing, mostItems))
    .find((own) => numbers.some((number) => registeredAs(db, own)?.startsWith(number)))
  if (commit === undefined) return null
  const { case: held, actor, at, reason } = commitItem(office, caller, commit)
  if (held === null || held.isShown) return null
  const isHere = actor.id === caller.id || isKeeper(caller)
  return { reference: held.reference, actor, at, reason: isHere ? reason : null, isHere }
}

/** The number that a commit registered a case with, if it did. */
function registeredAs(db: ReadableDb, { firstSeq, lastSeq }: OwnCommit): string | null {
  const facts = db.value<Buffer>(
    "SELECT facts FROM events WHERE seq BETWEEN ? AND ? AND type = 'registered' LIMIT 1",
    firstSeq,
    lastSeq,
  )
  const { reference } = facts === undefined ? {} : (JSON.parse(facts.toString()) as { readonly reference?: string })
  return reference ?? null
}
