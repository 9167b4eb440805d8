import type { Case } from '#shared/domain/case/state.ts'
import type { Caller } from './caller.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Office } from './office.ts'

/*
 * Who may open a case and what of it. A strictly confidential case exists for its named users only; a
 * confidential one for those with the right and for who registered or handles it; a department's user sees the cases
 * referred to his unit. The same rules stand as SQL in `visibilitySql` for lists, counts and search.
 */
export function maySee(office: Office, caller: Caller, state: Case): boolean {
  if (isDepartmentOnly(office, caller) && !state.cycles.some((cycle) => cycle.referrals.some((referral) => referral.department === caller.user.unit))) return false
  switch (state.confidentiality) {
    case 'normal':
      return true
    case 'confidential':
      return caller.rights.has('see_confidential') || state.registeredBy === caller.id || state.cycles.some((cycle) => cycle.handlers.includes(caller.id))
    case 'strict':
      return state.namedUsers.includes(caller.id)
  }
}

/** The same as a condition on `case_rows` with its parameters. */
export function visibilitySql(office: Office, caller: Caller): { readonly sql: string; readonly params: readonly string[] } {
  const strict = `(confidentiality <> 'strict' OR EXISTS (SELECT 1 FROM json_each(named_users) WHERE value = ?))`
  const confidential = caller.rights.has('see_confidential') ? [] : [`(confidentiality <> 'confidential' OR handler = ? OR registered_by = ?)`]
  const department = isDepartmentOnly(office, caller) ? [`EXISTS (SELECT 1 FROM json_each(departments) WHERE value = ?)`] : []
  return {
    sql: [strict, ...confidential, ...department].join(' AND '),
    params: [caller.id, ...(confidential.length > 0 ? [caller.id, caller.id] : []), ...(department.length > 0 ? [caller.user.unit] : [])],
  }
}

/** Whether the caller sees the sender's own words and files (a department sees its referral only, R-09). */
export const maySeeText = (office: Office, caller: Caller): boolean => !isDepartmentOnly(office, caller)

/** Whether the caller sees who the complainant is. */
export const maySeeIdentity = (office: Office, caller: Caller): boolean => caller.rights.has('identify') && !isDepartmentOnly(office, caller)
