import type { AuditFilter, AuditKind, AuditLine, AuditSubject } from '#shared/contract/desktop/audit.ts'
import type { PersonDetails } from '#shared/domain/person/person-details.ts'
import { assertNever } from '#shared/lib/assert.ts'
import { stringOr } from '#shared/lib/string-or.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { readCase } from '#core/projections/case-store.ts'
import type { AuditAsked, AuditEvent } from '#core/store/audit-query.ts'
import { auditCsv } from '#core/reports/audit-csv.ts'
import type { ChangeNames } from '#core/reports/changes/field.ts'
import { changedThing } from '#core/reports/changes/changed-thing.ts'
import { personChanges } from '#core/reports/changes/person-changes.ts'
import { referenceChanges } from '#core/reports/changes/reference-changes.ts'
import { exportedThing, forgottenThing, issuedThing, resetThing } from '#core/reports/exported-thing.ts'
import type { AuditCsvLine } from '#core/reports/audit-csv.ts'
import { runTask } from '#core/workers/run-task.ts'
import { recordRead } from './audit.ts'
import { needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { namedUser } from './case-lines.ts'
import { changeNames } from './change-names.ts'
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
  const asked = auditAsked(office, caller, filter)
  if (!asked.ok) return asked
  const { total, events } = await runTask(office.store, 'readAudit', { input: { asked: asked.value, part: page } })
  return ok({ total, lines: events.map((each) => lineOf(office, caller, each)) })
}

/** Lines that are read and said at once. */
const sliceLines = 200

/** Every line that passes the filter, however many they are; what is written meanwhile is no part of it (G-06). */
export async function exportAudit(
  office: Office,
  caller: Caller,
  {
    language = caller.user.language,
    ...filter
  }: AuditFilter & { readonly language?: Caller['user']['language'] | undefined },
): Promise<Result<{ name: string; url: string; lines: number }>> {
  const asked = auditAsked(office, caller, filter)
  if (!asked.ok) return asked
  const csv = auditCsv({ language, zone: office.reference.settings.zone })
  const parts = [csv.head()]
  let lines = 0
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const input = { asked: asked.value, part: { before, limit: sliceLines } }
    const events = await runTask(office.store, 'readAuditSlice', { input })
    parts.push(csv.rows(events.map((each) => csvLine(lineOf(office, caller, each)))))
    lines += events.length
    before = events.at(-1)?.event.seq ?? 0
    if (events.length < sliceLines) break
  }
  recordRead(office, caller, { kind: 'exported', of: 'audit' })
  const name = `audit-${office.ports.clock.now().slice(0, 10)}.csv`
  const file = bytesAs({ name, mediaType: 'text/csv', inline: false }, Buffer.concat(parts))
  return ok({ name, url: office.tickets.issue(caller, () => Promise.resolve(file)), lines })
}

/** What is asked of the log, for whoever may; a case is named by its number. */
function auditAsked(office: Office, caller: Caller, filter: AuditFilter): Result<AuditAsked> {
  const allowed = needs(caller, 'audit')
  if (!allowed.ok) return allowed
  const about = filter.case === undefined ? null : openCase(office, caller, filter.case)
  if (about !== null && !about.ok) return about
  return ok({ ...askedOf(filter), of: about === null ? null : about.value.id })
}

const csvLine = ({ at, by, kind, subject, device, via, changes }: AuditLine): AuditCsvLine => ({
  at,
  by: by.name,
  kind,
  subject: csvSubject(subject),
  device,
  via,
  changes,
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

function askedOf({ kind, user, from, to }: AuditFilter): Omit<AuditAsked, 'of'> {
  const type = kind === undefined ? undefined : otherTypes[kind]
  return {
    ...eventsOf(kind),
    read: kind === undefined || kind in streamsOf || type !== undefined ? null : kind,
    actor: user ?? null,
    from: from ?? null,
    to: to ?? null,
  }
}

/** Where the events of a kind stand, where that is not the audit of a machine. */
const streamsOf: Readonly<Partial<Record<AuditKind, readonly string[]>>> = {
  admin_changed: referencePrefixes,
  person_changed: ['person:'],
  report_issued: ['report:'],
}

function eventsOf(kind: AuditKind | undefined): Pick<AuditAsked, 'streams' | 'types'> {
  const type = kind === undefined ? undefined : otherTypes[kind]
  return {
    streams: (kind === undefined ? undefined : streamsOf[kind]) ?? ['audit:'],
    types: type === undefined ? null : [type],
  }
}

function lineOf(office: Office, caller: Caller, { event, before }: AuditEvent): AuditLine {
  const { id, at, actor, via, device } = event
  const kind = kindOf(event)
  const by = namedUser(office.reference, actor)
  const subject = subjectOf(office, caller, { kind, event })
  return {
    id,
    at,
    by,
    kind,
    subject,
    via,
    device,
    changes: changesOf(changeNames(office, caller), { event, before }, subject),
  }
}

function changesOf(names: ChangeNames, { event, before }: AuditEvent, subject: AuditSubject): AuditLine['changes'] {
  if (event.stream.startsWith('audit:')) return []
  if (!event.stream.startsWith('person:')) return referenceChanges(event, before?.facts ?? null, names)
  const [old, now] = [before?.private?.['details'], event.private?.['details']]
  if (old === undefined || now === undefined) return []
  return personChanges(old as PersonDetails, now as PersonDetails, { names, isSeen: subject.kind === 'person' })
}

function kindOf({ stream, type, facts }: RecordedEvent): AuditKind {
  if (stream.startsWith('person:')) return 'person_changed'
  if (stream.startsWith('report:')) return 'report_issued'
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
  if (kind === 'admin_changed') return { kind: 'thing', name: changedThing(event.type, facts) }
  if (kind === 'report_issued') return { kind: 'thing', name: issuedThing(event.facts) }
  if (event.type === 'person.forgotten') return { kind: 'thing', name: forgottenThing(facts['reason']) }
  if (kind === 'person_changed') return personSubject(office, caller, event.stream.slice('person:'.length))
  if (kind === 'person_opened') return personSubject(office, caller, of)
  if (kind === 'session_opened') return { kind: 'none' }
  if (kind === 'password_reset')
    return {
      kind: 'thing',
      name: resetThing(namedUser(office.reference, stringOr(facts['user'], '')).name, facts['by']),
    }
  const state = readCase(office.store.db, of)
  if (state !== null && !maySee(office, caller, state)) return { kind: 'hidden', what: 'case' }
  if (state !== null) return { kind: 'case', id: state.id, reference: state.reference }
  return kind === 'exported' || kind === 'printed' ? { kind: 'thing', name: exportedThing(of) } : { kind: 'none' }
}

function personSubject(office: Office, caller: Caller, id: string): AuditSubject {
  const person = maySeeIdentity(office, caller) ? readPersonRow(office.store.db, id) : null
  return person === null || !maySeePerson(office, caller, id)
    ? { kind: 'hidden', what: 'person' }
    : { kind: 'person', id, name: person.displayName }
}
