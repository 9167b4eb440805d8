import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { OutcomeReason } from '#shared/sync/outcome.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { listOwnCommits } from '#core/store/list-own-commits.ts'
import type { SyncClient } from './client.ts'
import { judgeAgain } from './held-commits.ts'
import { readMembership } from './membership.ts'

const mostAtOnce = 1000

/**
 * Commits that wait for what a restored server lacked, or for whom they name, are judged again once it has come back by a feed, without anybody's
 * asking (SYNC-APPEND-3, SYNC-APPEND-13). While others' copies are still being sorted out, what is held here proves nothing.
 */
export async function retryGrounded(client: SyncClient): Promise<Result<null>> {
  const { db } = client.store
  if (readMembership(db)?.recovering === true) return ok(null)
  for (const { commit, outcome } of listOwnCommits(db, 'held', mostAtOnce).toReversed()) {
    if (outcome?.kind !== 'held' || !hasCome(db, outcome.reason)) continue
    const judged = await judgeAgain(client, commit)
    if (!judged.ok && judged.refusal.code !== 'sync-commit-unknown') return judged
  }
  return ok(null)
}

function hasCome(db: ReadableDb, { code, params }: OutcomeReason): boolean {
  if (code !== 'sync-ground-lacking' && code !== 'sync-person-elsewhere') return false
  const [column, value] = params['event'] === '' ? ['stream', params['stream']] : ['id', params['event']]
  const placed = `SELECT 1 FROM events WHERE ${column} = ? AND position IS NOT NULL AND aside = 0 LIMIT 1`
  return db.value<number>(placed, String(value)) === 1
}
