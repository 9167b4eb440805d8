import { expect, test } from 'vitest'
import { frameMessages } from '#shared/i18n/frame.ts'
import { intakeMessages as words } from '#shared/i18n/intake.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { intakeForm, shownNumber } from './support/intake-form.ts'
import { makeOffice } from './support/office.ts'
import { windowOf } from './support/sign-in.ts'
import { ar } from './support/words.ts'

test('R-10: after a number was given, Register in the frame and its key lead to an empty form, also from elsewhere', async () => {
  const host = await startBrowserHost(makeOffice().dataDir)
  const { page } = await windowOf(host.address, 'salem')
  const form = intakeForm(page)
  const empty = async () => {
    await page.getByRole('heading', { level: 1, name: ar(words.title) }).waitFor()
    expect(await form.subject.inputValue()).toBe('')
  }
  const register = async () => {
    await form.chooseChannel('walk_in')
    await form.chooseType('complaint')
    await form.given.fill('ليلى')
    await form.mobile.fill('0501234567')
    await form.subject.fill('تأخر معاملة')
    await form.text.fill('راجعت الدائرة ثلاث مرات.')
    await form.chooseSubject('service_result')
    await form.save()
    await shownNumber(page)
  }
  await form.open()
  await register()
  await page.getByRole('link', { name: ar(frameMessages.register) }).click()
  await empty()
  await register()
  await page.keyboard.press('Alt+KeyN')
  await empty()
  await register()
  await page.evaluate(() => void (window.location.hash = '#/people'))
  await page.getByRole('heading', { level: 1, name: ar(words.registeredTitle) }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: ar(frameMessages.register) }).click()
  await empty()
})
