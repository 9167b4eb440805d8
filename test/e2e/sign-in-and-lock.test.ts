import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { intakeMessages } from '#shared/i18n/intake.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { queueLabels } from '#shared/i18n/queues.ts'
import { signInMessages } from '#shared/i18n/sign-in.ts'
import { sessionRefusals } from '#shared/lib/refusals/session.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { insaf } from './support/command-line.ts'
import { intakeForm } from './support/intake-form.ts'
import { colleagues, emptyFolder, makeOffice, password } from './support/office.ts'
import { signIn } from './support/sign-in.ts'
import { openWindow } from './support/window.ts'
import { ar } from './support/words.ts'

const salem = {
  id: 'salem',
  username: 'salem',
  name: { ar: colleagues.salem.name, en: 'salem' },
  groups: [colleagues.salem.group],
  staffId: null,
  language: 'ar',
}

test('bad input 6: a wrong password is refused in plain words and the right one opens', async () => {
  const office = makeOffice()
  const host = await startBrowserHost(office.dataDir)
  const { page } = await openWindow(host.address)
  await page.getByLabel(ar(signInMessages.username)).fill('desk')
  await page.getByRole('textbox', { name: ar(signInMessages.password) }).fill('not the password')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText(sessionRefusals['wrong-password'].ar).waitFor()
  await signIn(page, 'desk')
})

test('S14 a forgotten password is set anew by the recovery code and opens the office', async () => {
  const folder = emptyFolder()
  const secret = join(folder, 'password')
  writeFileSync(secret, 'forgotten by now\n')
  const dataDir = join(folder, 'data')
  const made = insaf(dataDir, [
    'setup',
    '--office',
    'RYD',
    '--name',
    'مكتب',
    '--country',
    'SA',
    '--admin',
    'admin',
    '--password-file',
    secret,
  ])
  const { recoveryCode } = JSON.parse(made) as { recoveryCode: string }
  const host = await startBrowserHost(dataDir)
  const { page } = await openWindow(host.address)
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  await page.getByRole('button', { name: ar(signInMessages.forgotten) }).click()
  await field(ar(signInMessages.username)).fill('admin')
  await field(ar(signInMessages.recoveryCode)).fill('00000-00000-00000-00000-00000-00000')
  await field(ar(signInMessages.newPassword)).fill(password)
  await field(ar(signInMessages.newPasswordAgain)).fill(password)
  const set = page.getByRole('button', { name: ar(signInMessages.setNewPassword) })
  await set.click()
  await page.getByRole('alert').waitFor()
  await field(ar(signInMessages.recoveryCode)).fill(recoveryCode)
  await set.click()
  await page.getByText(ar(signInMessages.resetDone)).waitFor()
  await signIn(page, 'admin')
})

test('ui: an idle window locks itself, hides what stood there, and gives it back to the right password only', async () => {
  const office = makeOffice()
  const host = await startBrowserHost(office.dataDir)
  const { page } = await openWindow(host.address)
  await page.clock.install()
  await page.reload()
  await signIn(page, 'desk')
  const form = intakeForm(page)
  await form.open()
  await form.subject.fill('طلب لم يكتمل بعد')
  await page.clock.fastForward('09:00')
  expect(await form.subject.isVisible()).toBe(true)
  await page.clock.fastForward('11:00')
  await page.getByRole('heading', { name: ar(signInMessages.lockedTitle) }).waitFor()
  expect(await page.getByRole('link', { name: ar(queueLabels.my_work) }).count()).toBe(0)
  expect(await form.subject.isVisible()).toBe(false)

  // Locked at the core: what the window keeps of its session opens nothing, and reading it anew asks who is there.
  expect(await page.evaluate(() => Object.values(sessionStorage).join(' '))).not.toMatch(/[0-9a-f-]{32}/)
  const unlock = page.getByRole('textbox', { name: ar(signInMessages.password) })
  await unlock.fill('not the password')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText(ar(partsMessages.passwordWrong), { exact: true }).waitFor()
  await unlock.fill(password)
  await page.getByRole('button', { name: ar(signInMessages.unlock) }).click()
  await page.getByRole('heading', { level: 1, name: ar(intakeMessages.title) }).waitFor()
  expect(await form.subject.inputValue()).toBe('طلب لم يكتمل بعد')

  // A machine that slept: no timer ran, and the first move of the mouse comes too late.
  await page.clock.setSystemTime(Date.now() + 8 * 3_600_000)
  await page.mouse.move(200, 200)
  await page.getByRole('heading', { name: ar(signInMessages.lockedTitle) }).waitFor()
  await page.reload()
  await page.getByRole('textbox', { name: ar(signInMessages.username) }).waitFor()
  expect(await form.subject.count()).toBe(0)
  await signIn(page, 'desk')
  await page.getByRole('heading', { level: 1, name: ar(intakeMessages.title) }).waitFor()
})

test('G-02 R-09: the window of a user who is made inactive elsewhere locks by itself, and does not open for him again', async () => {
  const office = makeOffice()
  const host = await startBrowserHost(office.dataDir)
  const { page } = await openWindow(host.address)
  await signIn(page, 'salem')
  const menu = page.getByRole('link', { name: ar(queueLabels.my_work) })
  await menu.waitFor()
  office.calls([
    { call: 'admin.users', save: 'users' },
    { call: 'admin.setUser', input: { ...salem, unit: { $: 'users.0.unit' }, active: false } },
  ])
  await page.getByRole('heading', { name: ar(signInMessages.lockedTitle) }).waitFor()
  expect(await menu.count()).toBe(0)
  await page.getByRole('textbox', { name: ar(signInMessages.password) }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText(sessionRefusals['account-inactive'].ar).waitFor()
  // The machine is not his alone: whoever comes next signs in.
  await page.getByRole('button', { name: ar(signInMessages.signOut) }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: ar(signInMessages.signOut) })
    .click()
  await page.getByRole('heading', { name: ar(signInMessages.title) }).waitFor()
})
