import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import type { Card, FigureView } from '#shared/contract/desktop/reports.ts'
import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import { dashboardMessages as dashboard } from '#shared/i18n/dashboard.ts'
import { kitMessages } from '#shared/i18n/kit.ts'
import { reportSheets } from '#shared/i18n/report-sheets.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { must } from '#shared/lib/assert.ts'
import { kpiFixtureRows } from '#test/support/kpi-fixture.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { importHistory } from './support/command-line.ts'
import type { Call } from './support/command-line.ts'
import { casesBehind } from './support/figure-list.ts'
import type { TestOffice } from './support/office.ts'
import { makeOffice } from './support/office.ts'
import type { ReadTable } from './support/office-documents.ts'
import { readWord, readWorkbook } from './support/office-documents.ts'
import { downloadLink, exportButton, previewFirstQuarter, previewQuarter } from './support/report-page.ts'
import { windowOf } from './support/sign-in.ts'
import { answeredCase, toldCase } from './support/told-case.ts'
import { visit } from './support/visit.ts'
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

/** What a cell says as it is printed, and what a workbook holds of it. */
type Said = readonly [text: string, value: number | string]

/** Figures of spec 5.5 in the rows in which they are printed, each with the first cells behind its name. */
const headlines: readonly {
  readonly table: { readonly ar: string }
  readonly row: string
  readonly cells: readonly Said[]
}[] = [
  { table: reportTables.firstContact, row: 'K1 الحل من أول اتصال (صافٍ)', cells: [['1 من 7 (14.3%)', 1 / 7]] },
  { table: reportTables.firstContact, row: 'K1 الحل من أول اتصال (إجمالي)', cells: [['2 من 7 (28.6%)', 2 / 7]] },
  { table: reportTables.acceptance, row: 'K2a قبول الحالات', cells: [['8 من 9 (88.9%)', 8 / 9]] },
  {
    table: reportTables.timeliness,
    row: 'الدورة الأولى',
    cells: [
      ['5 من 8 (62.5%)', 5 / 8],
      ['5 من 7 (71.4%)', 5 / 7],
      ['5 من 8 (62.5%)', 5 / 8],
    ],
  },
  { table: reportTables.timeliness, row: 'جميع الدورات', cells: [['6 من 9 (66.7%)', 6 / 9]] },
  { table: reportTables.survey, row: 'K5a رضا المتعاملين', cells: [['4 من 6 (66.7%)', 4 / 6]] },
  { table: reportTables.survey, row: 'K5b معدل الاستجابة للاستبيان', cells: [['6 من 8 (75%)', 6 / 8]] },
  { table: reportTables.survey, row: 'K5c تعذّر الوصول', cells: [['1 من 8 (12.5%)', 1 / 8]] },
  { table: reportTables.survey, row: 'K5a صافي الرضا', cells: [['33.3%', 2 / 6]] },
  {
    table: reportTables.departments,
    row: 'الجميع',
    cells: [
      ['6', 6],
      ['5 من 6 (83.3%)', 5 / 6],
      ['3 من 6 (50%)', 3 / 6],
      ['66.7', 400 / 6],
    ],
  },
  { table: reportTables.backlog, row: 'K7a متأخرة', cells: [['1', 1]] },
  { table: reportTables.backlog, row: 'K7a تستحق خلال يومي عمل', cells: [['1', 1]] },
  { table: reportTables.backlog, row: 'المجموع', cells: [['2', 2]] },
  { table: reportTables.escalation, row: 'K8 معدل التصعيد', cells: [['3 من 6 (50%)', 3 / 6]] },
  { table: reportTables.reopening, row: 'K9 إعادة فتح الشكاوى', cells: [['1 من 8 (12.5%)', 1 / 8]] },
  {
    table: reportTables.resolutionTime,
    row: 'K15 الدورة الأولى، دون الإيقاف',
    cells: [
      ['7', 7],
      ['2.3 أيام عمل', 2.31],
    ],
  },
]

test('K-09 P3 P6 bug 22: the quarterly report exported in the window says in Word, in Excel, in figures.json and on the screen the same numbers', async () => {
  const office = makeOffice()
  office.calls([department('A', formula), department('B', script)])
  importHistory(office.dataDir, kpiFixtureRows())
  const host = await startBrowserHost(office.dataDir)
  const { page, messages } = await windowOf(host.address, 'head')
  await previewFirstQuarter(page)
  await page.getByText(ar(words.reconciled)).waitFor()
  const shown = await tableOnScreen(page)
  await editFirstText(page)
  // A window that is loaded anew loses none of it.
  await page.reload()
  await previewFirstQuarter(page)
  await page.getByText(written).waitFor()
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
  expect(word.charts).toBeGreaterThan(0)
  expect(word.text).toContain(written)
  for (const { table, row, cells } of headlines) {
    const inSheet = must(
      workbook.sheet(table.ar).find(([label]) => label === row),
      `${table.ar}: ${row}`,
    )
    const texts = cells.map(([text]) => text)
    expect([
      row,
      word.rows.filter(([label]) => label === row).map((found) => found.slice(1, 1 + cells.length)),
    ]).toEqual([row, expect.arrayContaining([texts])])
    expect([row, inSheet.slice(1, 1 + cells.length)]).toEqual([row, cells.map(([, value]) => value)])
    expect([
      row,
      shown.some((found) => found[0] === row && found.slice(1, 1 + cells.length).join() === texts.join()),
    ]).toEqual([row, true])
  }

  expect(word.text).toContain(formula)
  expect(word.text).toContain(script)
  expect(workbook.formulas).toBe(0)
  expect(workbook.texts).toEqual(expect.arrayContaining([`'${formula}`, script]))
  expect(messages.filter((message) => message.startsWith('uncaught'))).toEqual([])
})

test('K-09 P2 UI-9 another period says its own numbers: the quarter before has the one complaint that was brought forward, and a pressed figure lists it', async () => {
  const office = makeOffice()
  office.calls([department('A', 'دائرة أ'), department('B', 'دائرة ب')])
  importHistory(office.dataDir, kpiFixtureRows())
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'head')
  await previewQuarter(page, { year: '2025', quarter: ar(words.fourth) })
  await page.getByText(ar(words.reconciled)).waitFor()
  await exportButton(page).click()
  const word = await readWord(await download(page, ar(words.docx)))
  const workbook = await readWorkbook(await download(page, ar(words.xlsx)))
  for (const [code, value] of Object.entries({ 'P6.opening': 0, 'P6.received': 1, 'P6.closed': 0, 'P6.closing': 1 })) {
    const name = must(figureCatalogue[code], code).name.ar
    expect([name, numberIn(word.rows, name)]).toEqual([name, value])
    const row = workbook.sheet(reportSheets.reconciliation.ar).find(([label]) => label === name)
    expect([name, row?.[1]]).toEqual([name, value])
  }
  expect(word.text).toContain('الربع الرابع من عام 2025')

  const received = must(figureCatalogue['P6.received'], 'the catalogue has what came in').name.ar
  const brought = await casesBehind(page, figureOfReport(page, received))
  expect(brought).toEqual({ title: expect.stringContaining(received), cases: ['C11'] })
  await previewFirstQuarter(page)
  await page.getByText(ar(words.reconciled)).waitFor()
  expect((await casesBehind(page, figureOfReport(page, received))).cases).toEqual(receivedInQuarter)
  importHistory(office.dataDir, toldCase(ratedCase, 7))
  await dashboardSays(page, office)
})

const ratedCase = [
  ...answeredCase,
  { event: 'rated', at: [5, '12:00'], by: 'salem', fields: { rating: 'satisfied' } },
] as const

const receivedInQuarter = ['C1', 'C10', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9']

/** The number beside a name, in the first table that has it. */
const figureOfReport = (page: Page, name: string): Locator =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .first()
    .getByRole('button')
    .first()

/** UI-9 K-06: the cards say what the core computed, the overdue one what the queue counts, and open exactly its cases. */
async function dashboardSays(page: Page, office: TestOffice): Promise<void> {
  const [{ cards }, counts] = office.calls([
    { call: 'reports.dashboard', input: { departments: [] } },
    { call: 'cases.counts', input: {} },
  ]) as [{ cards: readonly Card[] }, Record<string, number>]
  await visit(page, '#/dashboard')
  for (const { code, name, figure, trend } of cards) {
    const card = page.getByRole('region', { name: code === 'K7a.overdue' ? ar(dashboard.cardOverdue) : name.ar })
    await card.getByText(saidOf(figure), { exact: true }).waitFor()
    await card.getByRole('button', { name: new RegExp(ar(kitMessages.showTable)) }).click()
    const months = await card.locator('table tr td').allTextContents()
    // UI-9: with the keyboard too, each month opens what it counted.
    expect([code, await card.locator('table tr td button').count()]).toEqual([
      code,
      trend.filter(({ cases }) => cases > 0).length,
    ])
    expect([code, months.map((text) => /[0-9.]+/.exec(text)?.[0] ?? null)]).toEqual([code, trend.map(monthOf(figure))])
  }
  const overdue = page.getByRole('region', { name: ar(dashboard.cardOverdue) })
  const month = overdue.locator('table tr td button').last()
  const counted = Number(await month.textContent())
  expect((await casesBehind(page, month)).cases).toHaveLength(counted)
  await visit(page, '#/dashboard')
  expect(counts['overdue']).toBe(2)
  await overdue.getByText(ar(dashboard.besideOf, { count: 3 }), { exact: true }).waitFor()
  const figure = overdue.getByRole('button', { name: new RegExp(`^2 – `) })
  expect((await casesBehind(page, figure)).cases).toEqual(['C10', 'C9'])
}

const written = 'لم يُسجَّل في هذا الربع ما يستدعي التعليق.'

/** Writes the first text of the executive summary otherwise, as a preparer does before approval. */
async function editFirstText(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: ar(words.textEdit) })
    .first()
    .click()
  await page.getByRole('main').getByRole('article').getByRole('textbox').fill(written)
  await page.getByRole('button', { name: ar(words.textSave) }).click()
  await page.getByText(written).waitFor()
}

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

/** The number beside a name where the movement is reconciled; other tables say more of the same name. */
const numberIn = (table: ReadTable, name: string): number =>
  Number(table.find((row) => row[0] === name && row.length === 2)?.[1])

/** The words on the card that carry the figure itself: so few are always told as a count. */
function saidOf({ value, unit, numerator, denominator }: FigureView): string {
  if (value === null) return ar(dashboard.notApplicable)
  if (unit === 'minutes') return ar(dashboard.measured, { count: denominator ?? 0 })
  return unit === 'ratio' ? ar(dashboard.parts, { part: numerator ?? 0, whole: denominator ?? 0 }) : String(value)
}

const dayMinutes = 7 * 60

/** The first number with which a month stands in the table of a trend: working time is told in days, below one in hours. */
const monthOf =
  ({ unit }: FigureView) =>
  ({ value }: { readonly value: number | null }): string | null => {
    if (value === null) return null
    if (unit === 'ratio') return String(Math.round(value * 1000) / 10)
    if (unit === 'count') return String(value)
    return String(value < dayMinutes ? Math.floor(value / 60) : Math.round((value / dayMinutes) * 10) / 10)
  }
