import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { reportWords } from '#shared/i18n/report-words.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { kpiFixtureRows } from '#test/support/kpi-fixture.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { importHistory } from './support/command-line.ts'
import { casesBehind } from './support/figure-list.ts'
import { makeOffice } from './support/office.ts'
import { previewFirstQuarter } from './support/report-page.ts'
import { windowOf } from './support/sign-in.ts'
import { ar } from './support/words.ts'

/** Ages in days count no cases. */
const ofDays = reportTables.oldest.ar

/** By how much the page is higher than the window: it scrolls inside itself, and beyond it nothing is drawn. */
const overHeight = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)

test('UI-9 B-01 in the preview of a report every count above zero is a button that opens its cases, sums too, and the number of a case leads to it', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, kpiFixtureRows())
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'head')
  await previewFirstQuarter(page)
  await page.getByText(ar(words.reconciled)).waitFor()
  expect(await overHeight(page)).toBe(0)
  const cells = await page.locator('main table td').evaluateAll((all) =>
    all.map((cell) => ({
      table: cell.closest('table')?.caption?.textContent ?? '',
      text: cell.textContent.trim(),
      opens: cell.querySelector('button, a') !== null,
    })),
  )
  const counts = cells.filter(({ text }) => /^[1-9]\d*$/.test(text))
  expect(counts.length).toBeGreaterThan(100)
  expect(counts.filter(({ table, opens }) => !opens && !table.startsWith(ofDays))).toEqual([])

  const tree = page.getByRole('table', { name: new RegExp(`^${reportTables.serviceGroups.ar}`) })
  const total = tree
    .getByRole('row', { name: new RegExp(`^${reportWords.total.ar}`) })
    .getByRole('button')
    .first()
  const counted = Number(await total.textContent())
  expect(counted).toBeGreaterThan(5)
  expect((await casesBehind(page, total)).cases).toHaveLength(counted)

  await previewFirstQuarter(page)
  const oldest = page.getByRole('table', { name: new RegExp(`^${ofDays}`) })
  await oldest.getByRole('link').first().click()
  await page.waitForURL(/#\/cases\//)
})
