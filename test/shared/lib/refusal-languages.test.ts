import { expect, test } from 'vitest'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'

test('UI-10 S12 what is wrong with a damaged backup is said in Arabic alone where Arabic is spoken', () => {
  const params = { file: '1.insaf-backup', detail: 'it ends too early' }
  expect(refusalSentence('backup-damaged', params, 'ar').replace(params.file, '')).not.toMatch(/[a-z]/i)
})
