import { expect, it } from 'vitest'
import { newConnection } from '#core/services/connection.ts'
import type { SessionView } from '#shared/contract/desktop/views.ts'
import { openOfficeFolder } from '#test/support/test-office.ts'

const office = {
  office: 'ZAR',
  nameAr: 'مكتب',
  nameEn: 'Office',
  country: 'JO',
  adminUsername: 'founder',
  adminName: 'Founder',
  password: 'correct horse 1',
} as const

it.each([
  ['en', { language: 'en' }],
  ['ar', {}],
])('S14 UI-10 set-up makes the first user with the language of the window: %s', async (language, chosen) => {
  const { call, core } = await openOfficeFolder()
  await call('setup.create', { ...office, ...chosen }, '')
  const signedIn = await core.call(
    'session.signIn',
    { username: office.adminUsername, password: office.password },
    newConnection('window'),
  )
  expect((signedIn as { value: SessionView }).value.user.language).toBe(language)
})
