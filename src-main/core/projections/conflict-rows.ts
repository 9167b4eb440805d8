import type { CaseState } from '#shared/domain/case/state.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import type { WritableDb } from '#core/store/driver.ts'

/* Events that clash with what stands and wait for a person's decision (N-06): few, so that a list of them costs nothing. */

/** What one machine's person did at one moment: a clash of it is one, whatever number of events tells of it. */
export const doingOf = ({ device, actor, at }: Pick<RecordedEvent, 'device' | 'actor' | 'at'>): string =>
  `${device} ${actor} ${at}`

export const createConflicts = [
  'CREATE TABLE case_conflicts (event TEXT PRIMARY KEY, case_id TEXT NOT NULL, doing TEXT NOT NULL) STRICT, WITHOUT ROWID',
  'CREATE INDEX case_conflicts_by_case ON case_conflicts (case_id)',
]

interface Folded {
  readonly before: CaseState
  readonly events: readonly RecordedEvent[]
  readonly after: CaseState
}

/** A case without anything unapplied, which is nearly every one, writes nothing. */
export function projectConflicts(db: WritableDb, id: string, { before, events, after }: Folded): void {
  for (const event of before.unapplied)
    if (!after.unapplied.includes(event)) db.run('DELETE FROM case_conflicts WHERE event = ?', event)
  for (const event of after.unapplied.length === 0 ? [] : events)
    if (event.verdict === 'conflict' && after.unapplied.includes(event.id)) {
      const row = [event.id, id, doingOf(event)]
      db.run('INSERT OR IGNORE INTO case_conflicts (event, case_id, doing) VALUES (?, ?, ?)', ...row)
    }
}
