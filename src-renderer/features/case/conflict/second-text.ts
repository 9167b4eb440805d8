import type { ConflictView } from '#shared/contract/desktop/sync.ts'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { conflictMessages as words } from '#shared/i18n/conflict.ts'
import { sentenceOf } from '#shared/wording/case-sentences.ts'
import type { Names } from '#shared/wording/names.ts'
import type { Speech } from '#renderer/parts/speech.tsx'

interface Telling {
  readonly speech: Speech
  readonly names: Names
}

/** In words, what the other said, and who said it when; null where he wrote nothing, or what stands says the same (N-06). */
export function secondText(
  { timeline }: Pick<CaseView, 'timeline'>,
  { event, fields }: Pick<ConflictView, 'event' | 'fields'>,
  { speech, names }: Telling,
): string | null {
  const entry = timeline.find(({ id }) => id === event)
  const text = fields.find(({ name }) => name === 'text')?.intended
  if (entry === undefined || typeof text !== 'string' || text === '') return null
  const what = sentenceOf(entry.type, entry.facts, { speech, names })
  const when = speech.shortDateTime(entry.at)
  return speech.t(words.keptText, { what, who: speech.say(entry.actor.name), when, text })
}
