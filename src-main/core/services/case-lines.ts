import type { CaseLine, Named } from '#shared/contract/desktop/views.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Caller } from './caller.ts'
import { entryLabel, typeLabel } from './entry-label.ts'
import type { Office } from './office.ts'
import { ownReferral } from './own-referral.ts'
import { unitLabel, userLabel } from './reference-data.ts'
import type { ReferenceData } from './reference-data.ts'
import { maySeeIdentity, maySeeText, visibilitySql } from './visibility.ts'

/** Columns of a line, joined with subject and name; `lines` turns them into what the window shows. */
export const lineColumns = `r.id, r.reference, r.office, r.type, r.type_entry, r.status, r.stage, r.step, r.channel, r.service, r.complexity, r.importance, r.priority,
  r.confidentiality, r.received_at, r.due_at, r.running_due, r.held, r.cycle, r.handler, r.departments, r.referral_due, r.next_at, r.escalation,
  r.subject, (SELECT name FROM people p WHERE p.id = r.person) AS person, r.person IS NULL AS anonymous`

export interface LineRow {
  readonly id: string
  readonly reference: string
  readonly office: string
  readonly type: CaseLine['type']
  readonly type_entry: string
  readonly status: CaseLine['status']
  readonly stage: CaseLine['stage']
  readonly step: string
  readonly channel: string
  readonly service: string | null
  readonly complexity: CaseLine['complexity']
  readonly importance: CaseLine['importance']
  readonly priority: CaseLine['priority']
  readonly confidentiality: CaseLine['confidentiality']
  readonly received_at: CaseLine['receivedAt']
  readonly due_at: CaseLine['due']
  readonly running_due: CaseLine['due']
  readonly held: number
  readonly cycle: number
  readonly handler: string | null
  readonly departments: string
  readonly referral_due: CaseLine['referralDue']
  readonly next_at: CaseLine['nextAt']
  readonly escalation: number
  readonly subject: string | null
  readonly person: string | null
  readonly anonymous: number
}

interface Reader {
  readonly isOutside: boolean
  readonly seesIdentity: boolean
}

/** A department never holds who he is; whoever may know him finds no record behind an id where that was removed (S19). */
function whyUnnamed({ person, anonymous }: LineRow, { isOutside, seesIdentity }: Reader): CaseLine['unnamed'] {
  if (isOutside) return 'hidden'
  if (anonymous === 1) return 'anonymous'
  if (!seesIdentity) return 'hidden'
  return person === null ? 'forgotten' : null
}

/** In: rows of `lineColumns`. Out: lines with labels in both languages and nothing the caller may not see. */
export function toLines(office: Office, caller: Caller, rows: readonly LineRow[]): readonly CaseLine[] {
  const data = office.reference
  const now = office.ports.clock.now()
  const isOutside = isDepartmentOnly(office, caller)
  const sees = { identity: maySeeIdentity(office, caller), text: maySeeText(office, caller) }
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    office: { id: row.office, name: unitLabel(data, row.office) },
    type: row.type,
    typeLabel: typeLabel(data, row.type, row.type_entry),
    status: row.status,
    stage: row.stage,
    awaits: isOutside ? null : (afterAnswer.find((step) => step === row.step) ?? null),
    subject: sees.text ? (row.subject ?? '') : '',
    person: sees.identity ? row.person : null,
    unnamed: whyUnnamed(row, { isOutside, seesIdentity: sees.identity }),
    channel: { id: row.channel, name: entryLabel(data, 'channels', row.channel) },
    service: row.service === null ? null : { id: row.service, name: entryLabel(data, 'services', row.service) },
    complexity: row.complexity,
    importance: row.importance,
    priority: row.priority,
    confidentiality: row.confidentiality,
    receivedAt: row.received_at,
    due: row.due_at,
    overdue: row.running_due !== null && row.held === 0 && row.running_due < now,
    cycle: row.cycle,
    handler: row.handler === null ? null : namedUser(data, row.handler),
    departments: (JSON.parse(row.departments) as string[])
      .filter((id) => !isOutside || id === caller.user.unit)
      .map((id) => ({ id, name: unitLabel(data, id) })),
    referralDue: row.referral_due,
    nextAt: isOutside ? null : row.next_at,
    escalation: row.escalation,
    referral: isOutside ? ownReferral(office, caller, row.id) : null,
  }))
}

/** What an answered case waits for; a department does not learn how it was rated. */
const afterAnswer = ['call', 'reopen', 'close'] as const

export const namedUser = (data: ReferenceData, id: string): Named => ({ id, name: userLabel(data, id) })

/** Lines in the order of the ids, of the cases among them that the caller may see. */
export function linesOf(office: Office, caller: Caller, ids: readonly string[]): readonly CaseLine[] {
  const seen = visibilitySql(office, caller)
  const rows = office.store.db.all<LineRow>(
    `SELECT ${lineColumns} FROM case_rows r WHERE r.id IN (SELECT value FROM json_each(?)) AND ${seen.sql}`,
    JSON.stringify(ids),
    ...seen.params,
  )
  const byId = new Map(toLines(office, caller, rows).map((line) => [line.id, line]))
  return ids.map((id) => byId.get(id)).filter((line) => line !== undefined)
}
