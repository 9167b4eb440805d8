import type { ReadableDb, WritableDb } from '#core/store/driver.ts'
import { peopleIndexedTo, unmarkPerson, waitingPeople } from './search-marks.ts'

/** In: a write transaction. Brings up to `most` people who wait into the index of names, in the order of their keys. Out: how many it were. */
export function indexPeople(db: WritableDb, most: number): number {
  const waiting = waitingPeople(db, most)
  for (const { key, name } of waiting) {
    db.run('INSERT INTO people_names (rowid, name_key) VALUES (?, ?)', key, name)
    unmarkPerson(db, key)
  }
  peopleIndexedTo(db, waiting.at(-1)?.key ?? 0)
  return waiting.length
}

/** Whether the index of names lacks anybody. */
export const hasPeopleWaiting = (db: ReadableDb): boolean => waitingPeople(db, 1).length > 0
