import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { EditionView, JobView, ReportFile } from '#shared/contract/desktop/reports.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import { reportSheets } from '#shared/i18n/report-sheets.ts'
import { docxPart } from '#test/core/letters/docx-parts.ts'
import { addUser, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const april = '2026-04-02T08:00:00.000Z' as Instant
const first = { kind: 'quarterly', year: 2026, quarter: 1 }

interface Started {
  readonly job: string
}

/** Starts a report and waits for its end. Out: its files in a folder, by name; the code of its refusal. */
async function made(office: TestOffice, input: object): Promise<Readonly<Record<string, Uint8Array>> | string> {
  const outDir = temporaryFolder()
  const { job } = await office.call<Started>('reports.start', { ...first, ...input, outDir })
  for (;;) {
    const view = await office.call<JobView<{ readonly files: readonly ReportFile[] }>>('reports.job', { job })
    if (view.kind === 'failed') return view.code
    if (view.kind === 'done') return filesIn(outDir)
    await new Promise((resolve) => {
      setTimeout(resolve, 30)
    })
  }
}

const filesIn = (folder: string): Readonly<Record<string, Uint8Array>> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))

/** What a Word file says, in its body and at the head of its pages. */
async function textOf(files: Readonly<Record<string, Uint8Array>> | string, name: string): Promise<string> {
  const bytes = typeof files === 'string' ? undefined : files[name]
  if (bytes === undefined) throw new Error(`${name} was not made`)
  const parts = await Promise.all(['word/document.xml', 'word/header1.xml'].map((part) => docxPart(bytes, part)))
  return parts.join('\n').replaceAll(/<[^>]+>/g, '')
}

const editions = (office: TestOffice, as?: string) => office.call<readonly EditionView[]>('reports.editions', {}, as)

async function reissued(office: TestOffice, id: string) {
  const outDir = temporaryFolder()
  await office.call('reports.editionFiles', { id, outDir })
  return filesIn(outDir)
}

test('K-18 P4 an issued report is one event and its files in both languages, given out again byte for byte', async () => {
  const office = await testOffice({ now: april })
  const issued = await made(office, { issue: {} })
  expect(Object.keys(issued)).toEqual([
    'AMM-complaints-2026-Q1-edition-1-ar.docx',
    'AMM-complaints-2026-Q1-edition-1-ar.xlsx',
    'AMM-complaints-2026-Q1-edition-1-en.docx',
    'AMM-complaints-2026-Q1-edition-1-en.xlsx',
    'figures.json',
  ])
  office.now = '2026-07-02T08:00:00.000Z' as Instant
  await office.reopen()
  const [edition] = await editions(office)
  expect(edition).toMatchObject({ year: 2026, quarter: 1, edition: 1, reason: null, asOf: april })
  expect(edition?.issuedBy.ar).toBe('مدير المكتب')
  expect(await reissued(office, edition?.id ?? '')).toEqual(issued)
})

test('K-18 a report that was not issued says on every page that it is a draft; an edition says its number and its reason', async () => {
  const office = await testOffice({ now: april })
  const draft = await made(office, { language: 'en' })
  const word = 'AMM-complaints-2026-Q1-en.docx'
  expect(await textOf(draft, word)).toContain('Draft, not issued')
  expect(await editions(office)).toEqual([])
  await made(office, { issue: {} })
  expect(await office.refused('reports.start', { ...first, issue: {} })).toBe('report-issue-reason')
  const second = await made(office, { issue: { reason: 'late registrations of March' } })
  const text = await textOf(second, 'AMM-complaints-2026-Q1-edition-2-en.docx')
  expect(text).toContain('Why edition 2: late registrations of March')
  expect(text).not.toContain('Draft')
  expect((await editions(office)).map(({ edition }) => edition)).toEqual([2, 1])
})

test('K-16 an edition for circulation says so on its pages, holds no list of cases, and is told from one for official use', async () => {
  const office = await testOffice({ now: april })
  await made(office, { issue: {} })
  const circulated = await made(office, { issue: { reason: 'للتعميم على الدوائر' }, audience: 'circulation' })
  const name = 'AMM-complaints-2026-Q1-edition-2-circulation-ar'
  expect(await textOf(circulated, `${name}.docx`)).toContain('للتعميم')
  const sheets = async (files: typeof circulated, workbook: string) =>
    docxPart(must(typeof files === 'string' ? undefined : files[workbook], workbook), 'xl/workbook.xml')
  const official = await made(office, {})
  expect(await sheets(official, 'AMM-complaints-2026-Q1-ar.xlsx')).toContain(reportSheets.cases.ar)
  expect(await sheets(circulated, `${name}.xlsx`)).not.toContain(reportSheets.cases.ar)
  expect((await editions(office)).map(({ audience }) => audience)).toEqual(['circulation', 'official'])
})

test('K-18 no report is issued of a period that is not over, by who may not report, or twice at once', async () => {
  const office = await testOffice({ now: april })
  await addUser(office, { username: 'omar', groups: ['complaint_team'] })
  expect(await office.refused('reports.start', { ...first, quarter: 2, issue: {} })).toBe('report-period-open')
  const early = { asOf: '2026-03-31T10:00:00Z', issue: {} }
  expect(await office.refused('reports.start', { ...first, ...early })).toBe('report-period-open')
  expect(await office.refused('reports.start', { ...first, issue: {} }, 'omar')).toBe('not-allowed')
  expect(await office.refused('reports.editions', {}, 'omar')).toBe('not-allowed')
  const both = await Promise.all([made(office, { issue: {} }), made(office, { issue: {} })])
  expect(both.filter((each) => each === 'report-issued-meanwhile')).toHaveLength(1)
  expect(await editions(office)).toHaveLength(1)
})

test('G-06 who issued which edition when stands in the audit', async () => {
  const office = await testOffice({ now: april })
  await made(office, { issue: {} })
  const { lines } = await office.call<{ lines: readonly { subject: unknown }[] }>('audit.list', {
    kind: 'report_issued',
  })
  const name = { en: 'Quarterly report: first quarter of 2026, edition 1' }
  expect(lines).toMatchObject([{ subject: { kind: 'thing', name } }])
})
