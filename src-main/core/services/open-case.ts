import type { Case } from '#shared/domain/case/state.ts'
import { refuse, ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { findCaseId, readCase } from '#core/projections/case-store.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { maySee } from './visibility.ts'

/** A case that the caller may open, by id or reference; a case he may not see is not found. */
export function openCase(office: Office, caller: Caller, idOrReference: string): Result<Case> {
  if (!office.store.tablesReady) return refuse('tables-building')
  const id = findCaseId(office.store.db, idOrReference)
  const state = id === null ? null : readCase(office.store.db, id)
  return state !== null && maySee(office, caller, state) ? ok(state) : refuse('not-found', { what: idOrReference })
}
