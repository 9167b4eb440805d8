import type { UnitSet } from '#shared/domain/access/events.ts'
import { CaseId } from '#shared/domain/case/event-parts.ts'
import { pendingEvent } from '#shared/domain/case/decide.ts'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import { evolve } from '#shared/domain/case/evolve.ts'
import { noCase } from '#shared/domain/case/state.ts'
import type { Case, CaseState } from '#shared/domain/case/state.ts'
import { parseReference } from '#shared/domain/numbering/parse-reference.ts'
import { stringOr } from '#shared/lib/string-or.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import { findCaseId, readState } from '#core/projections/case-store.ts'
import type { WritableDb } from '#core/store/driver.ts'
import type { Caller } from '../caller.ts'
import { decideContext } from '../decide-context.ts'
import { skipUsedSerial, takeReference } from '../numbers.ts'
import type { Office } from '../office.ts'
import { unitSet } from '#shared/domain/case/shipped-office.ts'
import { writeCommit } from '../write.ts'
import type { Fresh } from '../write.ts'
import type { RowPlace } from './row-parts.ts'
import { eventOf, historyEvent, openingEvents } from './history-events.ts'
import type { HistoryEvent } from './history-events.ts'
import { isPersonRow } from './history-row.ts'
import type { HistoryRow, PersonRow } from './history-row.ts'
import { momentFault } from './moment-fault.ts'
import { personEvent } from './person-row.ts'
import { namedId, stableId } from './stable-id.ts'

interface NumberedRow {
  readonly line: number
  readonly row: HistoryRow | PersonRow
}

export interface HistoryWriter {
  /** Writes a slice in one transaction. Out: the lines that were not taken. */
  readonly write: (slice: readonly NumberedRow[]) => readonly { readonly line: number; readonly refusal: Refusal }[]
  readonly counts: () => { readonly cases: number; readonly events: number; readonly repeated: number }
}

/** Work on one slice: states as they become, events to append. */
interface Slice {
  readonly db: WritableDb
  readonly states: Map<string, CaseState>
  readonly events: Fresh[]
  readonly units: Map<string, UnitSet>
  /** Name in the file → id; and whether the log already has anything of it. */
  readonly cases: Map<string, { readonly id: CaseId; readonly isOld: boolean }>
  /** Ids of events and reference numbers that this slice writes. */
  readonly taken: Set<string>
  readonly userOf: (name: string) => string
}

const newSlice = (office: Office, db: WritableDb): Slice => ({
  db,
  states: new Map(),
  events: [],
  units: new Map(),
  cases: new Map(),
  taken: new Set(),
  userOf: (name) => userOf(office, name),
})

export function createHistoryWriter(office: Office, caller: Caller): HistoryWriter {
  const counts = { cases: 0, events: 0, repeated: 0 }
  /** Receipts whose registration comes on a later line. */
  const receipts = new Map<string, HistoryRow>()
  const takeCaseRow = (slice: Slice, row: HistoryRow): Result<null> => {
    const { id, isOld } = caseOf(slice, row.case)
    if (row.event === 'received') receipts.set(row.case, row)
    if (isThere(slice, `case:${id}`, { row, isOld })) counts.repeated += 1
    else if (row.event !== 'received') return takeNewRow(slice, { caller, row, id })
    else if (stateOf(slice, id).kind === 'case') return outOfOrder(row)
    return ok(null)
  }
  const takeNewRow = (slice: Slice, asked: Asked): Result<null> => {
    const isFirst = asked.row.event === 'registered'
    const events = isFirst
      ? opening(office, slice, { ...asked, received: receipts.get(asked.row.case) })
      : later(office, slice, asked)
    if (!events.ok) return events
    counts.cases += isFirst ? 1 : 0
    counts.events += events.value.length
    return ok(null)
  }
  const takePersonRow = (slice: Slice, row: PersonRow): Result<null> => {
    const event = personEvent(row)
    if (!event.ok) return event
    if (isThere(slice, event.value.stream, { row, isOld: true })) counts.repeated += 1
    else {
      slice.events.push({ ...event.value, ...actorOf(slice, row) })
      counts.events += 1
    }
    return ok(null)
  }
  return {
    counts: () => counts,
    write: (rows) => {
      const refused: { line: number; refusal: Refusal }[] = []
      const written = writeCommit(office, { actor: caller.id, session: caller.session, via: 'import' }, (db) => {
        const slice = newSlice(office, db)
        for (const { line, row } of rows) {
          const taken = isPersonRow(row.event)
            ? takePersonRow(slice, row as PersonRow)
            : takeCaseRow(slice, row as HistoryRow)
          if (!taken.ok) refused.push({ line, refusal: taken.refusal })
        }
        return ok(slice.events)
      })
      return written.ok ? refused : rows.map(({ line }) => ({ line, refusal: written.refusal }))
    },
  }
}

function caseOf(slice: Slice, name: string): { readonly id: CaseId; readonly isOld: boolean } {
  const known = slice.cases.get(name)
  if (known !== undefined) return known
  const id = CaseId.parse(namedId('case', name))
  const isOld = slice.db.value<number>('SELECT 1 FROM events WHERE stream = ? LIMIT 1', `case:${id}`) === 1
  slice.cases.set(name, { id, isOld })
  return { id, isOld }
}

/** Written by an earlier run, or by an earlier line. Known by stream and id together: the log has one index for both. */
function isThere(
  slice: Slice,
  stream: string,
  { row, isOld }: { readonly row: HistoryRow | PersonRow; readonly isOld: boolean },
): boolean {
  const id = stableId('event', row.id, row.at)
  if (slice.taken.has(`${stream} ${id}`)) return true
  slice.taken.add(`${stream} ${id}`)
  return isOld && slice.db.value<number>('SELECT 1 FROM events WHERE stream = ? AND id = ?', stream, id) === 1
}

interface Asked {
  readonly caller: Caller
  readonly row: HistoryRow
  readonly id: CaseId
}

const outOfOrder = (row: HistoryRow): Result<never> =>
  refuse('history-out-of-order', { event: row.event, case: row.case })

function opening(
  office: Office,
  slice: Slice,
  asked: Asked & { readonly received: HistoryRow | undefined },
): Result<readonly HistoryEvent[]> {
  const { row, id, received } = asked
  if (stateOf(slice, id).kind === 'case') return outOfOrder(row)
  const { settings } = office.reference
  const reference = referenceOf(office, slice, row)
  if (!reference.ok) return reference
  const receipt = received ?? { ...row, id: `${row.id} receipt`, event: 'received' as const }
  const context = contextAt(office, slice, asked)
  const made = openingEvents(id, {
    received: receipt,
    registered: row,
    context,
    reference: reference.value,
    country: settings.country,
    office: settings.office,
  })
  if (!made.ok) return made
  const events = [...made.value, ...sessionEvent(office, asked, receipt)]
  const folded = fold(slice, asked, events)
  if (!folded.ok) return folded
  return hasClasses(row) ? classified(office, slice, { ...asked, events }) : ok(events)
}

const classFields = ['complexity', 'procedure', 'service', 'importance']
const hasClasses = (row: HistoryRow): boolean => classFields.some((name) => row.fields[name] !== undefined)

/** Classes on the registration's line become an event of their own. */
function classified(
  office: Office,
  slice: Slice,
  { events, ...asked }: Asked & { readonly events: readonly HistoryEvent[] },
): Result<readonly HistoryEvent[]> {
  const { due: _due, ...fields } = asked.row.fields
  const row: HistoryRow = { ...asked.row, id: `${asked.row.id} class`, event: 'classified', fields }
  const more = later(office, slice, { ...asked, row })
  return more.ok ? ok([...events, ...more.value]) : more
}

function sessionEvent(office: Office, { row, id }: Asked, received: HistoryRow): readonly HistoryEvent[] {
  const channel = stringOr(received.fields['channel'], 'phone')
  if (office.reference.lists.channels.entries.get(channel)?.attributes.synchronous !== true) return []
  const event = eventOf(row, id, {
    type: 'session_started',
    part: ' session',
    fields: { session: `import ${row.case}`.slice(0, 64), channel },
  })
  return event.ok ? [event.value] : []
}

function later(office: Office, slice: Slice, asked: Asked): Result<readonly HistoryEvent[]> {
  const { row, id } = asked
  const state = stateOf(slice, id)
  if (state.kind === 'none') return outOfOrder(row)
  if (row.at < state.lastEventAt) return refuse('history-earlier-than-last', { at: row.at, case: row.case })
  const place: RowPlace = {
    row,
    context: contextAt(office, slice, asked),
    unitOf: (code) => unitOf(office, slice, code),
    userOf: (name) => userOf(office, name),
  }
  const event = historyEvent(place, id, state as Case)
  if (!event.ok) return event
  const fault = momentFault({ ...event.value, type: row.event, at: row.at }, state as Case)
  return fault === null ? fold(slice, asked, [event.value]) : { ok: false, refusal: fault }
}

/** Folds events onto the case as it stands in this slice; one that the case cannot take is refused, not written. */
function fold(slice: Slice, { row, id }: Asked, events: readonly HistoryEvent[]): Result<readonly HistoryEvent[]> {
  const before = stateOf(slice, id)
  let state = before
  for (const event of events) {
    if (event.type === 'person.recorded') continue
    const pending = pendingEvent(event as unknown as CaseEvent, {
      id: event.id ?? '',
      at: row.at,
      actor: row.by === null ? 'import' : slice.userOf(row.by),
    })
    state = evolve(state, pending, id)
  }
  if (state.unapplied.length > before.unapplied.length) return outOfOrder(row)
  slice.states.set(id, state)
  slice.events.push(...events.map((event) => ({ ...event, ...actorOf(slice, row) })))
  return ok(events)
}

/** Who acted then, as the register names him. */
const actorOf = (slice: Slice, row: HistoryRow | PersonRow): { actor?: string } =>
  row.by === null ? {} : { actor: slice.userOf(row.by) }

function stateOf(slice: Slice, id: string): CaseState {
  return slice.states.get(id) ?? readState(slice.db, id) ?? noCase
}

/** Everything the rulebook's reckoning needs, as at the row's time. */
function contextAt(office: Office, slice: Slice, { caller, row, id }: Asked) {
  const context = decideContext(office, slice.db, {
    caller,
    caseId: id,
    owner: office.reference.settings.office,
    reference: null,
    idsNeeded: 0,
  })
  return { ...context, now: row.at }
}

/** A reference of this office's own keeps its number; any other case gets the next one of the year it was registered in. */
function referenceOf(office: Office, slice: Slice, row: HistoryRow): Result<string> {
  const { code, zone } = office.reference.settings
  const given = row.fields['reference']
  const parsed = typeof given === 'string' ? parseReference(given) : null
  if (parsed?.ok === true && parsed.value.office === code) {
    if (slice.taken.has(parsed.value.reference) || findCaseId(slice.db, parsed.value.reference) !== null)
      return refuse('code-in-use', { code: parsed.value.reference })
    slice.taken.add(parsed.value.reference)
    skipUsedSerial(slice.db, Number(`20${parsed.value.yearOfCentury}`), parsed.value.serial)
    return ok(parsed.value.reference)
  }
  return takeReference(slice.db, { office: code, zone, now: row.at })
}

/** A department by code or id; an unknown one becomes a unit of that name, so that old registers keep their departments. */
function unitOf(office: Office, slice: Slice, codeOrId: string): string {
  const units = [...office.reference.units.values(), ...slice.units.values()]
  const known = units.find((unit) => unit.id === codeOrId || unit.code.toLowerCase() === codeOrId.toLowerCase())
  if (known !== undefined) return known.id
  const code = codeOrId.slice(0, 32) || '-'
  const unit: UnitSet = {
    id: `dept-${namedId('action', code)}` as UnitSet['id'],
    kind: 'department',
    code,
    name: { ar: codeOrId.slice(0, 200) || '-', en: codeOrId.slice(0, 200) || '-' },
    parent: office.reference.settings.office,
    active: true,
    serves: [],
    contact: { phone: '', email: '', liaison: '' },
  }
  slice.units.set(unit.id, unit)
  slice.events.push(unitSet(unit))
  return unit.id
}

const longestUser = 64

function userOf(office: Office, name: string): string {
  const known = [...office.reference.users.values()].find(
    (user) => user.id === name || user.username.toLowerCase() === name.toLowerCase(),
  )
  return known?.id ?? `import-${name}`.slice(0, longestUser)
}
