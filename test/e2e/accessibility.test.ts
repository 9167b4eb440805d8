import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { frameMessages } from '#shared/i18n/frame.ts'
import { intakeMessages } from '#shared/i18n/intake.ts'
import type { Language } from '#shared/i18n/messages.ts'
import { translate } from '#shared/i18n/messages.ts'
import { setupMessages } from '#shared/i18n/setup.ts'
import { axeFindings } from './support/accessible.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { openStep } from './support/case-page.ts'
import { importHistory } from './support/command-line.ts'
import { useLanguage, useScheme } from './support/looks.ts'
import { complaint } from './support/made-cases.ts'
import { emptyFolder, makeOffice } from './support/office.ts'
import { makeBusyOffice } from './support/practice.ts'
import { everyScreen } from './support/screens.ts'
import { signIn, windowOf } from './support/sign-in.ts'
import { answeredCase, toldCase } from './support/told-case.ts'
import { visit } from './support/visit.ts'
import { openWindow } from './support/window.ts'

async function findingsOf(
  page: Page,
  look: { readonly language: Language; readonly scheme: 'light' | 'dark' },
): Promise<readonly string[]> {
  await useLanguage(page, look.language)
  await useScheme(page, look.language, look.scheme)
  const found: string[] = []
  for (const { address, main } of everyScreen) {
    if (look.scheme === 'dark' && main !== true) continue
    await visit(page, address)
    found.push(...(await axeFindings(page, `${look.language} ${look.scheme} ${address}`)))
  }
  return found
}

/** A form full of mistakes, the palette, and the map of keys. */
async function findingsOfOpenParts(page: Page, language: Language): Promise<readonly string[]> {
  await visit(page, '#/register')
  await page.getByRole('button', { name: translate(intakeMessages.save, language), exact: true }).click()
  await page.getByRole('alert').waitFor()
  const errors = await axeFindings(page, `${language} register with errors`)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  const palette = await axeFindings(page, `${language} palette`)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: translate(frameMessages.keyMap, language), exact: true }).click()
  await page.getByRole('dialog').waitFor()
  const keys = await axeFindings(page, `${language} map of keys`)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return [...errors, ...palette, ...keys]
}

test('ui-11: axe finds nothing on any screen, in both languages, light and dark', async () => {
  const office = makeBusyOffice(60)
  const host = await startBrowserHost(office.dataDir)
  const { page } = await openWindow(host.address)
  const found = [...(await axeFindings(page, 'ar sign-in'))]
  await signIn(page, 'admin')
  for (const language of ['ar', 'en'] as const) {
    found.push(...(await findingsOf(page, { language, scheme: 'light' })))
    found.push(...(await findingsOfOpenParts(page, language)))
  }
  // Colours are the same in both languages.
  found.push(...(await findingsOf(page, { language: 'ar', scheme: 'dark' })))
  expect(found).toEqual([])
})

test('ui-11: axe finds nothing on the page of a case and in the forms of its steps', async () => {
  const office = makeOffice()
  const [made] = office.calls([complaint()], 'desk') as { reference: string }[]
  importHistory(office.dataDir, toldCase(answeredCase, 7))
  const [all] = office.calls([{ call: 'cases.queue', input: { queue: 'to_call' } }]) as {
    lines: { reference: string }[]
  }[]
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'head')
  const found: string[] = []
  const steps = [
    stepMessages.remitTitle,
    stepMessages.classify,
    stepMessages.requestInfo,
    stepMessages.confidentiality,
    stepMessages.link,
  ]
  for (const language of ['ar', 'en'] as const) {
    await useLanguage(page, language)
    await visit(page, `#/cases/${made?.reference}`)
    found.push(...(await axeFindings(page, `${language} new case`)))
    for (const step of language === 'ar' ? steps : []) {
      await openStep(page, step)
      found.push(...(await axeFindings(page, `step ${step.en}`)))
      await page.keyboard.press('Escape')
    }
    await visit(page, `#/cases/${all?.lines[0]?.reference}`)
    found.push(...(await axeFindings(page, `${language} answered case`)))
  }
  await useScheme(page, 'en', 'dark')
  found.push(...(await axeFindings(page, 'en dark answered case')))
  expect(found).toEqual([])
})

test('ui-11: axe finds nothing during set-up', async () => {
  const host = await startBrowserHost(emptyFolder())
  const { page } = await openWindow(host.address)
  const found: string[] = []
  for (const language of ['ar', 'en'] as const) {
    await useLanguage(page, language)
    found.push(...(await axeFindings(page, `${language} set-up`)))
  }
  const next = page.getByRole('button', { name: setupMessages.next.en })
  await next.click()
  await next.click()
  await page.getByRole('alert').waitFor()
  found.push(...(await axeFindings(page, 'en set-up with errors')))
  expect(found).toEqual([])
})

test('ui-11: text at 200 % pushes nothing out of the window, and the focus is plain to see wherever it goes', async () => {
  const office = makeOffice()
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'head')
  await visit(page, '#/queues/all')
  for (let stop = 0; stop < 25; stop += 1) {
    await page.keyboard.press('Tab')
    expect(await focusShows(page)).toEqual('seen')
  }
  // The window of a counter at 200 %.
  await page.setViewportSize({ width: 683, height: 384 })
  for (const address of ['#/register', '#/queues/all', '#/dashboard', '#/settings/office']) {
    await visit(page, address)
    expect([
      address,
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ]).toEqual([address, 0])
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
  }
})

/** Whether the part that has the focus looks different from how it looks without it. */
const focusShows = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const part = document.activeElement
    if (!(part instanceof HTMLElement) || part === document.body) return 'seen'
    const look = (): string =>
      [part, part.parentElement, part.closest('label')]
        .map((one) => {
          if (one === null) return ''
          const { outline, boxShadow, borderColor, backgroundColor, insetBlockStart } = getComputedStyle(one)
          return [outline, boxShadow, borderColor, backgroundColor, insetBlockStart].join()
        })
        .join('|')
    const focused = look()
    part.blur()
    const left = look()
    part.focus()
    return focused === left ? `no difference: ${part.outerHTML.slice(0, 200)}` : 'seen'
  })
