import type { ReadableDb } from '#core/store/driver.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { readPersonRow } from './persons.ts'
import { maySeePerson } from './visibility.ts'

/** What was said last of a record and each other one, from whichever side; whoever was forgotten is no record any more (S19). */
export function saidOf(db: ReadableDb, id: string): ReadonlyMap<string, 'joined' | 'parted'> {
  const rows = db.all<{ other: string; joined: number }>(
    `SELECT other, joined FROM (SELECT other, joined, at FROM people_links WHERE person = ?
       UNION ALL SELECT person, joined, at FROM people_links WHERE other = ?)
     WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.stream = 'person:' || other AND e.type = 'person.forgotten')
     ORDER BY at`,
    id,
    id,
  )
  return new Map(rows.map(({ other, joined }) => [other, joined === 1 ? 'joined' : 'parted'] as const))
}

const mostRecords = 50

/** A record and those joined with it, directly or by way of another (L-16, R-10). */
export function recordsOfHuman(db: ReadableDb, id: string): readonly string[] {
  const found = new Set([id])
  for (const record of found) {
    if (found.size >= mostRecords) break
    for (const [other, standing] of saidOf(db, record)) if (standing === 'joined') found.add(other)
  }
  return [...found]
}

/** Those of them that are known here and that the caller may know of. */
export const seenRecordsOf = (office: Office, caller: Caller, id: string): readonly string[] =>
  recordsOfHuman(office.store.db, id).filter(
    (record) => readPersonRow(office.store.db, record) !== null && maySeePerson(office, caller, record),
  )
