import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { dashboardMessages as dashboard } from '#shared/i18n/dashboard.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { queueLabels, queuesMessages } from '#shared/i18n/queues.ts'
import { axeFindings } from './support/accessible.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { callMany, insaf } from './support/command-line.ts'
import { joinedFolder, makeJoinedOffice } from './support/joined-machines.ts'
import { complaint } from './support/made-cases.ts'
import { emptyFolder, password } from './support/office.ts'
import { readWord, readWorkbook } from './support/office-documents.ts'
import { downloadLink, exportButton, previewQuarter } from './support/report-page.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

const quarters = [words.first, words.second, words.third, words.fourth]
const names = ['مكتب شكاوى الرياض', 'مكتب شكاوى جدة'] as const

/** N-05 UI-9: a row for each office, whose name shows its cards; the choice above them leads back to all. */
async function dashboardOfOffices(page: Page): Promise<void> {
  await visit(page, '#/dashboard')
  const table = page.getByRole('table', { name: ar(dashboard.byOffice) })
  await table.waitFor()
  const received = await table
    .locator('tbody tr')
    .evaluateAll((found) =>
      found.map((row) => [...row.children].slice(0, 2).map((cell) => (cell.textContent ?? '').trim())),
    )
  expect(received).toEqual([
    [names[0], '2'],
    [names[1], '0'],
  ])
  await page.getByText(reportNotes.strictNone.ar).waitFor()
  expect(await axeFindings(page, 'dashboard of offices')).toEqual([])
  const overdue = page.getByRole('region', { name: ar(dashboard.cardOverdue) })
  await overdue.getByText(ar(dashboard.besideOf, { count: 2 }), { exact: true }).waitFor()
  await table.getByRole('button', { name: names[1], exact: true }).click()
  await overdue.getByText(ar(dashboard.besideOf, { count: 0 }), { exact: true }).waitFor()
  await page.getByText(ar(dashboard.oneOfficeHint)).waitFor()
  await table.waitFor({ state: 'detached' })
  await tilesFollow(page)
}

/** N-05 B-01: the tiles count the chosen office's cases, and open them alone. */
async function tilesFollow(page: Page): Promise<void> {
  const tile = (office: string) =>
    page.getByRole('region', { name: ar(dashboard.queuesOf, { office }) }).getByRole('link', {
      name: queueLabels.to_triage.ar,
    })
  await tile(names[1]).filter({ hasText: '0' }).waitFor()
  await page.getByRole('combobox', { name: ar(dashboard.office), exact: true }).fill(names[0])
  await page.getByRole('option', { name: names[0] }).click()
  await tile(names[0]).filter({ hasText: '2' }).waitFor()
  await page.getByRole('combobox', { name: ar(dashboard.office), exact: true }).fill(names[1])
  await page.getByRole('option', { name: names[1] }).click()
  await tile(names[1]).filter({ hasText: '0' }).click()
  await page.getByRole('button', { name: new RegExp(`^${ar(queuesMessages.office)}: .*${names[1]}`) }).waitFor()
  await page.getByRole('heading', { name: queueLabels.to_triage.ar, level: 1 }).waitFor()
  await page
    .getByRole('button', { name: ar(queuesMessages.clearFilter), exact: true })
    .first()
    .click()
  await page.getByRole('main').getByText(names[0], { exact: true }).first().waitFor()
}

test('N-05 B-32 the central unit sees in its window, in Word and in the workbook one row for each office and none for itself, and whose case each is', async () => {
  const server = await makeJoinedOffice()
  const secret = join(emptyFolder(), 'password')
  writeFileSync(secret, `${password}\n`)
  server.admin('office', 'add', 'JED', names[1], '--name-en', 'Jeddah complaint office', '--country', 'SA')
  server.admin(
    'user',
    'add',
    'head',
    '--name',
    'منى',
    '--password-file',
    secret,
    '--central',
    '--group',
    'office_owner',
  )
  const office = joinedFolder(server, '--office', 'RYD')
  callMany(office, { user: 'salem', password }, [complaint(), complaint()])
  insaf(office, ['sync', 'now'])
  const above = await startBrowserHost(joinedFolder(server, '--central'))
  const { page } = await windowOf(above.address, 'head')
  await visit(page, '#/queues/all')
  await page.getByRole('columnheader', { name: ar(queuesMessages.office) }).waitFor()
  expect(await page.getByRole('main').getByText(names[0], { exact: true }).count()).toBe(2)

  await dashboardOfOffices(page)

  // Where the offices are: their quarter begins three hours before that of Greenwich.
  const now = new Date(Date.now() + 3 * 3_600_000)
  const quarter = quarters[Math.floor(now.getUTCMonth() / 3)] ?? words.first
  await previewQuarter(page, { year: String(now.getUTCFullYear()), quarter: ar(quarter) })
  const table = page.getByRole('table', { name: reportTables.offices.ar })
  await table.waitFor()
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((found) =>
      found.map((row) => [...row.children].slice(0, 2).map((cell) => (cell.textContent ?? '').trim())),
    )
  expect(rows).toEqual([
    [names[0], '2'],
    [names[1], '0'],
  ])
  await exportButton(page).click()
  const files: Buffer[] = []
  for (const format of [words.docx, words.xlsx]) {
    const link = downloadLink(page, ar(format))
    await link.waitFor({ timeout: 60_000 })
    const waiting = page.waitForEvent('download')
    await link.click()
    files.push(readFileSync(await (await waiting).path()))
  }
  const [docx, xlsx] = files as [Buffer, Buffer]
  const printed = (await readWord(docx)).rows.filter(([name]) => names.includes(name as (typeof names)[number]))
  expect(printed.map((row) => row.slice(0, 2))).toEqual(expect.arrayContaining(rows.slice(0, 2)))
  const sheet = (await readWorkbook(xlsx)).sheet(reportTables.offices.ar)
  expect(sheet.filter(([name]) => names.includes(name as never)).map((row) => row.slice(0, 2))).toEqual([
    [names[0], 2],
    [names[1], 0],
  ])
}, 300_000)
