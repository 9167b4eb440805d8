import { CaseId } from '#shared/domain/case/event-parts.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { foldCase } from '#shared/domain/case/evolve.ts'
import { findCaseId, readCase, toCaseEvent } from '#core/projections/case-store.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { readStream } from '#core/store/read-stream.ts'
import type { Office } from './office.ts'

/*
 * One case as it stands, also while the tables are being built anew: then it is folded from its own history, so that
 * registration and work on an open case go on meanwhile (architecture: tables are projections).
 */
export function knownCase(office: Office, db: ReadableDb, id: string): Case | null {
  if (office.store.tablesReady) return readCase(db, id)
  const read = CaseId.safeParse(id)
  const state = read.success ? foldCase(read.data, readStream(db, `case:${id}`).map(toCaseEvent)) : null
  return state?.kind === 'case' ? state : null
}

/** In: a case id or a reference number in its written form. Out: the id, or null; without tables only ids are known. */
export function knownCaseId(office: Office, db: ReadableDb, idOrReference: string): string | null {
  const found = findCaseId(db, idOrReference)
  if (found !== null || office.store.tablesReady) return found
  const hasHistory = db.value<number>('SELECT 1 FROM events WHERE stream = ? LIMIT 1', `case:${idOrReference}`) === 1
  return hasHistory ? idOrReference : null
}
