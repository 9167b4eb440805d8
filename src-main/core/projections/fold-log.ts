import { createHash } from 'node:crypto'
import type { Audience } from '#shared/domain/access/audience.ts'
import { CaseId } from '#shared/domain/case/event-parts.ts'
import { foldCase } from '#shared/domain/case/evolve.ts'
import { noCase } from '#shared/domain/case/state.ts'
import { foldVersion, viewFor } from '#shared/domain/case/view.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import { canonicalBytes } from '#shared/sync/canonical-json.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { readStream } from '#core/store/read-stream.ts'
import { readStateText, toCaseEvent } from './case-store.ts'

/* Every case folded from the log itself, to be held against the tables or another machine. Minutes of work at 100,000 cases: for a worker. */

const streamsSql = "SELECT DISTINCT stream FROM events WHERE stream >= 'case:' AND stream < 'case;' ORDER BY stream"

const caseIds = (db: ReadableDb): readonly CaseId[] =>
  db.all<{ stream: string }>(streamsSql).map(({ stream }) => CaseId.parse(stream.slice('case:'.length)))

const foldedState = (db: ReadableDb, id: CaseId): CaseState =>
  foldCase(id, readStream(db, `case:${id}`).map(toCaseEvent))

/**
 * Hash over the folded state of every case (S6), as this machine's audience can know it: cases in the order of their ids,
 * as canonical JSON of facts, event ids and verdicts. The name carries the version of the fold.
 */
export function hashOfStates(
  db: ReadableDb,
  audience: Audience,
  isCancelled: () => boolean = () => false,
): { readonly cases: number; readonly hash: string } {
  const hash = createHash('sha256')
  let cases = 0
  for (const id of caseIds(db)) {
    if (isCancelled()) break
    const state = foldedState(db, id)
    if (state.kind !== 'case') continue
    cases += 1
    hash.update(canonicalBytes(viewFor(audience, state)))
  }
  return { cases, hash: `${foldVersion}:${hash.digest('hex')}` }
}

const mostCompared = 5000
const sampleSize = 500

/** Cases whose state in the tables is not what the log says; a sample when there are many, and states without a history. */
export function wrongStates(db: ReadableDb, isCancelled: () => boolean = () => false): readonly string[] {
  const ids = caseIds(db)
  const step = ids.length > mostCompared ? Math.floor(ids.length / sampleSize) : 1
  const wrong = ids.filter((id, index) => index % step === 0 && !isCancelled() && !isAsFolded(db, id))
  // Log and tables are two files: a case that was written between the two readings is read once more.
  return [...wrong.filter((id) => !isAsFolded(db, id)), ...statesWithoutHistory(db)]
}

function isAsFolded(db: ReadableDb, id: CaseId): boolean {
  const folded = JSON.stringify(foldedState(db, id))
  const stored = readStateText(db, id)
  // Tables are written by the same fold; members may stand in another order there.
  if (stored === folded) return true
  // What was withdrawn from this machine, or is held back, is in no table.
  return canonicalText(stored === null ? noCase : JSON.parse(stored)) === canonicalText(JSON.parse(folded))
}

const canonicalText = (state: unknown): string => Buffer.from(canonicalBytes(state)).toString('base64')

const statesWithoutHistory = (db: ReadableDb): readonly string[] =>
  db
    .all<{ id: string }>(
      "SELECT s.id FROM case_states s WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.stream = 'case:' || s.id)",
    )
    .map(({ id }) => id)
