import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { intakeMessages } from '#shared/i18n/intake.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { setupMessages } from '#shared/i18n/setup.ts'
import { must } from '#shared/lib/assert.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { handsOn } from './support/hands.ts'
import { intakeForm, referencePattern, shownNumber } from './support/intake-form.ts'
import { emptyFolder, password } from './support/office.ts'
import { openWindow } from './support/window.ts'
import { ar } from './support/words.ts'

const caller = '0551234567'

test('R-12 S14: a new machine is set up, its recovery code confirmed, and a known caller’s phone complaint taken by keyboard alone', async () => {
  const host = await startBrowserHost(join(emptyFolder(), 'data'))
  const { page } = await openWindow(host.address)
  await setUpOffice(page)
  // Nobody is asked again for the password just given.
  const first = await registerAtCounter(page)
  const second = await takePhoneComplaint(page)
  expect(second).not.toBe(first)
})

async function setUpOffice(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: ar(setupMessages.next) })
  await page.getByRole('heading', { name: ar(setupMessages.welcome) }).waitFor()
  await next.click()
  await page.getByLabel(ar(setupMessages.nameAr)).fill('مكتب شكاوى الرياض')
  await page.getByLabel(ar(setupMessages.nameEn)).fill('Riyadh complaint office')
  await page.getByLabel(ar(setupMessages.officeCode)).fill('RYD')
  await page.getByRole('radio', { name: ar(partsMessages.countrySA) }).check()
  await next.click()
  await page.getByLabel(ar(setupMessages.adminName)).fill('عبد الله السبيعي')
  await page.getByLabel(ar(setupMessages.adminUsername)).fill('admin')
  await page
    .getByRole('textbox', { name: ar(setupMessages.password), exact: false })
    .first()
    .fill(password)
  await page.getByRole('textbox', { name: ar(setupMessages.passwordAgain) }).fill(password)
  await page.getByRole('button', { name: ar(setupMessages.create) }).click()
  await confirmRecoveryCode(page)
}

/** The code is read from the screen, as a person copies it on paper, and two of its groups are typed back. */
async function confirmRecoveryCode(page: Page): Promise<void> {
  const code = page.getByRole('group', { name: ar(setupMessages.recoveryCode) })
  await code.waitFor()
  const groups = await code.locator('span').allTextContents()
  expect(groups).toHaveLength(6)
  await page.getByRole('button', { name: ar(setupMessages.recoveryWritten) }).click()
  const fields = page.getByRole('textbox')
  const finish = page.getByRole('button', { name: ar(setupMessages.recoveryFinish) })
  await fields.first().fill('AAAAA')
  await finish.click()
  await page.getByRole('alert').waitFor()
  for (const field of await fields.all()) {
    const place = must(
      /group-(\d+)$/.exec((await field.getAttribute('name')) ?? ''),
      'fields are named by their group',
    )[1]
    await field.fill(must(groups[Number(place)], 'a group of the code').toLowerCase())
  }
  await finish.click()
}

async function registerAtCounter(page: Page): Promise<string> {
  const form = intakeForm(page)
  await form.open()
  await form.chooseChannel('walk_in')
  await form.given.fill('فهد')
  await form.family.fill('الدوسري')
  await form.mobile.fill(caller)
  await form.chooseType('inquiry')
  await form.subject.fill('موعد إصدار رخصة البناء')
  // Enter goes on in a field or takes from its list; the half-filled form is not sent by it.
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: ar(intakeMessages.verification) }).fill('لا شيء كهذا')
  await page.keyboard.press('Enter')
  expect(await page.getByRole('alert').count()).toBe(0)
  await page.keyboard.press('Escape')
  await form.text.fill('يسأل عن المدة المتبقية لإصدار رخصة البناء.')
  await form.save()
  return shownNumber(page)
}

async function takePhoneComplaint(page: Page): Promise<string> {
  const hands = handsOn(page)
  await page.getByRole('button', { name: ar(intakeMessages.registeredNext) }).waitFor()
  await hands.press('Control+Enter')
  await hands.goBackTo(ar(intakeMessages.channel))
  await hands.choose('ArrowUp')
  await hands.goTo(ar(intakeMessages.key))
  await hands.type(caller)
  await page.getByRole('button', { name: ar(intakeMessages.chooseCaller, { name: 'فهد الدوسري' }) }).waitFor()
  // the case of before is in sight before the form is filled.
  await page.getByRole('list', { name: ar(intakeMessages.casesOf, { name: 'فهد الدوسري' }) }).waitFor()
  await hands.press('Enter')
  await page.getByText(ar(intakeMessages.known)).waitFor()
  await hands.goTo(ar(intakeMessages.type))
  await hands.choose('Space')
  await hands.goTo(ar(intakeMessages.subjects))
  await hands.choose('ArrowDown', 'Enter', 'Escape')
  await hands.goTo(ar(intakeMessages.subject))
  await hands.type('تأخر إصدار رخصة البناء')
  await hands.goTo(ar(intakeMessages.text))
  await hands.type('مضى شهران على الطلب ولم تصدر الرخصة.')
  expect(hands.entries()).toBeLessThanOrEqual(12)
  await hands.press('Control+Enter')
  const reference = await shownNumber(page)
  const receipt = page.frameLocator(`iframe[title="${ar(partsMessages.letterReceipt)}"]`)
  await receipt.getByText(referencePattern).first().waitFor()
  expect(await receipt.locator('body').textContent()).toContain(reference)
  return reference
}
