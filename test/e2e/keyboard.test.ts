import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import { queueLabels, queuesMessages } from '#shared/i18n/queues.ts'
import { searchMessages } from '#shared/i18n/search.ts'
import { must } from '#shared/lib/assert.ts'
import type { BrowserHost } from './support/browser-host.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { arabicKeys } from './support/arabic-keys.ts'
import { complaint } from './support/made-cases.ts'
import { makeOffice } from './support/office.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

/* Rule 2 of the window: everything by keyboard, and by the same keys under an Arabic layout. */

interface Desk {
  readonly page: Page
  readonly first: string
  readonly host: BrowserHost
}

async function deskWithCases(): Promise<Desk> {
  const office = makeOffice()
  const made = office.calls([complaint(), complaint({ subject: 'حفرة في الطريق' }), complaint()], 'desk')
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'salem')
  return { page, first: (made[0] as { reference: string }).reference, host }
}

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

test('UI-2 a list is walked, chosen from and opened with the keyboard alone, and something is done to all chosen', async () => {
  const { page } = await deskWithCases()
  await visit(page, '#/queues/all')
  const grid = page.getByRole('grid')
  const active = grid.locator('[role=row][data-active]')
  const at = (row: number) => expect.poll(() => active.getAttribute('aria-rowindex')).toBe(String(row))
  const chosen = (count: number) =>
    expect.poll(() => grid.locator('[role=row][aria-selected=true]').count()).toBe(count)
  await grid.focus()
  await page.keyboard.press('Home')
  await at(2)
  await page.keyboard.press('Space')
  await chosen(1)
  await page.keyboard.press('ArrowDown')
  await at(3)
  await page.keyboard.press('Shift+ArrowDown')
  await at(4)
  await chosen(2)
  await page.keyboard.press('ArrowUp')
  await at(3)

  // The two that are chosen are given to whoever sits here.
  const assign = page.getByRole('button', { name: ar(queuesMessages.assign), exact: true })
  await assign.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: ar(queuesMessages.assignTitle) })
  await dialog.getByRole('button', { name: ar(queuesMessages.assign), exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(queuesMessages.bulkDone.ar.two).waitFor()

  await grid.focus()
  await page.keyboard.press('Escape')
  await chosen(0)
  const reference = await active.getByText(/RYD-\d\d-\d{6}-\d/).textContent()
  await page.keyboard.press('Enter')
  await page.waitForURL(/#\/cases\//)
  await page
    .getByText(reference ?? '', { exact: true })
    .first()
    .waitFor()
})

test('UI-2 the palette opens by its keys and finds actions, cases and people', async () => {
  const { page, first } = await deskWithCases()
  const palette = page.getByRole('dialog')
  const open = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await palette.waitFor()
    await page.keyboard.type(text)
    await palette.locator('[aria-busy=false]').waitFor()
  }
  const closed = (): Promise<void> => palette.waitFor({ state: 'detached' })
  await open('المتاخرة')
  await palette.getByRole('button', { name: ar(queueLabels.overdue) }).waitFor()
  await page.keyboard.press('Escape')
  await closed()
  await open(first)
  await palette.getByRole('button', { name: new RegExp(`^${first} ·`) }).waitFor()
  await page.keyboard.press('Enter')
  await closed()
  await page.waitForURL(/#\/cases\//)
  await page.getByRole('heading', { level: 1 }).filter({ hasText: first }).waitFor()

  await open('الدوسرى')
  await palette
    .getByRole('button', { name: /^فهد محمد الدوسري/ })
    .first()
    .click()
  await page.waitForURL(/#\/people\//)
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'فهد محمد الدوسري' }).waitFor()
})

test('UI-2 what arrives behind the palette leaves the keys to it, and has them when the palette has gone', async () => {
  const { page, first } = await deskWithCases()
  const palette = page.getByRole('dialog')
  const hasKeys = (part: Locator): Promise<void> =>
    expect.poll(() => part.evaluate((element) => element === document.activeElement)).toBe(true)
  const arrivesBehind = async (address: string, part: Locator): Promise<void> => {
    await page.keyboard.press('Control+k')
    await palette.waitFor()
    await page.evaluate((hash) => {
      window.location.hash = hash
    }, address)
    await part.waitFor()
    await page.keyboard.type('شكوى')
    expect(await palette.locator('input').inputValue()).toBe('شكوى')
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'detached' })
  }
  const grid = page.getByRole('grid')
  await arrivesBehind('#/queues/all', grid)
  await hasKeys(grid)
  await arrivesBehind('#/search', title(page, ar(searchMessages.title)))
  await hasKeys(title(page, ar(searchMessages.title)))

  // Who turns back has the keys where he had them; what he chose has them otherwise.
  await visit(page, '#/queues/all')
  await hasKeys(grid)
  await page.keyboard.press('Control+k')
  await palette.waitFor()
  await page.keyboard.press('Escape')
  await hasKeys(grid)
  await page.keyboard.press('Control+k')
  await palette.waitFor()
  await page.keyboard.type(first)
  await palette.getByRole('button', { name: new RegExp(`^${first} ·`) }).waitFor()
  await palette.locator('[aria-busy=false]').waitFor()
  await page.keyboard.press('Enter')
  await hasKeys(page.getByRole('heading', { level: 1 }).filter({ hasText: first }))
})

test('UI-2 Enter before the answer searches for what was typed, not for what its beginning found', async () => {
  const { page, first, host } = await deskWithCases()
  const core = must(host.corePid(), 'the core runs')
  // A quick hand types before the box has the keys.
  await pressAtOnce(page, [
    { key: 'k', code: 'KeyK', ctrlKey: true },
    ...Array.from(first.slice(0, 3), (key) => ({ key })),
  ])
  await page.getByRole('dialog').locator('input:focus').waitFor()
  await page.keyboard.type(first.slice(3, -1))
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${first} ·`) })
    .waitFor()
  process.kill(core, 'SIGSTOP')
  try {
    await page.keyboard.type(first.slice(-1))
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/search/)
  } finally {
    process.kill(core, 'SIGCONT')
  }
  expect(new URLSearchParams(page.url().split('?')[1]).get('text')).toBe(first)
})

test('UI-2 keys are read by their place: the map, the palette and the ways to a place work under an Arabic layout', async () => {
  const { page } = await deskWithCases()
  const keys = await arabicKeys(page)
  await visit(page, '#/queues/all')
  await keys.press('KeyG')
  await keys.press('KeyO')
  await title(page, ar(queueLabels.overdue)).waitFor()
  await keys.press('KeyK', 'control')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await keys.press('Slash', 'shift')
  const map = page.getByRole('dialog', { name: ar(words.keyMap) })
  for (const group of [words.keysGeneral, words.keysGo, words.keysLists])
    await map.getByRole('region', { name: ar(group) }).waitFor()
  const shown = await map.getByRole('definition').allTextContents()
  for (const key of ['CtrlK', '?', 'AltN', 'GO', '↑↓'])
    expect(shown.map((text) => text.replaceAll(/\s/g, ''))).toContain(key)
  await page.keyboard.press('Escape')
  await map.waitFor({ state: 'detached' })

  // While somebody writes, a letter is a letter.
  await visit(page, '#/help')
  await keys.press('Slash')
  const search = page.locator('#frame-search')
  await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true)
  await keys.press('KeyG')
  await keys.press('KeyM')
  expect(await search.inputValue()).toBe('لة')
})

/** Presses keys with no moment between them, in which the window could draw. */
async function pressAtOnce(
  page: Page,
  keys: readonly { key: string; code?: string; ctrlKey?: boolean }[],
): Promise<void> {
  await page.evaluate((pressed) => {
    for (const init of pressed)
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))
  }, keys)
}
