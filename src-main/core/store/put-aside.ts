import { z } from 'zod'
import type { ReadableDb, WritableDb } from './driver.ts'
import { readSetting, writeSetting } from './settings.ts'

/*
 * Others' work that a restored server lacked and that this machine put aside (SYNC-RECOVER-2): it waits for the word of the
 * server's operator, and whoever works here is to know that it is missing.
 */

const key = 'sync-put-aside'
const Streams = z.array(z.string())

/** In a write transaction. Another machine's audit is no record that anybody here works on. */
export function notePutAside(db: WritableDb, streams: readonly string[]): void {
  const records = streams.filter((stream) => !stream.startsWith('audit:'))
  if (records.length > 0) writeSetting(db, key, [...new Set([...(readSetting(db, key, Streams) ?? []), ...records])])
}

/** Records of which something is still aside; what is taken comes back by itself, with its place. */
export function countPutAside(db: ReadableDb): number {
  const streams = readSetting(db, key, Streams)
  if (streams === null) return 0
  return (
    db.value<number>(
      `SELECT count(DISTINCT stream) FROM events WHERE stream IN (SELECT value FROM json_each(?))
         AND aside = 1 AND length(link) = 0`,
      JSON.stringify(streams),
    ) ?? 0
  )
}

/**
 * People of whom something is aside that can still be read: no feed that shows them need come here, so the server is asked
 * who of them was forgotten (SYNC-FEED-7, S19). Where there are more, it begins elsewhere each time.
 */
export function peoplePutAside(db: ReadableDb, most: number): readonly string[] {
  const people = (readSetting(db, key, Streams) ?? []).filter((stream) => stream.startsWith('person:'))
  if (people.length === 0) return []
  const from = people.length > most ? (db.value<number>('SELECT abs(random() % ?)', people.length) ?? 0) : 0
  const asked = [...people.slice(from), ...people.slice(0, from)].slice(0, most)
  return db
    .all<{ stream: string }>(
      `SELECT DISTINCT stream FROM events WHERE stream IN (SELECT value FROM json_each(?)) AND aside = 1 AND private IS NOT NULL`,
      JSON.stringify(asked),
    )
    .map(({ stream }) => stream)
    .toSorted()
}
