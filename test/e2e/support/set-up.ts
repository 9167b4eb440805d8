import type { Page } from 'playwright'
import { frameMessages } from '#shared/i18n/frame.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { setupMessages } from '#shared/i18n/setup.ts'
import { must } from '#shared/lib/assert.ts'
import { password } from './office.ts'
import { ar } from './words.ts'

type SetUpStep = 'start' | 'office' | 'mistakes' | 'admin' | 'code' | 'groups'

/**
 * Sets up an office on the first screen of an empty machine, as a person does, up to the frame. Who wants to
 * look at the steps is shown each before it is filled.
 */
export async function setUpByHand(
  page: Page,
  look: (step: SetUpStep) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const next = page.getByRole('button', { name: ar(setupMessages.next) })
  await page.getByRole('heading', { name: ar(setupMessages.welcome) }).waitFor()
  await look('start')
  await next.click()
  await look('office')
  await next.click()
  await page.getByRole('alert').waitFor()
  await look('mistakes')
  await page.getByLabel(ar(setupMessages.nameAr)).fill('مكتب شكاوى الرياض')
  await page.getByLabel(ar(setupMessages.nameEn)).fill('Riyadh complaint office')
  await page.getByLabel(ar(setupMessages.officeCode)).fill('RYD')
  await page.getByRole('radio', { name: ar(partsMessages.countrySA) }).check()
  await next.click()
  await look('admin')
  await page.getByLabel(ar(setupMessages.adminName)).fill('عبد الله السبيعي')
  await page.getByLabel(ar(setupMessages.adminUsername)).fill('admin')
  await page
    .getByRole('textbox', { name: ar(setupMessages.password), exact: false })
    .first()
    .fill(password)
  await page.getByRole('textbox', { name: ar(setupMessages.passwordAgain) }).fill(password)
  await page.getByRole('button', { name: ar(setupMessages.create) }).click()
  await typeBackCode(page, look)
  // Nobody is asked again for the password just given.
  await page.getByRole('navigation', { name: ar(frameMessages.navigation) }).waitFor()
}

/** The code is copied from the screen and two of its groups typed back. */
export async function typeBackCode(
  page: Page,
  look: (step: SetUpStep) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const code = page.getByRole('group', { name: ar(setupMessages.recoveryCode) })
  await code.waitFor()
  await look('code')
  const groups = await code.locator('span').allTextContents()
  await page.getByRole('button', { name: ar(setupMessages.recoveryWritten) }).click()
  await look('groups')
  for (const field of await page.getByRole('textbox').all()) {
    const place = must(
      /group-(\d+)$/.exec((await field.getAttribute('name')) ?? ''),
      'fields are named by their group',
    )[1]
    await field.fill(must(groups[Number(place)], 'a group of the code'))
  }
  await page.getByRole('button', { name: ar(setupMessages.recoveryFinish) }).click()
}
