import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { reportTitles } from '#shared/i18n/report-titles.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { kpiFixtureRows } from '#test/support/kpi-fixture.ts'
import { axeFindings } from './support/accessible.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { importHistory } from './support/command-line.ts'
import { makeOffice } from './support/office.ts'
import { readWord } from './support/office-documents.ts'
import { downloadLink, exportButton, previewFirstQuarter } from './support/report-page.ts'
import { windowOf } from './support/sign-in.ts'
import { ar } from './support/words.ts'

const issueButton = (page: Page) => page.getByRole('button', { name: ar(words.issue) })
const confirmButton = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: ar(words.issueConfirm), exact: true })

async function downloaded(page: Page): Promise<string> {
  const link = downloadLink(page, ar(words.docx)).first()
  await link.waitFor({ timeout: 60_000 })
  const waiting = page.waitForEvent('download')
  await link.click()
  return (await readWord(readFileSync(await (await waiting).path()))).text
}

test('K-18 P4 a quarter is issued in the window, listed with who issued it, and issued again only with a reason', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, kpiFixtureRows())
  const host = await startBrowserHost(office.dataDir)
  const { page, messages } = await windowOf(host.address, 'head')
  await previewFirstQuarter(page)
  await page.getByText(ar(words.reconciled)).waitFor()
  await exportButton(page).click()
  expect(await downloaded(page)).toContain(ar(reportTitles.draft))
  await issueButton(page).click()
  await page.getByText(ar(words.issueText)).waitFor()
  expect(await axeFindings(page, 'issue')).toEqual([])
  await confirmButton(page).click()
  const table = page.getByRole('table', { name: ar(words.editions) })
  await table.getByText('خالد الشمري').waitFor({ timeout: 60_000 })
  expect(await downloaded(page)).toContain(ar(reportTitles.edition, { number: 1 }))
  await issueButton(page).click()
  await confirmButton(page).click()
  await page.getByRole('dialog').getByText(ar(words.needReason)).first().waitFor()
  await page.getByRole('textbox', { name: ar(words.issueReason) }).fill('تسجيلات متأخرة من آذار')
  await confirmButton(page).click()
  await table.getByText('تسجيلات متأخرة من آذار').waitFor({ timeout: 60_000 })
  await table
    .getByRole('button', { name: new RegExp(ar(words.showFiles)) })
    .first()
    .click()
  await page
    .getByText(/edition-2-en\.docx/)
    .first()
    .waitFor()
  expect(await axeFindings(page, 'editions')).toEqual([])
  expect(messages.filter((message) => message.startsWith('uncaught'))).toEqual([])
})
