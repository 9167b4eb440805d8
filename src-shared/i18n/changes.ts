import type { Messages, PlainMessage, Reading } from './messages.ts'
import { translate } from './messages.ts'
import { assertNever } from '#shared/lib/assert.ts'

/** What stood there: nothing, something that the reader may not see, words in both languages, a moment, or days. */
export type ChangedValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'words'; readonly words: PlainMessage }
  | { readonly kind: 'moment'; readonly at: string }
  | { readonly kind: 'days'; readonly from: string; readonly to: string }

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

/** How days and moments are said. */
export interface SaidTimes {
  readonly date: (day: string) => string
  readonly dateTime: (at: string) => string
}

/** In: a change, whom it is said to, how its times are said. Out: one line: the field, and from what to what (G-06). */
export function changeText({ field, before, after }: Change, reading: Reading, times: SaidTimes): string {
  const name = field[reading.language]
  if (before.kind === 'hidden' || after.kind === 'hidden')
    return translate(changeMessages.hidden, reading, { field: name })
  const said = (value: ChangedValue): string => saidValue(value, reading, times)
  if (before.kind === 'none') return translate(changeMessages.set, reading, { field: name, after: said(after) })
  if (after.kind === 'none') return translate(changeMessages.removed, reading, { field: name, before: said(before) })
  return translate(changeMessages.fromTo, reading, { field: name, before: said(before), after: said(after) })
}

function saidValue(value: ChangedValue, { language }: Reading, { date, dateTime }: SaidTimes): string {
  switch (value.kind) {
    case 'words':
      return value.words[language]
    case 'moment':
      return dateTime(value.at)
    case 'days':
      return value.from === value.to ? date(value.from) : `${date(value.from)} – ${date(value.to)}`
    case 'none':
    case 'hidden':
      return ''
    default:
      return assertNever(value)
  }
}
