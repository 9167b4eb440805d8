import type { EntryHeader } from '#shared/sync/feed-entry.ts'
import type { ReadableDb, WritableDb } from './driver.ts'

/* How people and units are called that act on a moved case and have no record here (SYNC-FEED-12). */

/** In: a write transaction, what a feed says. Out: streams of the records that these names stand for. */
export function noteNames(
  db: WritableDb,
  { users, units }: Extract<EntryHeader, { kind: 'names' }>,
): readonly string[] {
  for (const { id, name } of [...users, ...units])
    db.run('INSERT OR REPLACE INTO names_elsewhere (id, name) VALUES (?, ?)', id, JSON.stringify(name))
  return [...users.map(({ id }) => `user:${id}`), ...units.map(({ id }) => `unit:${id}`)]
}

interface Name {
  readonly ar: string
  readonly en: string
}

/** Id of a person or unit → how he or it is called. */
export const readNames = (db: ReadableDb): ReadonlyMap<string, Name> =>
  new Map(
    db
      .all<{ id: string; name: string }>('SELECT id, name FROM names_elsewhere')
      .map(({ id, name }) => [id, JSON.parse(name) as Name]),
  )
