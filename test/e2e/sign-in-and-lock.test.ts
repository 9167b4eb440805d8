import { expect, test } from 'vitest'
import { signInMessages } from '#shared/i18n/sign-in.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { makeOffice } from './support/office.ts'
import { signIn } from './support/sign-in.ts'
import { openWindow } from './support/window.ts'
import { ar } from './support/words.ts'

test('bad input 6: a wrong password is refused in plain words and the right one opens', async () => {
  const office = makeOffice()
  const host = await startBrowserHost(office.dataDir)
  const { page } = await openWindow(host.address)
  await page.getByLabel(ar(signInMessages.username)).fill('desk')
  await page.getByRole('textbox', { name: ar(signInMessages.password) }).fill('not the password')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').textContent()).toContain('كلمة المرور')
  await signIn(page, 'desk')
})
