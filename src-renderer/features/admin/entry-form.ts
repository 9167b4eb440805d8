import type { EntryAttributes, EntrySet, ListName } from '#shared/domain/lists/events.ts'
import { adminGroupMessages } from '#shared/i18n/admin-groups.ts'
import { adminListMessages } from '#shared/i18n/admin-lists.ts'
import { namesOrArabic, typedNames } from '#renderer/parts/both-names.ts'
import type { Names } from '#renderer/parts/both-names.ts'
import { orderBehind } from './entry-order.ts'
import type { Lack } from './lack.ts'
import { lacking } from './lack.ts'
import { lacksOfNames } from './name-fields.tsx'

export interface EntryForm {
  readonly isNew: boolean
  readonly list: ListName
  readonly code: string
  readonly labels: Names
  readonly order: number
  readonly active: boolean
  readonly attributes: EntryAttributes
}

const noAttributes: EntryAttributes = {
  behaves: null,
  parent: null,
  departments: [],
  fcrPossible: false,
  complexity: null,
  limit: null,
  synchronous: false,
}

export const emptyEntry = (list: ListName, entries: readonly EntrySet[]): EntryForm => ({
  isNew: true,
  list,
  code: '',
  labels: { ar: '', en: '' },
  order: orderBehind(entries),
  active: true,
  attributes: noAttributes,
})

export const entryForm = (entry: EntrySet): EntryForm => ({ ...entry, labels: typedNames(entry.labels), isNew: false })

/** Out: what the form lacks; a code is never used again. */
export function lacksOfEntry(form: EntryForm, entries: readonly EntrySet[]): readonly Lack[] {
  return [
    ...lacksOfNames(form.labels),
    ...lacking([
      {
        field: 'code',
        words: adminListMessages.needEntryCode,
        lacks: form.isNew && !/^[a-z][a-z0-9_.]{0,63}$/.test(form.code),
      },
      {
        field: 'behaves',
        words: adminListMessages.needBehaves,
        lacks: form.list === 'types' && form.attributes.behaves === null,
      },
      {
        field: 'code',
        words: adminGroupMessages.codeTaken,
        lacks: form.isNew && entries.some((entry) => entry.code === form.code),
      },
    ]),
  ]
}

/** In: a form or an entry. Out: what the core takes. */
export function entryInput({ list, code, labels, order, active, attributes }: Omit<EntryForm, 'isNew'>) {
  return {
    list,
    code,
    labels: namesOrArabic(labels),
    order,
    active,
    attributes: { ...attributes, departments: [...attributes.departments] },
  }
}
