import { mayOpen } from '#shared/domain/case/may-open.ts'
import type { Case } from '#shared/domain/case/state.ts'
import type { Caller } from './caller.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Office } from './office.ts'

/*
 * Who may open a case and what of it, on every read: the rulebook's `mayOpen`, and for a department's user
 * the cases referred to his unit only. The same rules stand as SQL in `visibilitySql` for lists, counts and search.
 */
export function maySee(office: Office, caller: Caller, state: Case): boolean {
  const isOwn = state.cycles.some((cycle) =>
    cycle.referrals.some((referral) => referral.department === caller.user.unit),
  )
  return (isOwn || !isDepartmentOnly(office, caller)) && mayOpen(state, { user: caller.id, rights: [...caller.rights] })
}

/** The same as a condition on `case_rows r` with its parameters. */
export function visibilitySql(
  office: Office,
  caller: Caller,
): { readonly sql: string; readonly params: readonly string[] } {
  const isNamed = 'EXISTS (SELECT 1 FROM json_each(r.named_users) WHERE value = ?)'
  const confidential = caller.rights.has('see_confidential')
    ? { sql: "r.confidentiality = 'confidential'", params: [] }
    : {
        sql: "(r.confidentiality = 'confidential' AND (r.handler = ? OR r.registered_by = ?))",
        params: [caller.id, caller.id],
      }
  const open = {
    sql: `(r.confidentiality = 'normal' OR ${confidential.sql} OR ${isNamed})`,
    params: [...confidential.params, caller.id],
  }
  if (!isDepartmentOnly(office, caller)) return open
  const own = 'EXISTS (SELECT 1 FROM json_each(r.departments) WHERE value = ?)'
  return { sql: `${open.sql} AND ${own}`, params: [...open.params, caller.user.unit] }
}

/** Whether the caller sees the sender's own words and files (a department sees its referral only, R-09). */
export const maySeeText = (office: Office, caller: Caller): boolean => !isDepartmentOnly(office, caller)

/** Whether the caller sees who the complainant is. */
export const maySeeIdentity = (office: Office, caller: Caller): boolean =>
  caller.rights.has('identify') && !isDepartmentOnly(office, caller)
