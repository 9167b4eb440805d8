import { upcast } from '#shared/domain/case/upcast.ts'
import type { Case, CaseState } from '#shared/domain/case/state.ts'
import type { RecordedCaseEvent } from '#shared/domain/case/events.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import type { ReadableDb } from '#core/store/driver.ts'

/**
 * What the rulebook reads of a stored event, brought up to the version this program knows. One of a newer version or an
 * unknown type goes on as it is: folding keeps it among the unapplied, and the case stays readable (S11).
 */
export function toCaseEvent(recorded: RecordedEvent): RecordedCaseEvent {
  const { id, at, actor, via, verdict } = recorded
  const known = upcast(recorded.type, recorded.version, recorded.facts)
  const { type, facts } = known.ok ? known.value : { type: `newer ${recorded.type}`, facts: recorded.facts }
  // Facts were parsed by the catalogue when they were appended.
  return { type, facts, id, at, actor, via, verdict } as unknown as RecordedCaseEvent
}

/** The folded state as the tables hold it, also one that has only begun; null when nothing of it is known. */
export function readState(db: ReadableDb, id: string): CaseState | null {
  const json = readStateText(db, id)
  return json === null ? null : (JSON.parse(json) as CaseState)
}

/** The same as it is stored. */
export const readStateText = (db: ReadableDb, id: string): string | null =>
  db.value<string>('SELECT state FROM case_states WHERE id = ?', id) ?? null

/** A registered case as the tables hold it; null when it is unknown. */
export function readCase(db: ReadableDb, id: string): Case | null {
  const state = readState(db, id)
  return state?.kind === 'case' ? state : null
}

/** In: a case id or a reference number in its written form. Out: the id, or null. */
export function findCaseId(db: ReadableDb, idOrReference: string): string | null {
  return (
    db.value<string>('SELECT id FROM case_rows WHERE id = ?', idOrReference) ??
    db.value<string>('SELECT id FROM case_rows WHERE reference = ?', idOrReference) ??
    null
  )
}
