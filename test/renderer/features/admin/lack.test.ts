import { expect, test } from 'vitest'
import { adminMessages } from '#shared/i18n/admin.ts'
import { stillLacking } from '#renderer/features/admin/lack.ts'

test('UI-3 a message of a dialog goes when its field is mended, and none comes for a field that nobody tried to save', () => {
  const [code, name] = ['code', 'name'].map((field) => ({ field, words: adminMessages.save }))
  const told = [code, name].flatMap((lack) => lack ?? [])
  expect(stillLacking(told.slice(1), told)).toEqual([name])
  expect(stillLacking([], told)).toEqual([])
  expect(stillLacking(told, [])).toEqual([])
})
