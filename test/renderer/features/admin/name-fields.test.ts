import { expect, test } from 'vitest'
import { emptyEntry, entryForm, entryInput, lacksOfEntry } from '#renderer/features/admin/entry-form.ts'
import { lacksOfNames } from '#renderer/features/admin/name-fields.tsx'
import { emptyUser, userForm, userInput } from '#renderer/features/admin/user-form.ts'
import { emptyOffice, lacksOfOffice } from '#renderer/features/setup/office-form.ts'
import { namesOrArabic, typedNames } from '#renderer/parts/both-names.ts'

const arabic = { ar: ' سالم العتيبي ', en: ' ' }
const kept = { ar: 'سالم العتيبي', en: 'سالم العتيبي' }

test('C-08 whatever has no English name is called by its Arabic one there too: people, entries, the office itself', () => {
  expect(lacksOfNames(arabic)).toEqual([])
  expect(lacksOfNames({ ar: ' ', en: 'Salem' }).map(({ field }) => field)).toEqual(['name-ar'])
  expect(namesOrArabic(arabic)).toEqual(kept)
  expect(namesOrArabic({ ar: 'سالم', en: 'Salem' })).toEqual({ ar: 'سالم', en: 'Salem' })
  const entry = { ...emptyEntry('subjects', []), code: 'delay', labels: arabic }
  expect(lacksOfEntry(entry, [])).toEqual([])
  expect(entryInput(entry).labels).toEqual(kept)
  expect(lacksOfOffice({ ...emptyOffice, nameAr: 'مكتب', office: 'RYD' })).toEqual([])
})

test('C-08 an English name that was left empty comes back empty into the form, and is kept as before', () => {
  expect(typedNames(kept)).toEqual({ ar: 'سالم العتيبي', en: '' })
  expect(typedNames({ ar: 'سالم', en: 'Salem' }).en).toBe('Salem')
  const user = { ...userInput({ ...emptyUser('office'), name: arabic }), id: 'salem', staffId: null } as never
  expect(userForm(user).name.en).toBe('')
  expect(userInput(userForm(user)).name).toEqual(kept)
  const entry = entryForm(entryInput({ ...emptyEntry('subjects', []), code: 'delay', labels: arabic }) as never)
  expect(entry.labels.en).toBe('')
})
