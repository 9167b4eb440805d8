import { currentCycle, isOver, waitingReferrals } from '#shared/domain/case/reading.ts'
import type { CaseState, Referral } from '#shared/domain/case/state.ts'
import type { WritableDb } from '#core/store/driver.ts'

/*
 * Referrals of the cycle in hand that somebody still waits for, a row each: what a liaison's queues are made of (F-01 to
 * F-08). A case without any writes nothing here.
 */

export const createReferrals = [
  `CREATE TABLE referral_rows (id TEXT PRIMARY KEY, case_id TEXT NOT NULL, department TEXT NOT NULL, status TEXT NOT NULL, due_at TEXT NOT NULL,
    stated INTEGER NOT NULL, asked_by TEXT, requests INTEGER NOT NULL, unheard INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
  'CREATE INDEX referral_rows_by_case ON referral_rows (case_id)',
  'CREATE INDEX referral_rows_by_department ON referral_rows (department, status)',
  'CREATE INDEX referral_rows_unheard ON referral_rows (case_id) WHERE unheard > 0',
]

const columns = 'id, case_id, department, status, due_at, stated, asked_by, requests, unheard'

export function projectReferrals(
  db: WritableDb,
  id: string,
  { before, after }: { readonly before: CaseState; readonly after: CaseState },
): void {
  const rows = liveReferrals(after)
  if (rows.length === 0 && liveReferrals(before).length === 0) return
  db.run('DELETE FROM referral_rows WHERE case_id = ?', id)
  for (const referral of rows)
    db.run(
      `INSERT INTO referral_rows (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      referral.id,
      id,
      referral.department,
      referral.status,
      referral.due.at,
      referral.statedAt === null ? 0 : 1,
      referral.asked?.by ?? null,
      referral.requests.filter(({ answered }) => answered === null).length,
      referral.unheard,
    )
}

function liveReferrals(state: CaseState): readonly Referral[] {
  return state.kind === 'none' || isOver(state) ? [] : waitingReferrals(currentCycle(state))
}
