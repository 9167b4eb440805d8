import { CaseId } from '#shared/domain/case/event-parts.ts'
import { foresee } from '#shared/domain/case/foresee.ts'
import { must } from '#shared/lib/assert.ts'
import type { OutcomeReason } from '#shared/sync/outcome.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { readCase, toCaseEvent } from '#core/projections/case-store.ts'
import { readStream, readWritten } from '#core/store/read-stream.ts'
import { caseSettings } from './decide-context.ts'
import type { Office } from './office.ts'

/** Why a waiting commit of a case will probably need a decision; null where it would be taken (SYNC-MERGE-4). */
export const foreseenOf = (office: Office, commit: string, caseId: string): OutcomeReason | null =>
  foreseenAmong(office, { commit, caseId }, readStream(office.store.db, `case:${caseId}`))

/** The same of one that is held: what would be said of it behind all that the case shows now. */
export function foreseenOfHeld(office: Office, commit: string, caseId: string): OutcomeReason | null {
  const { db } = office.store
  const own = readWritten(db, `case:${caseId}`).filter((event) => event.commit === commit)
  return foreseenAmong(office, { commit, caseId }, [...readStream(db, `case:${caseId}`), ...own])
}

interface Foreseen {
  readonly commit: string
  readonly caseId: string
}

function foreseenAmong(
  { reference, store }: Office,
  { commit, caseId }: Foreseen,
  events: readonly RecordedEvent[],
): OutcomeReason | null {
  const id = CaseId.parse(caseId)
  const owner = readCase(store.db, id)?.office ?? reference.settings.office
  const history = events.map((event) => ({ event: toCaseEvent(event), commit: event.commit, expects: event.expects }))
  const verdict = foresee(id, history, {
    rightsOf: (user) => {
      const known = reference.users.get(user)
      return known === undefined ? [] : [...reference.rightsOf(known)]
    },
    unitOf: (user) => reference.users.get(user)?.unit ?? null,
    staffIdOf: (user) => reference.users.get(user)?.staffId ?? null,
    settings: caseSettings(reference, owner),
  }).get(commit)
  if (verdict === undefined) return null
  if (!('refusal' in verdict)) return { code: 'sync-will-need-decision', params: {} }
  const { code, params } = must(verdict.refusal, 'what is held has its reason')
  return { code, params: { ...params } }
}
