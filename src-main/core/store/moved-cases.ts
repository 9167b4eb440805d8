import type { EntryHeader, FeedName } from '#shared/sync/feed-entry.ts'
import type { ReadableDb, WritableDb } from './driver.ts'

/* Cases that this unit lost by a move, by what its feed says: number, dates and unit, and nothing else of them (SYNC-FEED-11). */

export interface MovedRow {
  readonly caseId: string
  readonly reference: string
  readonly registeredAt: string
  readonly movedAt: string
  readonly unit: string
  /** Of the unit, in both languages, as JSON. */
  readonly name: string
}

/** In: a write transaction, what a feed says. */
export function noteMoved(
  db: WritableDb,
  feed: FeedName,
  { stream, trail }: Extract<EntryHeader, { kind: 'moved' }>,
): void {
  const caseId = stream.slice('case:'.length)
  db.run('DELETE FROM moved_cases WHERE feed = ? AND case_id = ?', feed, caseId)
  if (trail === null) return
  const { reference, registeredAt, movedAt, unit, name } = trail
  const row = [feed, caseId, reference, registeredAt, movedAt, unit, JSON.stringify(name)]
  db.run(
    'INSERT INTO moved_cases (feed, case_id, reference, registered_at, moved_at, unit, name) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...row,
  )
}

/** The feed is read anew and says again what it said. */
export const unsayMoved = (db: WritableDb, feed: FeedName): void =>
  void db.run('DELETE FROM moved_cases WHERE feed = ?', feed)

const columns = 'case_id AS caseId, reference, registered_at AS registeredAt, moved_at AS movedAt, unit, name'

/** What stands on this machine is told by itself, or to nobody who may not open it. */
const isGone = 'NOT EXISTS (SELECT 1 FROM case_rows r WHERE r.id = m.case_id)'

/** In: a reference number, or what it begins with. */
export const findMoved = (db: ReadableDb, number: string): MovedRow | null =>
  db.get<MovedRow>(
    `SELECT ${columns} FROM moved_cases m WHERE reference >= ? AND reference < ? AND ${isGone} ORDER BY reference LIMIT 1`,
    number,
    `${number}~`,
  ) ?? null

/** Those that went last first. */
export const listMoved = (
  db: ReadableDb,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly MovedRow[] =>
  db.all<MovedRow>(
    `SELECT ${columns} FROM moved_cases m WHERE ${isGone} ORDER BY moved_at DESC, case_id DESC LIMIT ? OFFSET ?`,
    limit,
    offset,
  )

export const countMoved = (db: ReadableDb): number =>
  db.value<number>(`SELECT count(*) FROM moved_cases m WHERE ${isGone}`) ?? 0
