import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { frameMessages } from '#shared/i18n/frame.ts'
import { intakeMessages } from '#shared/i18n/intake.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportsMessages } from '#shared/i18n/reports.ts'
import { setupMessages } from '#shared/i18n/setup.ts'
import { signInMessages } from '#shared/i18n/sign-in.ts'
import { syncMessages } from '#shared/i18n/sync.ts'
import { must } from '#shared/lib/assert.ts'
import { axeFindings } from './support/accessible.ts'
import type { Judged } from './support/accessible.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { importHistory } from './support/command-line.ts'
import { findingsOfPart, openedParts } from './support/dialogs.ts'
import { intakeForm, shownNumber } from './support/intake-form.ts'
import { findingsLightAndDark, isThorough, looks, turnTo, useLanguage, useScheme } from './support/looks.ts'
import type { Look } from './support/looks.ts'
import { complaint } from './support/made-cases.ts'
import { emptyFolder, makeOffice } from './support/office.ts'
import { makeBusyOffice } from './support/practice.ts'
import { everyScreen } from './support/screens.ts'
import { setUpByHand } from './support/set-up.ts'
import { signIn, windowOf } from './support/sign-in.ts'
import { answeredCase, toldCase } from './support/told-case.ts'
import { visit } from './support/visit.ts'
import { openWindow } from './support/window.ts'
import { ar } from './support/words.ts'

const nameOf = ({ language, scheme }: Look, screen: string): string => `${language} ${scheme} ${screen}`

async function findingsOf(page: Page, screens: ReturnType<typeof everyScreen>, look: Look): Promise<readonly string[]> {
  await turnTo(page, look)
  const found: string[] = []
  for (const { address, main } of screens) {
    if (look.judged === 'colours' && main !== true) continue
    await visit(page, address)
    found.push(...(await axeFindings(page, nameOf(look, address), look)))
  }
  return found
}

/** A form full of mistakes, the palette, the map of keys, and a report before it is exported. */
async function findingsOfOpenParts(page: Page, look: Look): Promise<readonly string[]> {
  const { language, judged } = look
  const press = (name: PlainMessage): Promise<void> =>
    page.getByRole('button', { name: translate(name, language), exact: true }).click()
  await turnTo(page, look)
  await visit(page, '#/register')
  await press(intakeMessages.save)
  await page.getByRole('alert').waitFor()
  const errors = await axeFindings(page, nameOf(look, 'register with errors'), look)
  await page.keyboard.press('Control+k')
  const palette = await findingsOfDialog(page, nameOf(look, 'palette'), judged)
  await press(frameMessages.keyMap)
  const keys = await findingsOfDialog(page, nameOf(look, 'map of keys'), judged)
  await visit(page, '#/reports')
  await press(reportsMessages.preview)
  await page.getByText(translate(reportsMessages.reconciled, language)).waitFor()
  return [...errors, ...palette, ...keys, ...(await axeFindings(page, nameOf(look, 'report'), look))]
}

/** Each is judged light and dark in one language, in both where there is time: they are made of the same few fields. */
async function findingsOfEditors(page: Page, screens: ReturnType<typeof everyScreen>): Promise<readonly string[]> {
  const person = must(
    screens.find(({ address }) => address.startsWith('#/people/')),
    'a person has a screen',
  )
  const found: string[] = []
  for (const [place, language] of (['ar', 'en'] as const).entries()) {
    await useLanguage(page, language)
    for (const [index, opened] of openedParts(person.address).entries())
      if (isThorough || index % 2 === place) found.push(...(await findingsOfPart(page, opened, language)))
  }
  return found
}

async function findingsOfDialog(page: Page, name: string, judged: Judged): Promise<readonly string[]> {
  await page.getByRole('dialog').waitFor()
  const found = await axeFindings(page, name, { judged })
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return found
}

/** In both languages, light and dark, where the window has a card and no frame around it. */
async function findingsOfGate(page: Page, name: string): Promise<readonly string[]> {
  await useLanguage(page, 'en')
  const english = await axeFindings(page, `en ${name}`, { judged: 'structure' })
  await useLanguage(page, 'ar')
  return [...english, ...(await findingsLightAndDark(page, `ar ${name}`))]
}

test('ui-11: axe finds nothing on any screen, in both languages, light and dark', async () => {
  const office = makeBusyOffice(60)
  const screens = everyScreen(office)
  const host = await startBrowserHost(office.dataDir)
  const { page } = await openWindow(host.address)
  const found = [...(await findingsOfGate(page, 'sign-in'))]
  await page.getByRole('button', { name: signInMessages.forgotten.ar }).click()
  found.push(...(await findingsOfGate(page, 'forgotten password')))
  await page.reload()
  await signIn(page, 'admin')
  for (const look of looks) {
    found.push(...(await findingsOf(page, screens, look)))
    found.push(...(await findingsOfOpenParts(page, look)))
  }
  await useScheme(page, 'ar', 'light')
  found.push(...(await findingsOfEditors(page, screens)))
  await useLanguage(page, 'ar')
  await page.getByRole('button', { name: 'admin' }).click()
  await page.getByRole('menuitem', { name: frameMessages.lock.ar }).click()
  await page.getByRole('heading', { name: signInMessages.lockedTitle.ar }).waitFor()
  found.push(...(await findingsOfGate(page, 'lock')))
  expect(found).toEqual([])
})

test('ui-11: axe finds nothing on the page of a case, nor on the receipt after its registration', async () => {
  const office = makeOffice()
  const [made] = office.calls([complaint()], 'desk') as { reference: string }[]
  importHistory(office.dataDir, toldCase(answeredCase, 7))
  const [all] = office.calls([{ call: 'cases.queue', input: { queue: 'to_call' } }]) as {
    lines: { reference: string }[]
  }[]
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'head')
  await registerCall(page)
  const found: string[] = []
  for (const look of looks) {
    await turnTo(page, look)
    found.push(...(await axeFindings(page, nameOf(look, 'receipt'), look)))
  }
  for (const look of looks) {
    await turnTo(page, look)
    for (const reference of [made?.reference, all?.lines[0]?.reference]) {
      await visit(page, `#/cases/${reference}`)
      found.push(...(await axeFindings(page, nameOf(look, String(reference)), look)))
    }
  }
  expect(found).toEqual([])
})

async function registerCall(page: Page): Promise<void> {
  const form = intakeForm(page)
  await form.open()
  await form.given.fill('سارة')
  await form.mobile.fill('0551231231')
  await form.chooseType('praise')
  await form.subject.fill('شكر لموظفي الاستقبال')
  await form.text.fill('أشكر موظفي الاستقبال على حسن التعامل.')
  await form.save()
  await shownNumber(page)
  await page.locator('iframe').waitFor()
}

test('ui-11: axe finds nothing at any step of set-up, nor where the key of the machine is lost', async () => {
  const folder = emptyFolder()
  const host = await startBrowserHost(folder)
  const { page } = await openWindow(host.address)
  const found: string[] = []
  for (const start of [syncMessages.startJoin, setupMessages.startRestore]) {
    await page.getByRole('radio', { name: ar(start) }).check()
    await page.getByRole('button', { name: ar(setupMessages.next) }).click()
    found.push(...(await findingsOfGate(page, start.en)))
    await page.getByRole('button', { name: ar(setupMessages.back) }).click()
  }
  await setUpByHand(page, async (step) => {
    found.push(...(await findingsOfGate(page, `set-up, ${step}`)))
  })
  await host.stop()
  rmSync(join(folder, 'file.key'))
  found.push(...(await findingsOfLocked((await startBrowserHost(folder)).address)))
  expect(found).toEqual([])
})

async function findingsOfLocked(address: string): Promise<readonly string[]> {
  const { page } = await openWindow(address)
  await page.getByRole('heading', { name: ar(setupMessages.lockedTitle) }).waitFor()
  const found = await findingsOfGate(page, 'locked store')
  await page.getByRole('textbox', { name: ar(setupMessages.restoreSecret) }).fill('00000-00000')
  await page.getByRole('button', { name: ar(setupMessages.unlock) }).click()
  await page.getByRole('alert').waitFor()
  return [...found, ...(await findingsOfGate(page, 'locked store, wrong code'))]
}

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
