import { CaseId } from '#shared/domain/case/event-parts.ts'
import { foresee } from '#shared/domain/case/foresee.ts'
import { must } from '#shared/lib/assert.ts'
import type { OutcomeReason } from '#shared/sync/outcome.ts'
import { readCase, toCaseEvent } from '#core/projections/case-store.ts'
import { readStream } from '#core/store/read-stream.ts'
import { caseSettings } from './decide-context.ts'
import type { Office } from './office.ts'

/** Why a waiting commit of a case will probably need a decision; null where it would be taken (SYNC-MERGE-4). */
export function foreseenOf(office: Office, commit: string, caseId: string): OutcomeReason | null {
  const id = CaseId.parse(caseId)
  const { reference, store } = office
  const owner = readCase(store.db, id)?.office ?? reference.settings.office
  const history = readStream(store.db, `case:${id}`).map((event) => ({
    event: toCaseEvent(event),
    commit: event.commit,
    expects: event.expects,
  }))
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
