import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import { reportSheets } from '#shared/i18n/report.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { must } from '#shared/lib/assert.ts'
import { kpiFixtureRows } from '#test/support/kpi-fixture.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { importHistory } from './support/command-line.ts'
import type { Call } from './support/command-line.ts'
import { makeOffice } from './support/office.ts'
import type { ReadTable } from './support/office-documents.ts'
import { readWord, readWorkbook } from './support/office-documents.ts'
import { downloadLink, exportButton, previewFirstQuarter } from './support/report-page.ts'
import { windowOf } from './support/sign-in.ts'
import { ar } from './support/words.ts'

const formula = '=HYPERLINK("http://x.invalid","دائرة أ")'
const script = '<script>alert(1)</script>'

const department = (code: string, name: string): Call => ({
  call: 'admin.setUnit',
  input: {
    id: code,
    kind: 'department',
    code,
    name: { ar: name, en: code },
    parent: 'office-ryd',
    active: true,
    serves: [],
    contact: { phone: '', email: '', liaison: '' },
  },
})

interface FigureRow {
  readonly code: string
  readonly by?: object
  readonly value: number | null
}

/** The reconciliation of spec 5.5, in the order of its table. */
const expected = {
  'P6.opening': 1,
  'P6.received': 10,
  'P6.reopened': 1,
  'P6.considered': 12,
  'P6.closed': 8,
  'P6.rejected': 1,
  'P6.filed': 0,
  'P6.withdrawn': 0,
  'P6.linked': 1,
  'P6.external': 0,
  'P6.closing': 2,
  'P6.difference': 0,
} as const

const named = Object.entries(expected).map(
  ([code, value]) => [must(figureCatalogue[code], code).name.ar, value] as const,
)

test('K-09 P3 P6 bug 22: the quarterly report exported in the window says in Word, in Excel, in figures.json and on the screen the same numbers', async () => {
  const office = makeOffice()
  office.calls([department('A', formula), department('B', script)])
  importHistory(office.dataDir, kpiFixtureRows())
  const host = await startBrowserHost(office.dataDir)
  const { page, messages } = await windowOf(host.address, 'head')
  await previewFirstQuarter(page)
  await page.getByText(ar(words.reconciled)).waitFor()
  const shown = await tableOnScreen(page)
  await exportButton(page).click()
  const [docx, xlsx, json] = [
    await download(page, ar(words.docx)),
    await download(page, ar(words.xlsx)),
    await download(page, ar(words.json)),
  ]

  const { figures } = JSON.parse(json.toString('utf8')) as { figures: readonly FigureRow[] }
  const valueOf = (code: string): number | null | undefined =>
    figures.find((figure) => figure.code === code && figure.by === undefined)?.value
  expect(Object.fromEntries(Object.keys(expected).map((code) => [code, valueOf(code)]))).toEqual(expected)
  expect(valueOf('K3a.cycle1')).toBe(0.625)

  const word = await readWord(docx)
  const workbook = await readWorkbook(xlsx)
  const sheet = workbook.sheet(reportSheets.reconciliation.ar)
  for (const [name, value] of named) {
    expect([name, numberIn(shown, name)]).toEqual([name, value])
    expect([name, numberIn(word.rows, name)]).toEqual([name, value])
    expect(sheet.find(([label]) => label === name)?.[1]).toBe(value)
  }
  await page.getByText('62.5%').first().waitFor()
  expect(word.text).toContain('62.5%')
  expect(word.charts).toBeGreaterThan(0)
  expect(workbook.sheet(figureSheet).find(([label]) => String(label).startsWith('K3a '))?.[2]).toBe(0.625)

  expect(word.text).toContain(formula)
  expect(word.text).toContain(script)
  expect(workbook.formulas).toBe(0)
  expect(workbook.texts).toEqual(expect.arrayContaining([`'${formula}`, script]))
  expect(messages.filter((message) => message.startsWith('uncaught'))).toEqual([])
})

const figureSheet = 'المؤشرات الرئيسية'

/** Every row of every table of the preview, as it can be read on the screen. */
async function tableOnScreen(page: Page): Promise<ReadTable> {
  return page
    .getByRole('main')
    .evaluate((main) =>
      [...main.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
    )
}

async function download(page: Page, format: string): Promise<Buffer> {
  const link = downloadLink(page, format)
  await link.waitFor({ timeout: 60_000 })
  const waiting = page.waitForEvent('download')
  await link.click()
  return readFileSync(await (await waiting).path())
}

/** The number beside a name. */
const numberIn = (table: ReadTable, name: string): number => Number(table.find((row) => row[0] === name)?.[1])
