import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { intakeMessages } from '#shared/i18n/intake.ts'
import type { Language } from '#shared/i18n/messages.ts'
import { translate } from '#shared/i18n/messages.ts'
import { axeFindings } from './support/accessible.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { useLanguage, useScheme } from './support/looks.ts'
import { makeBusyOffice } from './support/practice.ts'
import { signIn } from './support/sign-in.ts'
import { openWindow } from './support/window.ts'

/** Screens by their address; what they wait for is that nothing is loading any more. */
const addresses = ['#/register', '#/queues/all', '#/queues/my_work', '#/search?text=رخصة', '#/people?text=محمد', '#/dashboard', '#/reports', '#/settings/users', '#/nowhere'] as const

async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
}

async function findingsOf(page: Page, language: Language, scheme: 'light' | 'dark'): Promise<readonly string[]> {
  await useLanguage(page, language)
  await useScheme(page, language, scheme)
  const found: string[] = []
  for (const address of addresses) {
    await visit(page, address)
    const t0 = performance.now()
    found.push(...(await axeFindings(page, `${language} ${scheme} ${address}`)))
    console.log(language, scheme, address, Math.round(performance.now() - t0))
  }
  return found
}

async function findingsOfBadForm(page: Page, language: Language): Promise<readonly string[]> {
  await visit(page, '#/register')
  await page.getByRole('button', { name: translate(intakeMessages.save, language), exact: true }).click()
  await page.getByRole('alert').waitFor()
  return axeFindings(page, `${language} register with errors`)
}

test('ui-11: axe finds nothing on any screen, in both languages, light and dark', async () => {
  const office = makeBusyOffice()
  const host = await startBrowserHost(office.dataDir)
  const { page } = await openWindow(host.address)
  const found = [...(await axeFindings(page, 'ar sign-in'))]
  await signIn(page, 'admin')
  for (const language of ['ar', 'en'] as const) {
    for (const scheme of ['light', 'dark'] as const) found.push(...(await findingsOf(page, language, scheme)))
    found.push(...(await findingsOfBadForm(page, language)))
  }
  expect(found).toEqual([])
})
