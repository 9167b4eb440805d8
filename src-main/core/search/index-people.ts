import type { WritableDb } from '#core/store/driver.ts'

/** In: a write transaction. Brings up to `most` people who wait into the index of names, the newest first. Out: how many it were. */
export function indexPeople(db: WritableDb, most: number): number {
  const waiting = db.all<{ key: number; name: string }>(
    'SELECT w.key, p.name_key AS name FROM people_waiting w JOIN people p ON p.key = w.key ORDER BY w.key DESC LIMIT ?',
    most,
  )
  for (const { key, name } of waiting) {
    db.run('INSERT INTO people_names (rowid, name_key) VALUES (?, ?)', key, name)
    db.run('DELETE FROM people_waiting WHERE key = ?', key)
  }
  return waiting.length
}

/** Whether the index of names lacks anybody. */
export const hasPeopleWaiting = (db: WritableDb): boolean =>
  db.value<number>('SELECT 1 FROM people_waiting LIMIT 1') === 1
