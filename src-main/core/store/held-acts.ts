import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { HeldAct, Outcome } from '#shared/sync/outcome.ts'
import type { ReadableDb, WritableDb } from './driver.ts'

/* Work of this unit's machines that the server holds, by what its feed says (N-06). */

export interface HeldActRow extends HeldAct {
  readonly commit: string
}

const caseOf = (stream: string): string => stream.slice('case:'.length)

interface HeldWord {
  readonly commit: string
  readonly outcome: Outcome
}

/** In: a write transaction, what a feed says became of a commit. Out: the streams whose case shows it, or does no more. */
export function noteHeldAct(db: WritableDb, feed: FeedName, { commit, outcome }: HeldWord): readonly string[] {
  if (outcome.kind !== 'held') return endHeldAct(db, feed, commit)
  if (outcome.act === undefined || isOver(db, commit)) return []
  const { stream, actor, at, types } = outcome.act
  const row = [commit, caseOf(stream), actor, at, JSON.stringify(types), feed]
  db.run(
    'INSERT OR REPLACE INTO held_acts (commit_id, case_id, actor, at, types, feed) VALUES (?, ?, ?, ?, ?, ?)',
    ...row,
  )
  return [stream]
}

/** Of what this feed did not tell of itself the end is kept: the feed that tells of it may be read later, or once more. */
function endHeldAct(db: WritableDb, feed: FeedName, commit: string): readonly string[] {
  const acts = db.all<{ id: string; feed: string }>(
    'SELECT case_id AS id, feed FROM held_acts WHERE commit_id = ?',
    commit,
  )
  if (acts.length > 0) db.run('DELETE FROM held_acts WHERE commit_id = ?', commit)
  if (acts.length === 0 || acts.some((act) => act.feed !== feed))
    db.run('INSERT OR IGNORE INTO held_ends (commit_id, feed) VALUES (?, ?)', commit, feed)
  return acts.map(({ id }) => `case:${id}`)
}

const isOver = (db: ReadableDb, commit: string): boolean =>
  db.value<number>('SELECT 1 FROM held_ends WHERE commit_id = ?', commit) === 1

/** The feed is read anew and says again what it said: what the machine's other feeds said stands (SYNC-APPEND-14). */
export function unsayHeldActs(db: WritableDb, feed: FeedName): void {
  db.run('DELETE FROM held_ends WHERE feed = ?', feed)
  db.run('DELETE FROM held_acts WHERE feed = ?', feed)
}

/** Nobody tells of any more: the machine leaves its server. */
export function dropAllHeldActs(db: WritableDb): void {
  db.run('DELETE FROM held_ends')
  db.run('DELETE FROM held_acts')
}

/** The case leaves this machine, and what was done on it too. */
export const dropHeldActs = (db: WritableDb, stream: string): void =>
  void db.run('DELETE FROM held_acts WHERE case_id = ?', caseOf(stream))

/** Oldest first. */
export const heldActsOn = (db: ReadableDb, caseId: string): readonly HeldActRow[] =>
  db
    .all<{ commit: string; actor: string; at: string; types: string }>(
      'SELECT commit_id AS "commit", actor, at, types FROM held_acts WHERE case_id = ? ORDER BY at, commit_id',
      caseId,
    )
    .map((row) => ({ ...row, stream: `case:${caseId}`, types: JSON.parse(row.types) as string[] }))
