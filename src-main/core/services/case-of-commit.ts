import type { CommitItem } from '#shared/contract/desktop/sync.ts'
import { CaseId } from '#shared/domain/case/event-parts.ts'
import { foldCase } from '#shared/domain/case/evolve.ts'
import { toCaseEvent } from '#core/projections/case-store.ts'
import { readWritten } from '#core/store/read-stream.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { maySee, maySeeCase, maySeeText } from './visibility.ts'

interface Of {
  readonly id: string
  readonly actor: string
}

/**
 * The case that a commit of this machine belongs to, by number and subject; of one that the caller may not open whoever
 * did the work is told the number that he knew, as of a referral that he returned, and nobody else is told anything.
 */
export function caseOfCommit(office: Office, caller: Caller, { id, actor }: Of): CommitItem['case'] {
  const { db } = office.store
  const row = db.get<{ reference: string; subject: string | null }>(
    'SELECT reference, subject FROM case_rows WHERE id = ?',
    id,
  )
  if (row === undefined) return asWritten(office, caller, { id, actor })
  if (!maySeeCase(office, caller, { db, id }))
    return actor === caller.id ? { id, reference: row.reference, subject: '', isShown: false } : null
  return { id, reference: row.reference, subject: subjectFor(office, caller, row.subject), isShown: true }
}

/** A case whose registration does not stand is on no page: what this machine wrote of it says what it is. */
function asWritten(office: Office, caller: Caller, { id: caseId }: Of): CommitItem['case'] {
  const written = readWritten(office.store.db, `case:${caseId}`)
  const id = CaseId.parse(caseId)
  const state = foldCase(id, written.map(toCaseEvent))
  if (state.kind !== 'case' || !maySee(office, caller, state)) return null
  const subject = written.findLast(({ type }) => type === 'described')?.private?.['subject']
  const shown = subjectFor(office, caller, typeof subject === 'string' ? subject : null)
  return { id, reference: state.reference, subject: shown, isShown: false }
}

const subjectFor = (office: Office, caller: Caller, subject: string | null): string =>
  maySeeText(office, caller) ? (subject ?? '') : ''
