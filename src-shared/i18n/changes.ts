import type { Messages, PlainMessage, Reading } from './messages.ts'
import { translate } from './messages.ts'

/** What stood there: nothing, something that the reader may not see, words in both languages, or a moment. */
export type ChangedValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'words'; readonly words: PlainMessage }
  | { readonly kind: 'moment'; readonly at: string }

/** One thing that an event changed, with what stood there before and after it (G-06). */
export interface Change {
  readonly field: PlainMessage
  readonly before: ChangedValue
  readonly after: ChangedValue
}

export const changeMessages = {
  changes: { ar: 'ما الذي تغيّر', en: 'What changed' },
  fromTo: { ar: '{field}: من {before} إلى {after}', en: '{field}: from {before} to {after}' },
  set: { ar: '{field}: {after}', en: '{field}: {after}' },
  removed: { ar: '{field}: حُذف {before}', en: '{field}: {before} removed' },
  hidden: { ar: '{field}: تغيّر، ولا تُعرض عليك قيمته', en: '{field}: changed; its value is not shown to you' },
} as const satisfies Messages

/** In: a change, whom it is said to, how a moment is said. Out: one line: the field, and from what to what (G-06). */
export function changeText({ field, before, after }: Change, reading: Reading, moment: (at: string) => string): string {
  const name = field[reading.language]
  if (before.kind === 'hidden' || after.kind === 'hidden')
    return translate(changeMessages.hidden, reading, { field: name })
  const said = (value: ChangedValue): string =>
    value.kind === 'words' ? value.words[reading.language] : value.kind === 'moment' ? moment(value.at) : ''
  if (before.kind === 'none') return translate(changeMessages.set, reading, { field: name, after: said(after) })
  if (after.kind === 'none') return translate(changeMessages.removed, reading, { field: name, before: said(before) })
  return translate(changeMessages.fromTo, reading, { field: name, before: said(before), after: said(after) })
}
