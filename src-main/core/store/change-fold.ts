import type { WritableDb } from './driver.ts'
import { histories, noteChanges } from './fold-slice.ts'
import type { Projection } from './projection.ts'
import { logPlace, projectSlice } from './tables.ts'

/**
 * Changes verdicts, positions or what is set aside, inside a write transaction: the streams that `change` names are noted,
 * so that tables which are behind learn of them, and folded anew at once in those that are not.
 */
export function changeFold(
  db: WritableDb,
  projections: readonly Projection[],
  change: () => Iterable<string>,
): ReadonlySet<string> {
  const from = logPlace(db)
  const streams = new Set(change())
  noteChanges(db, streams)
  const to = logPlace(db)
  projectSlice(db, projections, { from, to, slice: () => ({ events: [], anew: histories(db, [...streams], to.seq) }) })
  return streams
}
