import type { AuditFilter, AuditKind, AuditLine, AuditSubject } from '#shared/contract/desktop/audit.ts'
import { assertNever } from '#shared/lib/assert.ts'
import { stringOr } from '#shared/lib/string-or.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { readCase } from '#core/projections/case-store.ts'
import type { AuditAsked } from '#core/store/audit-query.ts'
import { auditCsv } from '#core/reports/audit-csv.ts'
import { exportedThing } from '#core/reports/exported-thing.ts'
import type { AuditCsvLine } from '#core/reports/audit-csv.ts'
import { runTask } from '#core/workers/run-task.ts'
import { recordRead } from './audit.ts'
import { needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { namedUser } from './case-lines.ts'
import { bytesAs } from './file-tickets.ts'
import type { Office } from './office.ts'
import { openCase } from './open-case.ts'
import { readPersonRow } from './persons.ts'
import { referencePrefixes } from './reference-data.ts'
import { maySee, maySeeIdentity, maySeePerson } from './visibility.ts'

/*
 * The audit of reads, read (G-06, R-08, P-03): who opened, looked up, printed or took out what, when, on which machine; and
 * who changed what the office works by. A case that its reader may not open stands there without number.
 */
interface Page {
  readonly offset: number
  readonly limit: number
}

export interface AuditLines {
  readonly total: number
  readonly lines: readonly AuditLine[]
}

export async function auditLines(
  office: Office,
  caller: Caller,
  { filter, page }: { readonly filter: AuditFilter; readonly page: Page },
): Promise<Result<AuditLines>> {
  const allowed = needs(caller, 'audit')
  if (!allowed.ok) return allowed
  const about = filter.case === undefined ? null : openCase(office, caller, filter.case)
  if (about !== null && !about.ok) return about
  const input = { ...askedOf(filter), of: about === null ? null : about.value.id, page }
  const { total, events } = await runTask(office.store, 'readAudit', { input })
  return ok({ total, lines: events.map((event) => lineOf(office, caller, event)) })
}

/** More than a spreadsheet is read with; the period narrows it. */
const mostExported = 50_000

export async function exportAudit(
  office: Office,
  caller: Caller,
  filter: AuditFilter,
): Promise<Result<{ name: string; url: string; lines: number }>> {
  const page = { offset: 0, limit: mostExported }
  const found = await auditLines(office, caller, { filter, page })
  if (!found.ok) return found
  recordRead(office, caller, { kind: 'exported', of: 'audit' })
  const { language } = caller.user
  const bytes = auditCsv(found.value.lines.map(csvLine), { language, zone: office.reference.settings.zone })
  const name = `audit-${office.ports.clock.now().slice(0, 10)}.csv`
  const file = bytesAs({ name, mediaType: 'text/csv', inline: false }, bytes)
  const url = office.tickets.issue(caller, () => Promise.resolve(file))
  return ok({ name, url, lines: found.value.lines.length })
}

const csvLine = ({ at, by, kind, subject, device, via }: AuditLine): AuditCsvLine => ({
  at,
  by: by.name,
  kind,
  subject: csvSubject(subject),
  device,
  via,
})

function csvSubject(subject: AuditSubject): AuditCsvLine['subject'] {
  switch (subject.kind) {
    case 'case':
      return { ar: subject.reference, en: subject.reference }
    case 'person':
      return { ar: subject.name, en: subject.name }
    case 'thing':
      return subject.name
    case 'hidden':
      return { hidden: subject.what }
    case 'none':
      return { ar: '', en: '' }
    default:
      return assertNever(subject)
  }
}

const otherTypes: Readonly<Partial<Record<AuditKind, string>>> = {
  session_opened: 'session.opened',
  password_reset: 'password.reset',
}

function askedOf({ kind, user, from, to }: AuditFilter): Omit<AuditAsked, 'of' | 'page'> {
  const isAdmin = kind === 'admin_changed'
  const type = kind === undefined ? undefined : otherTypes[kind]
  return {
    streams: isAdmin ? referencePrefixes : ['audit:'],
    types: type === undefined ? null : [type],
    read: kind === undefined || isAdmin || type !== undefined ? null : kind,
    actor: user ?? null,
    from: from ?? null,
    to: to ?? null,
  }
}

function lineOf(office: Office, caller: Caller, event: RecordedEvent): AuditLine {
  const { id, at, actor, via, device } = event
  const kind = kindOf(event)
  const by = namedUser(office.reference, actor)
  return { id, at, by, kind, subject: subjectOf(office, caller, { kind, event }), via, device }
}

function kindOf({ stream, type, facts }: RecordedEvent): AuditKind {
  if (!stream.startsWith('audit:')) return 'admin_changed'
  const other = Object.entries(otherTypes).find(([, name]) => name === type)?.[0]
  return (other ?? facts['kind']) as AuditKind
}

interface About {
  readonly kind: AuditKind
  readonly event: RecordedEvent
}

function subjectOf(office: Office, caller: Caller, { kind, event }: About): AuditSubject {
  const { facts } = event
  const of = stringOr(facts['of'], '')
  if (kind === 'admin_changed') return { kind: 'thing', name: changedThing(event) }
  if (kind === 'person_opened') return personSubject(office, caller, of)
  if (kind === 'session_opened') return { kind: 'none' }
  if (kind === 'password_reset')
    return { kind: 'thing', name: namedUser(office.reference, stringOr(facts['user'], '')).name }
  const state = readCase(office.store.db, of)
  if (state !== null && !maySee(office, caller, state)) return { kind: 'hidden', what: 'case' }
  if (state !== null) return { kind: 'case', id: state.id, reference: state.reference }
  return kind === 'exported' ? { kind: 'thing', name: exportedThing(of) } : { kind: 'none' }
}

function personSubject(office: Office, caller: Caller, id: string): AuditSubject {
  const person = maySeeIdentity(office, caller) ? readPersonRow(office.store.db, id) : null
  return person === null || !maySeePerson(office, caller, id)
    ? { kind: 'hidden', what: 'person' }
    : { kind: 'person', id, name: person.displayName }
}

interface Changed {
  readonly name?: { readonly ar: string; readonly en: string }
  readonly labels?: { readonly ar: string; readonly en: string }
}

const withoutName: Readonly<Record<string, { readonly ar: string; readonly en: string }>> = {
  'calendar.set': { ar: 'التقويم', en: 'Calendar' },
  'targets.set': { ar: 'المدد', en: 'Limits' },
  'priorities.set': { ar: 'مصفوفة الأولوية', en: 'Priority matrix' },
}

function changedThing({ type, facts }: RecordedEvent): { readonly ar: string; readonly en: string } {
  const { name, labels } = facts as Changed
  return withoutName[type] ?? name ?? labels ?? { ar: type, en: type }
}
