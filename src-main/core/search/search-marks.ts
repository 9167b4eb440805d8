import type { ReadableDb, WritableDb } from '#core/store/driver.ts'

/*
 * What the indexes of words lack. Rows come with ever greater keys, so all behind the last one indexed wait, and a
 * registration need not write that down; only what changed after it was indexed has a mark.
 */
export const createMarks = [
  'CREATE TABLE search_waiting (key INTEGER PRIMARY KEY) STRICT',
  'CREATE TABLE people_waiting (key INTEGER PRIMARY KEY) STRICT',
  'CREATE TABLE indexed_to (id INTEGER PRIMARY KEY CHECK (id = 1), cases INTEGER NOT NULL, people INTEGER NOT NULL) STRICT',
  'INSERT INTO indexed_to (id, cases, people) VALUES (1, 0, 0)',
]

/** The words of this case are to be indexed anew. A key that is given a second time after its case was removed is marked too. */
export function markCase(db: WritableDb, key: number): void {
  db.run('INSERT OR IGNORE INTO search_waiting (key) SELECT ? WHERE ? <= (SELECT cases FROM indexed_to)', key, key)
}

/** The same for all cases of a person. */
export function markCasesOf(db: WritableDb, person: string): void {
  db.run(
    'INSERT OR IGNORE INTO search_waiting (key) SELECT key FROM case_rows WHERE person = ? AND key <= (SELECT cases FROM indexed_to)',
    person,
  )
}

export function markPerson(db: WritableDb, key: number): void {
  db.run('INSERT OR IGNORE INTO people_waiting (key) SELECT ? WHERE ? <= (SELECT people FROM indexed_to)', key, key)
}

export const unmarkCase = (db: WritableDb, key: number): void =>
  void db.run('DELETE FROM search_waiting WHERE key = ?', key)

export const unmarkPerson = (db: WritableDb, key: number): void =>
  void db.run('DELETE FROM people_waiting WHERE key = ?', key)

export interface WaitingCase {
  readonly key: number
  readonly id: string
}

const waiting = `SELECT w.key, r.id FROM search_waiting w JOIN case_rows r ON r.key = w.key
  UNION ALL SELECT key, id FROM case_rows WHERE key > (SELECT cases FROM indexed_to)`

/** Up to `most` cases that the index lacks, by their keys. */
export const waitingCases = (db: ReadableDb, most: number): readonly WaitingCase[] =>
  db.all<WaitingCase>(`${waiting} ORDER BY key LIMIT ?`, most)

/** How many cases the index lacks, up to `most`. */
export const countCases = (db: ReadableDb, most: number): number =>
  db.value<number>(`SELECT count(*) FROM (${waiting} LIMIT ?)`, most) ?? 0

export interface WaitingPerson {
  readonly key: number
  readonly name: string
}

/** Up to `most` people whose names the index lacks, by their keys. */
export const waitingPeople = (db: ReadableDb, most: number): readonly WaitingPerson[] =>
  db.all<WaitingPerson>(
    `SELECT w.key, p.name_key AS name FROM people_waiting w JOIN people p ON p.key = w.key
     UNION ALL SELECT key, name_key FROM people WHERE key > (SELECT people FROM indexed_to) ORDER BY key LIMIT ?`,
    most,
  )

/** All cases up to this key stand in the index, but for marked ones. */
export const casesIndexedTo = (db: WritableDb, key: number): void =>
  void db.run('UPDATE indexed_to SET cases = ? WHERE cases < ?', key, key)

export const peopleIndexedTo = (db: WritableDb, key: number): void =>
  void db.run('UPDATE indexed_to SET people = ? WHERE people < ?', key, key)
