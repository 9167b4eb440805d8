import { isDeepStrictEqual } from 'node:util'
import type { Case } from '#shared/domain/case/state.ts'
import { referenceTokens } from '#core/search/update-index.ts'
import { sqliteCode, type ReadableDb } from '#core/store/driver.ts'
import { readStream } from '#core/store/read-stream.ts'
import { caseRow } from './case-row.ts'
import { wrongStates } from './fold-log.ts'

/*
 * What lists, people and search are read from, held against what it was made from: everything by its number, a sample by
 * what it says. For a worker.
 */
const sampleSize = 300

/** How much is not as the log says: cases and people in tables, and what the indexes of words lack. */
export interface WrongTables {
  readonly tables: number
  readonly search: number
}

export function wrongTables(db: ReadableDb, isCancelled: () => boolean = () => false): WrongTables {
  const cases = new Set([
    ...wrongStates(db, isCancelled),
    ...db.snapshot(() => [...unpairedRows(db), ...wrongRows(db)]),
  ])
  // Log and tables are two files: whoever was written between the two readings is read once more.
  const people = new Set(wrongPeople(db).filter((id) => !isPersonAsFolded(db, id)))
  return { tables: cases.size + people.size, search: db.snapshot(() => lacking(db) + unfound(db)) }
}

const ids = (db: ReadableDb, sql: string): readonly string[] => db.all<{ id: string }>(sql).map(({ id }) => id)

/** A registered case has its state, its row and its facts. */
const unpairedRows = (db: ReadableDb): readonly string[] => [
  ...ids(db, "SELECT id FROM case_states WHERE id NOT IN (SELECT id FROM case_rows) AND state ->> '$.kind' = 'case'"),
  ...ids(db, 'SELECT id FROM case_rows WHERE id NOT IN (SELECT id FROM case_states)'),
  ...ids(db, 'SELECT id FROM case_rows WHERE key NOT IN (SELECT key FROM case_facts)'),
]

function wrongRows(db: ReadableDb): readonly string[] {
  return sampleOf(ids(db, 'SELECT id FROM case_rows ORDER BY key')).filter((id) => {
    const state = db.value<string>('SELECT state FROM case_states WHERE id = ?', id)
    if (state === undefined) return true
    const expected = Object.entries(caseRow(JSON.parse(state) as Case))
    const stored = db.get<object>(`SELECT ${expected.map(([name]) => name).join(', ')} FROM case_rows WHERE id = ?`, id)
    return JSON.stringify(stored) !== JSON.stringify(Object.fromEntries(expected))
  })
}

/** Everybody whom the tables lack or have too much, and of the others a sample. */
function wrongPeople(db: ReadableDb): readonly string[] {
  const known = ids(db, 'SELECT id FROM people ORDER BY key')
  const streams = "SELECT DISTINCT substr(stream, 8) AS id FROM events WHERE stream >= 'person:' AND stream < 'person;'"
  const unknown = ids(db, `SELECT id FROM (${streams}) WHERE id NOT IN (SELECT id FROM people)`)
  const invented = ids(db, `SELECT id FROM people WHERE id NOT IN (${streams})`)
  return [...unknown, ...invented, ...sampleOf(known)].filter((id) => !isPersonAsFolded(db, id))
}

function isPersonAsFolded(db: ReadableDb, id: string): boolean {
  const last = readStream(db, `person:${id}`).findLast(({ type }) => /^person\.(recorded|forgotten)$/.test(type))
  const details = last?.type === 'person.recorded' ? last.private?.['details'] : undefined
  const stored = db.value<string>('SELECT details FROM people WHERE id = ?', id)
  if (stored === undefined || details === undefined) return stored === details
  // Members may stand in another order there.
  return isDeepStrictEqual(JSON.parse(stored), details)
}

interface Indexed {
  readonly index: string
  readonly rows: string
  readonly waiting: string
  /** Up to where the rows were brought in. */
  readonly to: string
}

const indexOfCases: Indexed = { index: 'search_index', rows: 'case_rows', waiting: 'search_waiting', to: 'cases' }
const indexOfNames: Indexed = { index: 'people_names', rows: 'people', waiting: 'people_waiting', to: 'people' }

/** What was brought into an index is in it, but for what waits to come again (`search-marks.ts`), and nothing else is. */
function lacking(db: ReadableDb): number {
  const differences = ({ index, rows, waiting, to }: Indexed): string =>
    `SELECT (SELECT count(*) FROM ${rows} WHERE key <= (SELECT ${to} FROM indexed_to)
       AND key NOT IN (SELECT key FROM ${waiting}) AND key NOT IN (SELECT id FROM ${index}_docsize))
     + (SELECT count(*) FROM ${index}_docsize WHERE id NOT IN (SELECT key FROM ${rows}))`
  return (db.value<number>(differences(indexOfCases)) ?? 0) + (db.value<number>(differences(indexOfNames)) ?? 0)
}

/** Of a sample of the indexed cases: how many are not found by their own reference. */
function unfound(db: ReadableDb): number {
  const indexed = db.all<{ key: number; reference: string }>(
    'SELECT key, reference FROM case_rows WHERE key IN (SELECT id FROM search_index_docsize) AND key NOT IN (SELECT key FROM search_waiting)',
  )
  return sampleOf(indexed).filter(({ key, reference }) => !isFound(db, key, reference)).length
}

function isFound(db: ReadableDb, key: number, reference: string): boolean {
  const [whole = ''] = referenceTokens(reference)
  try {
    return db.value('SELECT 1 FROM search_index WHERE search_index MATCH ? AND rowid = ?', `text:"${whole}"`, key) === 1
  } catch (error) {
    // The index's own pages contradict each other.
    if (sqliteCode(error) === null) throw error
    return false
  }
}

function sampleOf<T>(all: readonly T[]): readonly T[] {
  const step = Math.ceil(all.length / sampleSize)
  return all.filter((_, index) => index % step === 0)
}
