import type { CallerHistory, PersonView } from '#shared/contract/desktop/views.ts'
import type { PersonDetails } from '#shared/domain/person/person-details.ts'
import { parsePhone } from '#shared/domain/person/parse-phone.ts'
import { nameKey } from '#shared/text/name-key.ts'
import { foldDigits } from '#shared/text/fold-digits.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { hasPeopleWaiting, indexPeople } from '#core/search/index-people.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { recordOpening } from './audit.ts'
import { needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { linesOf } from './case-lines.ts'
import { joined, visible } from './condition.ts'
import { recordsOfHuman, seenRecordsOf } from './human-records.ts'
import type { Office } from './office.ts'
import { personView, readPersonRow } from './persons.ts'
import { maySeePerson } from './visibility.ts'

const mostCases = 50
/** Who was just registered is found at once: the index of names is brought up to date by the first who asks. */
const mostIndexed = 200
/** So many hits the caller may not see never push out one that he may. */
const mostHidden = 50

/** People by what the caller says first: phone, document number, or name in any spelling. */
export function findPeople(
  office: Office,
  caller: Caller,
  asked: { readonly text: string; readonly limit: number },
): readonly PersonView[] {
  const { text } = asked
  const limit = asked.limit + mostHidden
  const { db } = office.store
  const digits = foldDigits(text).replace(/[\s()./-]/g, '')
  const rows = /^\+?\d{3,}$/.test(digits) ? byNumber(office, digits, limit) : byName(office, text, limit)
  const seen = new Set<string>()
  return rows
    .filter((row) => !seen.has(row.id) && seen.add(row.id))
    .filter((row) => maySeePerson(office, caller, row.id))
    .slice(0, asked.limit)
    .map((row) =>
      personView(
        row.id,
        JSON.parse(db.value<string>('SELECT details FROM people WHERE id = ?', row.id) ?? '{}') as PersonDetails,
      ),
    )
}

type Row = { readonly id: string }

function byNumber(office: Office, digits: string, limit: number): readonly Row[] {
  const { db } = office.store
  const phone = parsePhone(digits, office.reference.settings.country)
  const numbers = phone.ok ? [phone.value.e164, digits] : [digits]
  const exact = numbers.flatMap((number) =>
    db.all<Row>(
      'SELECT id FROM people WHERE mobile = ? OR phone = ? OR document = ? LIMIT ?',
      number,
      number,
      number,
      limit,
    ),
  )
  if (exact.length > 0 || digits.length < 4) return exact
  return db.all<Row>('SELECT id FROM people WHERE document >= ? AND document < ? LIMIT ?', digits, `${digits}:`, limit)
}

function byName(office: Office, text: string, limit: number): readonly Row[] {
  const { db } = office.store
  if (text.includes('@'))
    return db.all<Row>('SELECT id FROM people WHERE email = ? LIMIT ?', text.trim().toLowerCase(), limit)
  const words = nameKey(text)
    .split(' ')
    .filter((word) => word.length > 0)
  if (words.length === 0) return []
  if (hasPeopleWaiting(db)) db.transaction(() => indexPeople(db, mostIndexed))
  const match = words.map((word) => `"${word.replaceAll('"', '')}"*`).join(' ')
  return db.all<Row>(
    'SELECT p.id FROM people_names n JOIN people p ON p.key = n.rowid WHERE n.people_names MATCH ? ORDER BY n.rank LIMIT ?',
    match,
    limit,
  )
}

const isForgotten = (db: ReadableDb, id: string): boolean =>
  db.value("SELECT 1 FROM events WHERE stream = ? AND type = 'person.forgotten' LIMIT 1", `person:${id}`) === 1

/** What a person brought before, under whichever of his records, as far as the caller may see it; newest first. */
export function historyOf(office: Office, caller: Caller, id: string): Result<CallerHistory> {
  const { db } = office.store
  if (!office.store.tablesReady) return refuse('tables-building')
  const person = readPersonRow(db, id)
  if (person === null) return isForgotten(db, id) ? refuse('person-forgotten') : refuse('not-found', { what: id })
  if (!maySeePerson(office, caller, id)) return refuse('not-found', { what: id })
  const records = recordsOfHuman(db, id)
  const isTheirs = { sql: `r.person IN (${records.map(() => '?').join(', ')})`, params: records }
  const condition = joined([isTheirs, visible(office, caller)])
  const rows = db.all<{ id: string; is_open: number }>(
    `SELECT r.id, r.is_open FROM case_rows r WHERE ${condition.sql} ORDER BY r.received_seq DESC LIMIT ${mostCases}`,
    ...condition.params,
  )
  const total = db.value<number>(`SELECT count(*) FROM case_rows r WHERE ${condition.sql}`, ...condition.params) ?? 0
  const open =
    db.value<number>(
      `SELECT count(*) FROM case_rows r WHERE ${condition.sql} AND r.is_open = 1`,
      ...condition.params,
    ) ?? 0
  return ok({
    person,
    records: seenRecordsOf(office, caller, id).length,
    elsewhere: records.filter((record) => readPersonRow(db, record) === null).length,
    open,
    total,
    cases: linesOf(
      office,
      caller,
      rows.map((row) => row.id),
    ),
  })
}

function firstKnown(office: Office, caller: Caller, texts: readonly string[]): readonly PersonView[] {
  for (const text of texts.filter((each) => each.trim().length >= 3)) {
    const found = findPeople(office, caller, { text, limit: 8 })
    if (found.length > 0) return found
  }
  return []
}

/** The callers that a typed number or name may mean, with their cases. */
export function callerHistory(
  office: Office,
  caller: Caller,
  texts: readonly string[],
): Result<{ callers: readonly CallerHistory[] }> {
  const allowed = needs(caller, 'identify')
  if (!allowed.ok) return allowed
  const callers = office.store.tablesReady ? firstKnown(office, caller, texts) : []
  const histories = callers.map((person) => historyOf(office, caller, person.id))
  if (callers.length === 1) recordOpening(office, caller, { kind: 'person_opened', of: callers[0]?.id ?? '' })
  return ok({ callers: histories.filter((history) => history.ok).map((history) => history.value) })
}
