import type { HeldAct, Outcome } from '#shared/sync/outcome.ts'
import type { ReadableDb, WritableDb } from './driver.ts'

/* Work of this unit's machines that the server holds, by what its feed says (N-06). */

export interface HeldActRow extends HeldAct {
  readonly commit: string
}

const caseOf = (stream: string): string => stream.slice('case:'.length)

/** In: a write transaction, what a feed says became of a commit. Out: the streams whose case shows it, or does no more. */
export function noteHeldAct(db: WritableDb, commit: string, outcome: Outcome): readonly string[] {
  if (outcome.kind === 'held') {
    if (outcome.act === undefined) return []
    const { stream, actor, at, types } = outcome.act
    const row = [commit, caseOf(stream), actor, at, JSON.stringify(types)]
    db.run('INSERT OR REPLACE INTO held_acts (commit_id, case_id, actor, at, types) VALUES (?, ?, ?, ?, ?)', ...row)
    return [stream]
  }
  const cases = db.all<{ id: string }>('SELECT case_id AS id FROM held_acts WHERE commit_id = ?', commit)
  if (cases.length > 0) db.run('DELETE FROM held_acts WHERE commit_id = ?', commit)
  return cases.map(({ id }) => `case:${id}`)
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
