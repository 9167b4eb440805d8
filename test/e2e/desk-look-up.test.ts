import { test } from 'vitest'
import { intakeMessages as words } from '#shared/i18n/intake.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { intakeForm, shownNumber } from './support/intake-form.ts'
import { complaint } from './support/made-cases.ts'
import { makeOffice } from './support/office.ts'
import { windowOf } from './support/sign-in.ts'
import { ar } from './support/words.ts'

const known = {
  given: 'فهد',
  father: 'محمد',
  family: 'الدوسري',
  mobile: '0551234567',
  email: 'fahd@example.org',
} as const

test('R-10 ui-1 the desk finds a caller by his telephone, by his e-mail and by his name, with his case, and takes him into the form, where both stay in sight', async () => {
  const office = makeOffice()
  office.calls([complaint({ person: { kind: 'new', details: known } })], 'desk')
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'desk')
  const form = intakeForm(page)
  await form.open()
  const callers = page.getByRole('list', { name: ar(words.callers) })
  const fahd = callers.getByRole('button', { name: /فهد/ })
  for (const key of ['0551234567', 'fahd@example.org', 'الدوسرى فهد']) {
    await form.key.fill('زياد')
    await fahd.waitFor({ state: 'detached' })
    await form.key.fill(key)
    await fahd.waitFor()
    await page.getByText('تأخر إصدار رخصة البناء').first().waitFor()
  }
  await fahd.click()
  await fahd.waitFor({ state: 'detached' })
  await form.key.waitFor({ state: 'detached' })
  // Longer than typing is waited for: what he brought before stays in sight while the form is filled.
  await form.subject.fill('شكوى ثانية')
  await page.waitForTimeout(500)
  await page.getByText('تأخر إصدار رخصة البناء').first().waitFor()
})

test('C-07 an old fax whose answer was due before it is registered is told late at the desk', async () => {
  const office = makeOffice()
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'desk')
  const form = intakeForm(page)
  await form.open()
  await form.chooseChannel('fax')
  await form.given.fill('ناصر')
  await form.family.fill('البقمي')
  await form.mobile.fill('0557654321')
  await form.chooseType('complaint')
  await form.chooseSubject('procedure')
  await form.subject.fill('فاكس قديم')
  await form.text.fill('وصل الفاكس قبل ثلاثة أشهر.')
  await page.getByRole('radio', { name: ar(words.receivedEarlier) }).check()
  const day = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10).split('-').toReversed().join('/')
  await page.getByRole('textbox', { name: ar(words.receivedAt) }).fill(day)
  await form.text.focus()
  await form.save()
  await shownNumber(page)
  await page.getByText(ar(words.registeredLate)).waitFor()
  await page.getByText(ar(words.registeredWasDue)).first().waitFor()
})
