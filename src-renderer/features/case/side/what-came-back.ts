import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { currentCycle, latestDraft } from '#shared/domain/case/reading.ts'
import { stringOr } from '#shared/lib/string-or.ts'

/** Why a case is in hand again: a code and what was written with it. */
export interface CameBack {
  readonly of: 'draft' | 'case'
  /** Code of the list of return reasons, or the cause of the reopening. */
  readonly reason: string
  /** What the approver or the complainant said, each once; empty where nothing was written or it may not be seen. */
  readonly said: readonly string[]
  /** Who returned the reply, and when; null for a case. */
  readonly returned: { readonly by: string; readonly at: Instant } | null
}

/** In: a case as its page has it. Out: why its reply or the case itself came back; null where neither did. */
export function whatCameBack({
  line,
  state,
  drafts,
  timeline,
}: Pick<CaseView, 'state' | 'drafts' | 'timeline'> & {
  readonly line: Pick<CaseView['line'], 'status'>
}): CameBack | null {
  const cycle = currentCycle(state)
  const draft = latestDraft(cycle)
  if (draft?.returned && (line.status === 'rework' || draft.correction)) {
    const note = drafts.find(({ id }) => id === draft.id)?.returnNote ?? ''
    const { reason, by, at } = draft.returned
    return { of: 'draft', reason, said: written([note]), returned: { by, at } }
  }
  if (line.status !== 'reopened' || cycle.reopening === null) return null
  const at = timeline.findLastIndex(({ type }) => type === 'reopened')
  const rated = timeline.slice(0, Math.max(0, at)).findLast(({ type }) => type === 'rated')
  const texts = [rated, timeline[at]].map((entry) => stringOr(entry?.private?.['text'], ''))
  return { of: 'case', reason: cycle.reopening.cause, said: written(texts), returned: null }
}

const written = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.map((text) => text.trim()).filter((text) => text !== '')),
]
