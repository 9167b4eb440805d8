import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { queuesMessages as words } from '#shared/i18n/queues.ts'
import { searchMessages } from '#shared/i18n/search.ts'
import { typeLabels } from '#shared/i18n/codes.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { complaint } from './support/made-cases.ts'
import { makeOffice } from './support/office.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

test('L-13 ui-6 a search is narrowed by conditions, counted, kept on the way to a case and back, and reset in one press', async () => {
  const office = makeOffice()
  office.calls([
    complaint(),
    complaint({ subject: 'رخصة منزل' }),
    complaint({ subject: 'طلب رخصة', type: 'inquiry', subjects: [] }),
  ])
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'salem')
  await visit(page, '#/search')
  const box = page.getByRole('textbox', { name: ar(searchMessages.box) })
  const main = page.getByRole('main')
  const found = (count: number) =>
    expect.poll(() => main.getByRole('row').count(), { timeout: 10_000 }).toBe(count === 0 ? 0 : count + 1)
  await box.fill('رخصة')
  await found(3)
  await page.getByRole('button', { name: ar(words.filter), exact: true }).click()
  await page.getByRole('combobox', { name: ar(words.fieldType) }).click()
  await page.getByRole('option', { name: typeLabels.inquiry.ar, exact: true }).click()
  await found(1)
  expect(await main.getByText(ar(searchMessages.found, { count: 1 })).count()).toBe(1)

  // To the case and back: words and conditions stand as they were.
  await page.keyboard.press('Escape')
  await main.getByRole('row').last().dblclick()
  await page.waitForURL(/#\/cases\//)
  await page.goBack()
  await found(1)
  expect(await box.inputValue()).toBe('رخصة')

  // Nothing fits: said so, with the condition to take away.
  await box.fill('هدم')
  await main.getByText(ar(words.emptyFilter)).waitFor()
  await main
    .getByRole('button', { name: ar(words.clearFilter) })
    .first()
    .click()
  await main.getByText(ar(searchMessages.none)).waitFor()
  await box.fill('رخصة')
  await found(3)
  // The search of the frame asks anew.
  await page.locator('#frame-search').fill('منزل')
  await page.keyboard.press('Enter')
  await found(1)
  expect(await box.inputValue()).toBe('منزل')
})

test('ui-6 a queue is narrowed by words and by “late only”, a saved view keeps that, and what is left is taken out as a file', async () => {
  const office = makeOffice()
  office.calls([complaint(), complaint({ subject: 'حفرة في الطريق', text: 'حفرة كبيرة' })])
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'head')
  await visit(page, '#/queues/all')
  const rows = (count: number) => expect.poll(() => page.getByRole('main').getByRole('row').count()).toBe(count + 1)
  await rows(2)
  await page.keyboard.press('/')
  await page.keyboard.type('حفره')
  await rows(1)
  await page.getByRole('button', { name: ar(words.export) }).click()
  const file = page.getByRole('link', { name: /all-.*\.csv/ })
  const waiting = page.waitForEvent('download')
  await file.click()
  expect(
    readFileSync(await (await waiting).path(), 'utf8')
      .trimEnd()
      .split('\r\n'),
  ).toHaveLength(2)
  await page.getByRole('button', { name: ar(words.views) }).click()
  await page.getByRole('menuitem', { name: ar(words.viewSave) }).click()
  await page.getByRole('textbox', { name: ar(words.viewName) }).fill('حفر')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: ar(words.clearFilter) }).click()
  await rows(2)
  // Another list is another file.
  await file.waitFor({ state: 'detached' })
  await page.getByRole('checkbox', { name: ar(words.fieldLate) }).check()
  await page.getByRole('main').getByText(ar(words.emptyFilter)).waitFor()
  await page.getByRole('button', { name: ar(words.views) }).click()
  await page.getByRole('menuitem', { name: 'حفر', exact: true }).click()
  await rows(1)
})
