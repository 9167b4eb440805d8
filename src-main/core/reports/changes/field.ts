import { adminListMessages as words } from '#shared/i18n/admin-lists.ts'
import type { Change, ChangedValue } from '#shared/i18n/changes.ts'
import { translateLoosely } from '#shared/i18n/messages.ts'
import type { Message, PlainMessage } from '#shared/i18n/messages.ts'

/** A thing that an event sets: by its key two events are compared, by its label it is said. */
export interface Field {
  readonly key: string
  readonly label: PlainMessage
  readonly value: ChangedValue
}

/** Ids and codes in words; what nobody knows any more is said by itself. */
export interface ChangeNames {
  readonly unit: (id: string) => PlainMessage
  readonly user: (id: string) => PlainMessage
  readonly group: (code: string) => PlainMessage
  readonly list: (list: string, code: string) => PlainMessage
  /** Null: a record that the reader may not know. */
  readonly person: (id: string) => PlainMessage | null
}

export const nothing: ChangedValue = { kind: 'none' }
export const hidden: ChangedValue = { kind: 'hidden' }

/** In both languages alike: a name, a number, a code. */
export const same = (text: string | number): PlainMessage => ({ ar: String(text), en: String(text) })

/** The value that words say; none where they say nothing. */
export const inWords = (said: PlainMessage | null): ChangedValue =>
  said === null || (said.ar.trim() === '' && said.en.trim() === '') ? nothing : { kind: 'words', words: said }

export const asText = (text: string | number | null | undefined): ChangedValue =>
  text === null || text === undefined ? nothing : inWords(same(text))

export const asMoment = (at: string | null | undefined): ChangedValue =>
  at === null || at === undefined ? nothing : { kind: 'moment', at }

export const asDay = (day: string | null | undefined): ChangedValue =>
  day === null || day === undefined ? nothing : { kind: 'days', from: day, to: day }

export const asYesNo = (isTrue: boolean): ChangedValue => inWords(isTrue ? words.yes : words.no)

export const asCode = (table: Readonly<Record<string, PlainMessage>>, code: string | null | undefined): ChangedValue =>
  code === null || code === undefined ? nothing : inWords(table[code] ?? same(code))

/** Several in one value, in the order of their words. */
export const asAll = (all: readonly PlainMessage[]): ChangedValue =>
  inWords(all.length === 0 ? null : { ar: all.map(({ ar }) => ar).join('، '), en: all.map(({ en }) => en).join(', ') })

/** A message with its parameters, in both languages. */
export const both = (message: Message, params: Readonly<Record<string, string | number>> = {}): PlainMessage => ({
  ar: translateLoosely(message, 'ar', params),
  en: translateLoosely(message, 'en', params),
})

/** Two labels as one: `Working hours – Sunday`. */
export const joined = (first: PlainMessage, second: PlainMessage): PlainMessage => ({
  ar: `${first.ar} – ${second.ar}`,
  en: `${first.en} – ${second.en}`,
})

const valueKey = (value: ChangedValue): string => JSON.stringify(value)

/** In: what stood and what stands. Out: the fields whose value differs, in the order of the later; then what was taken away. */
export function changesBetween(before: readonly Field[], after: readonly Field[]): readonly Change[] {
  const old = new Map(before.map((field) => [field.key, field]))
  const kept = new Set(after.map(({ key }) => key))
  const gone = before.filter(({ key }) => !kept.has(key)).map((field) => ({ ...field, value: nothing }))
  return [...after, ...gone]
    .map(({ key, label, value }) => ({ field: label, before: old.get(key)?.value ?? nothing, after: value }))
    .filter((change) => valueKey(change.before) !== valueKey(change.after))
}
