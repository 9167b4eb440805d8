import type { WritableDb } from './driver.ts'
import { answeredUpTo, rowTakenBack, settleQueue } from './own-commits.ts'

/**
 * What the server lacks of this machine's chain is sent again (SYNC-RECOVER-2): commits after a place are unanswered,
 * whatever was answered before, and their events have no position any more. What was withdrawn meanwhile cannot be sent:
 * its bytes are gone, whoever may hold it offers it; what its author took back stays taken back. In a write transaction. Out: streams whose fold that changes, and
 * whether the present chain has gaps: such as these, or what stands in an earlier one, for a feed answered it before its turn.
 */
export function reopenQueue(db: WritableDb, afterSeq: number): { streams: readonly string[]; hasGaps: boolean } {
  if (afterSeq >= answeredUpTo(db)) return { streams: [], hasGaps: false }
  const last = db.value<number | null>('SELECT max(last_seq) FROM commits WHERE first_seq <= ?', afterSeq) ?? 0
  const gaps =
    db.value<number>(
      `SELECT count(*) FROM events WHERE ${ownAfter} AND ((aside = 2 OR ${isBack}) AND ${isOfPresent} OR NOT ${isOfPresent} AND NOT ${isInGap} AND NOT ${isBack})`,
      last,
    ) ?? 0
  const rows = db.all<{ stream: string }>(
    `SELECT DISTINCT stream FROM events WHERE ${ownAfter} AND NOT ${isInGap} AND NOT ${isBack} AND (position IS NOT NULL OR verdict <> 'pending' OR aside = 1)`,
    last,
  )
  db.run(
    `UPDATE commits SET standing = 'pending' WHERE first_seq > ? AND NOT ${rowTakenBack('commits')}
       AND NOT EXISTS (SELECT 1 FROM events WHERE seq BETWEEN first_seq AND last_seq AND aside = 2)`,
    afterSeq,
  )
  db.run(
    `UPDATE events SET position = NULL, verdict = 'pending', aside = 0 WHERE ${ownAfter} AND NOT ${isInGap} AND NOT ${isBack}`,
    last,
  )
  db.run('UPDATE sync_state SET answered = ?', afterSeq)
  settleQueue(db)
  return { streams: rows.map(({ stream }) => stream), hasGaps: gaps > 0 }
}

/** Of an event of this machine: its commit was withdrawn, whole or in part, and cannot be sent again. */
export const isInGap = `events.seq IN (SELECT whole.seq FROM events gone
  JOIN commits cut ON cut.first_seq = (SELECT max(first_seq) FROM commits WHERE first_seq <= gone.seq)
    AND cut.last_seq >= gone.seq
  JOIN events whole ON whole.seq BETWEEN cut.first_seq AND cut.last_seq
  WHERE gone.aside = 2 AND length(gone.link) > 0)`

/** Of an event of this machine: its commit was taken back. */
const isBack = `events.seq IN (SELECT taken.seq FROM commits back
  JOIN events taken ON taken.seq BETWEEN back.first_seq AND back.last_seq WHERE ${rowTakenBack('back')})`

const isOfPresent = '(chain = (SELECT max(id) FROM chains WHERE own = 1))'

const ownAfter = 'seq > ? AND length(link) > 0'
