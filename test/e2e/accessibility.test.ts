import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { frameMessages } from '#shared/i18n/frame.ts'
import { intakeMessages } from '#shared/i18n/intake.ts'
import type { Language, PlainMessage } from '#shared/i18n/messages.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportsMessages } from '#shared/i18n/reports.ts'
import { setupMessages } from '#shared/i18n/setup.ts'
import { signInMessages } from '#shared/i18n/sign-in.ts'
import { syncMessages } from '#shared/i18n/sync.ts'
import { axeFindings } from './support/accessible.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { importHistory } from './support/command-line.ts'
import { intakeForm, shownNumber } from './support/intake-form.ts'
import { useLanguage, useScheme } from './support/looks.ts'
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

interface Look {
  readonly language: Language
  readonly scheme: 'light' | 'dark'
}

async function turnTo(page: Page, { language, scheme }: Look): Promise<void> {
  await useLanguage(page, language)
  await useScheme(page, language, scheme)
}

async function findingsOf(page: Page, screens: ReturnType<typeof everyScreen>, look: Look): Promise<readonly string[]> {
  await turnTo(page, look)
  const found: string[] = []
  for (const { address, main } of screens) {
    if (look.scheme === 'dark' && main !== true) continue
    await visit(page, address)
    found.push(...(await axeFindings(page, `${look.language} ${look.scheme} ${address}`)))
  }
  return found
}

/** A form full of mistakes, the palette, the map of keys, and a report before it is exported. */
async function findingsOfOpenParts(page: Page, look: Look): Promise<readonly string[]> {
  const { language } = look
  const press = (name: PlainMessage): Promise<void> =>
    page.getByRole('button', { name: translate(name, language), exact: true }).click()
  await turnTo(page, look)
  await visit(page, '#/register')
  await press(intakeMessages.save)
  await page.getByRole('alert').waitFor()
  const errors = await axeFindings(page, `${language} register with errors`)
  await page.keyboard.press('Control+k')
  const palette = await findingsOfDialog(page, `${language} palette`)
  await press(frameMessages.keyMap)
  const keys = await findingsOfDialog(page, `${language} map of keys`)
  await visit(page, '#/reports')
  await press(reportsMessages.preview)
  await page.getByText(translate(reportsMessages.reconciled, language)).waitFor()
  return [...errors, ...palette, ...keys, ...(await axeFindings(page, `${language} ${look.scheme} report`))]
}

async function findingsOfDialog(page: Page, name: string): Promise<readonly string[]> {
  await page.getByRole('dialog').waitFor()
  const found = await axeFindings(page, name)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return found
}

/** In both languages, light and dark, where the window has a card and no frame around it. */
async function findingsOfGate(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const language of ['en', 'ar'] as const) {
    await useLanguage(page, language)
    found.push(...(await axeFindings(page, `${language} ${name}`)))
  }
  // The card has no button for it: what the theme changes is this mark.
  const setScheme = (scheme: string) =>
    page.evaluate((to) => document.documentElement.setAttribute('data-mantine-color-scheme', to), scheme)
  await setScheme('dark')
  found.push(...(await axeFindings(page, `dark ${name}`)))
  await setScheme('light')
  return found
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
  // Colours are the same in both languages.
  for (const look of looks) {
    found.push(...(await findingsOf(page, screens, look)))
    found.push(...(await findingsOfOpenParts(page, look)))
  }
  await useScheme(page, 'ar', 'light')
  await page.getByRole('button', { name: 'admin' }).click()
  await page.getByRole('menuitem', { name: frameMessages.lock.ar }).click()
  await page.getByRole('heading', { name: signInMessages.lockedTitle.ar }).waitFor()
  found.push(...(await findingsOfGate(page, 'lock')))
  expect(found).toEqual([])
})

const looks: readonly Look[] = [
  { language: 'ar', scheme: 'light' },
  { language: 'en', scheme: 'light' },
  { language: 'ar', scheme: 'dark' },
]

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
    found.push(...(await axeFindings(page, `${look.language} ${look.scheme} receipt`)))
  }
  for (const look of looks) {
    await turnTo(page, look)
    for (const reference of [made?.reference, all?.lines[0]?.reference]) {
      await visit(page, `#/cases/${reference}`)
      found.push(...(await axeFindings(page, `${look.language} ${look.scheme} ${reference}`)))
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

test('ui-11: axe finds nothing at any step of set-up', async () => {
  const host = await startBrowserHost(emptyFolder())
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
