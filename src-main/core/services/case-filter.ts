import type { CaseFilter } from '#shared/contract/desktop/cases.ts'
import { dateOfDayNumber, dayNumberOf } from '#shared/domain/clock/local-date.ts'
import { startOfLocalDay } from '#shared/domain/clock/working-time.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Caller } from './caller.ts'
import { isRunning, where } from './condition.ts'
import type { Condition } from './condition.ts'
import { referredTo } from './liaison-queues.ts'
import { hasPartOfReference, matchExpression } from './match-expression.ts'
import type { Office } from './office.ts'

/** The filters that were given, each as a condition (L-13). */
export function filterConditions(office: Office, caller: Caller, filter: CaseFilter): readonly Condition[] {
  return [
    ...among('status', filter.status),
    ...among('type_entry', filter.type),
    ...among('channel', filter.channel),
    ...among('service', filter.service),
    ...among('complexity', filter.complexity),
    ...among('importance', filter.importance),
    ...among('priority', filter.priority),
    ...among('confidentiality', filter.confidentiality),
    ...among('handler', filter.handler),
    ...among('office', filter.office),
    ...among('id', filter.ids),
    ...(filter.person === undefined ? [] : [where('r.person = ?', filter.person)]),
    ...amongDepartments(filter.department),
    ...received(office, filter),
    ...(filter.late === true ? [isLate(office, caller)] : []),
    ...(filter.text === undefined || filter.text.trim() === '' ? [] : [hasWords(office, caller, filter.text)]),
  ]
}

function among(column: string, values: readonly string[] | undefined): readonly Condition[] {
  if (values === undefined || values.length === 0) return []
  return [where(`r.${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(values))]
}

function amongDepartments(departments: readonly string[] | undefined): readonly Condition[] {
  if (departments === undefined || departments.length === 0) return []
  const sql = 'EXISTS (SELECT 1 FROM json_each(r.departments) d WHERE d.value IN (SELECT value FROM json_each(?)))'
  return [where(sql, JSON.stringify(departments))]
}

function received(office: Office, { receivedFrom, receivedTo }: CaseFilter): readonly Condition[] {
  const { zone } = office.reference.settings
  const dayAfter = (date: string): string => dateOfDayNumber(dayNumberOf(date) + 1)
  return [
    ...(receivedFrom === undefined ? [] : [where('r.received_at >= ?', startOfLocalDay(zone, receivedFrom))]),
    ...(receivedTo === undefined ? [] : [where('r.received_at < ?', startOfLocalDay(zone, dayAfter(receivedTo)))]),
  ]
}

/** What a line shows as late: to a department its own referral, to everyone else the case. */
function isLate(office: Office, caller: Caller): Condition {
  if (isDepartmentOnly(office, caller)) return referredTo(office, caller, 'ref_late')
  return where(`${isRunning} AND r.running_due < ?`, office.ports.clock.now())
}

/**
 * Words of the text, or a part of the number; never who a person is, whose look-up would leave a line at each key (P-03).
 * A department finds by the number alone here; search knows the words of its own referrals too.
 */
function hasWords(office: Office, caller: Caller, text: string): Condition {
  const byNumber = hasPartOfReference(text)
  if (isDepartmentOnly(office, caller)) return byNumber
  const match = matchExpression(text, { columns: 'text', country: office.reference.settings.country })
  if (match === null) return byNumber
  return where(
    `r.key IN (SELECT rowid FROM search_index WHERE search_index MATCH ?) OR ${byNumber.sql}`,
    match,
    ...byNumber.params,
  )
}
