import type { CaseView } from '#shared/contract/desktop/views.ts'
import { currentCycle, latestDraft, sentReply } from '#shared/domain/case/reading.ts'

interface BegunReply {
  readonly text: string
  readonly language: 'ar' | 'en'
  readonly remedies: readonly string[]
}

/** Out: the text of the newest reply of the cycle that left; null where none did or it may not be seen. */
export function sentText({ state, drafts }: Pick<CaseView, 'state' | 'drafts'>): string | null {
  const sent = sentReply(currentCycle(state))
  return drafts.find(({ id }) => id === sent?.id)?.text?.trim() ?? null
}

/** In: a case as its page has it. Out: what its composer begins with. A draft that came back, or an answer that left with a mistake, is corrected and not written again. */
export function begunReply({ state, drafts }: Pick<CaseView, 'state' | 'drafts'>): BegunReply {
  const last = latestDraft(currentCycle(state))
  if (last === null || (last.returned === null && currentCycle(state).resolution === null))
    return { text: '', language: state.complainant?.language ?? 'ar', remedies: [] }
  const text = drafts.find(({ id }) => id === last.id)?.text ?? ''
  return { text, language: last.language, remedies: last.remedies }
}
