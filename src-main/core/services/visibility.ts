import { staffKey } from '#shared/domain/case/complained-about.ts'
import { mayOpen } from '#shared/domain/case/may-open.ts'
import type { Reader } from '#shared/domain/case/may-open.ts'
import { answeringDepartments, currentCycle } from '#shared/domain/case/reading.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { readCase } from '#core/projections/case-store.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import type { Caller } from './caller.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Office } from './office.ts'

/*
 * Who may open a case (R-08, G-05) and what of it, on every read: the rulebook's `mayOpen`, and for a department's user
 * the cases that his unit has in hand or has answered in the current cycle: a referral it returned or that was cancelled
 * opens nothing any more. The same rules stand as SQL in `visibilitySql` for lists, counts and search; both read the same
 * derivations (`answeringDepartments`, the handlers of the current cycle), so page and list cannot differ.
 */
export function maySee(office: Office, caller: Caller, state: Case): boolean {
  const isOwn =
    !isDepartmentOnly(office, caller) || answeringDepartments(currentCycle(state)).includes(caller.user.unit)
  return isOwn && mayOpen(state, readerOf(caller))
}

const readerOf = ({ id, user, rights }: Caller): Reader => ({
  user: id,
  unit: user.unit,
  staffId: user.staffId,
  rights: [...rights],
})

/** The same for another case that a command or a page names; one that is not there cannot be seen. */
export function maySeeCase(
  office: Office,
  caller: Caller,
  asked: { readonly db: ReadableDb; readonly id: string },
): boolean {
  const state = readCase(asked.db, asked.id)
  return state !== null && maySee(office, caller, state)
}

/** Neither the employee a case is about nor one of his unit; most cases are about none (G-05). */
const notAbout =
  "(r.complained_about = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(r.complained_about) WHERE value IN ('unit:' || ?, 'staff:' || ?)))"

/** The same as a condition on `case_rows r` with its parameters. */
export function visibilitySql(
  office: Office,
  caller: Caller,
): { readonly sql: string; readonly params: readonly string[] } {
  const isNamed = 'EXISTS (SELECT 1 FROM json_each(r.named_users) WHERE value = ?)'
  const confidential = caller.rights.has('see_confidential')
    ? { sql: "r.confidentiality = 'confidential'", params: [] }
    : {
        sql: "(r.confidentiality = 'confidential' AND (r.registered_by = ? OR EXISTS (SELECT 1 FROM json_each(r.handlers) WHERE value = ?)))",
        params: [caller.id, caller.id],
      }
  const about = [caller.user.unit, staffKey(caller.user.staffId ?? '')]
  const open = {
    sql: `(r.confidentiality = 'normal' OR ${confidential.sql} OR ${isNamed}) AND ${notAbout}`,
    params: [...confidential.params, caller.id, ...about],
  }
  if (!isDepartmentOnly(office, caller)) return open
  const own = 'EXISTS (SELECT 1 FROM json_each(r.departments) WHERE value = ?)'
  return { sql: `${open.sql} AND ${own}`, params: [...open.params, caller.user.unit] }
}

/** Keys of cases that not everybody in the office may open, each once. Both kinds have an index of their own, which an OR would not take. */
export const keysNotForAll = `SELECT key FROM case_rows WHERE confidentiality <> 'normal'
  UNION ALL SELECT key FROM case_rows WHERE complained_about <> '[]' AND confidentiality = 'normal'`

/** Cases above normal, or about an employee, that the caller may not open; for whoever works in the office these are all that he may not. */
export function hiddenCases(office: Office, caller: Caller): ReadonlySet<string> {
  const seen = visibilitySql(office, caller)
  const rows = office.store.db.all<{ id: string }>(
    `SELECT r.id FROM case_rows r WHERE r.key IN (${keysNotForAll}) AND NOT (${seen.sql})`,
    ...seen.params,
  )
  return new Set(rows.map(({ id }) => id))
}

/**
 * Whether the caller may know that a person has complained: not when every case of his is one that the caller may not
 * open. One without any case yet is known to all who may see identities. While the tables are built anew there
 * is no telling, and registration goes on with the people it is given.
 */
export function maySeePerson(office: Office, caller: Caller, id: string): boolean {
  if (!office.store.tablesReady) return true
  const { db } = office.store
  const seen = visibilitySql(office, caller)
  const own = 'SELECT 1 FROM case_rows r WHERE r.person = ?'
  const isKnown = db.value<number>(`${own} AND ${seen.sql} LIMIT 1`, id, ...seen.params) === 1
  return isKnown || db.value<number>(`${own} LIMIT 1`, id) === undefined
}

/** Whether the caller sees the sender's own words and files (a department sees its referral only, R-09). */
export const maySeeText = (office: Office, caller: Caller): boolean => !isDepartmentOnly(office, caller)

/** Whether the caller sees who the complainant is. */
export const maySeeIdentity = (office: Office, caller: Caller): boolean =>
  caller.rights.has('identify') && !isDepartmentOnly(office, caller)
