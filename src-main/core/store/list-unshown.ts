import type { ReadableDb } from './driver.ts'
import { writtenId } from './marked-id.ts'
import { commitOfEvent, type OwnCommit } from './own-commits.ts'

/**
 * Commits that were answered, oldest first, of which no event stands among those that feeds name. What was withdrawn is
 * none of them: its bytes are gone. In: a log that may be long; it is read once, whole.
 */
export function listUnshown(db: ReadableDb, named: ReadonlySet<string>): readonly OwnCommit[] {
  const unshown = new Map<number, boolean>()
  const rows = db.each<{ firstSeq: number; id: string; aside: number }>(
    `SELECT c.first_seq AS firstSeq, e.id, e.aside FROM commits c JOIN events e ON e.seq BETWEEN c.first_seq AND c.last_seq
     WHERE c.standing NOT IN ('pending', 'sent') ORDER BY c.first_seq`,
  )
  for (const { firstSeq, id, aside } of rows)
    unshown.set(firstSeq, (unshown.get(firstSeq) ?? true) && aside !== 2 && !named.has(writtenId(id)))
  return [...unshown].flatMap(([seq, isUnshown]) => (isUnshown ? (commitOfEvent(db, seq) ?? []) : []))
}
