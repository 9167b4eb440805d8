import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { reportWorkbook } from '#core/reports/workbook/report-workbook.ts'
import { safeText } from '#core/reports/workbook/safe-text.ts'
import { makeReport, previewReport } from '#core/reports/task.ts'
import { must } from '#shared/lib/assert.ts'
import { madeUpRecords } from '#test/shared/domain/indicators/made-up-records.ts'
import { fixtureRecords } from '#test/shared/domain/indicators/worked-fixture.ts'
import { control, madeReport } from './made-report.ts'
import { openWorkbook } from './open-workbook.ts'
import { reportInput } from './report-input.ts'

const files = await madeReport(reportInput, fixtureRecords)
const word = await JSZip.loadAsync(files.docx)
const part = (name: string): Promise<string> => must(word.file(name), name).async('string')
const body = await part('word/document.xml')

const numbersIn = (xml: string): readonly number[] =>
  [...xml.matchAll(/<c:v>([^<]*)</g)].map(([, value]) => Number(value))

describe('the Word file', () => {
  it('bug 21 is right to left in section, paragraphs, runs and tables', () => {
    expect(body.match(/<w:sectPr\b.*?<\/w:sectPr>/gs)?.every((section) => section.includes('<w:bidi'))).toBe(true)
    const tables = body.match(/<w:tbl>/g)?.length ?? 0
    expect(tables).toBeGreaterThan(15)
    expect(body.match(/<w:bidiVisual\/>/g)?.length).toBe(tables)
    const arabicRuns = (body.match(/<w:r>.*?<\/w:r>/gs) ?? []).filter(
      (run) => !run.includes('<w:drawing>') && /[\u0621-\u064A]/.test(run),
    )
    expect(arabicRuns.length).toBeGreaterThan(200)
    expect(arabicRuns.every((run) => run.includes('<w:rtl/>'))).toBe(true)
  })

  it('bug 21 ships contents with real page numbers and asks nothing on opening', async () => {
    const pages = [...body.matchAll(/PAGEREF section_\w+.*?<w:t[^>]*>(\d+)<\/w:t>/gs)].map(([, page]) => Number(page))
    expect(pages).toHaveLength(15)
    expect(pages).toEqual(pages.toSorted((a, b) => a - b))
    expect(pages[0]).toBe(3)
    expect(await part('word/settings.xml')).not.toContain('updateFields')
  })

  it('a short chapter goes on below the one before where it fits there whole, and the contents say so', async () => {
    const made = await madeReport(reportInput, madeUpRecords(500, 21))
    const xml = await must((await JSZip.loadAsync(made.docx)).file('word/document.xml'), 'body').async('string')
    const headings = new Map(
      [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:bookmarkStart[^>]*w:name="section_(\w+)".*?<\/w:p>/gs)].map(
        ([paragraph, id]) => [id, paragraph.includes('<w:pageBreakBefore/>')],
      ),
    )
    const pages = new Map(
      [...xml.matchAll(/PAGEREF section_(\w+).*?<w:t[^>]*>(\d+)<\/w:t>/gs)].map(([, id, page]) => [id, Number(page)]),
    )
    const page = (id: string): number => must(pages.get(id), id)
    expect([headings.get('s10'), headings.get('s11'), headings.get('s13')]).toEqual([true, false, true])
    expect(page('s11')).toBe(page('s13') - 1)
    expect(page('s11')).toBeGreaterThan(page('s10'))
    // Annexes, short ones whole and the long table of definitions below half a page.
    expect(headings.get('annex_definitions')).toBe(false)
    expect(page('annex_definitions')).toBe(page('annex_quality'))
  })

  it('6.1 the base of a table is on the page of its last row', () => {
    for (const [table, base = ''] of body.matchAll(
      /<w:tbl>(?:(?!<w:tbl>).)*<\/w:tbl>(<w:p>(?:(?!<\/w:p>).)*<\/w:p>)/gs,
    )) {
      const last = table.slice(table.lastIndexOf('<w:tr>'))
      if (base.includes('w:val="5B6770"')) expect(last).toContain('<w:keepNext/>')
    }
    expect.hasAssertions()
  })

  it('B-14 has native charts with their workbooks, patterned for black and white', async () => {
    const charts = Object.keys(word.files).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name))
    expect(charts).toHaveLength(7)
    expect(Object.keys(word.files).filter((name) => name.startsWith('word/embeddings/'))).toHaveLength(7)
    const all = await Promise.all(charts.map(part))
    expect(all.filter((xml) => xml.includes('pattFill'))).toHaveLength(1)
    expect(all.filter((xml) => xml.includes('<c:symbol val="triangle"/>'))).toHaveLength(1)
    expect(all.every((xml) => xml.includes('<c:lang val="ar-SA"/>'))).toBe(true)
  })

  it('B-14 counts in whole steps where there are few cases', async () => {
    const charts = Object.keys(word.files).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name))
    const all = await Promise.all(charts.map(part))
    const mostIn = (xml: string): number =>
      Math.max(...[...xml.matchAll(/<c:val>.*?<\/c:val>/gs)].flatMap(([of]) => numbersIn(of)))
    const few = all.filter((xml) => mostIn(xml) < 5)
    expect(few.length).toBeGreaterThan(1)
    expect(all.filter((xml) => /<c:majorUnit val="1"\/><\/c:valAx>/.test(xml))).toEqual(few)
  })

  it('K-09 an office that named no ministry stands on the cover once', async () => {
    const { label } = reportInput.office
    const files = await madeReport({ ...reportInput, ministry: label }, fixtureRecords)
    const [cover] = (await openWorkbook(files.xlsx)).worksheets
    const lines: unknown[] = []
    must(cover, 'cover').eachRow((row) => lines.push(row.getCell(1).value))
    expect(lines.filter((line) => line === label.ar)).toEqual([label.ar])
    const xml = await must((await JSZip.loadAsync(files.docx)).file('word/document.xml'), 'body').async('string')
    expect(xml.split(`>${label.ar}</w:t>`)).toHaveLength(2)
  })

  it('B-13 a line may end behind the first number in brackets, so that no bracket stays alone at its end', () => {
    const text = [...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, run]) => run).join('')
    expect(text).toMatch(/\(\d+ من\u00A0\d+\)/)
    expect(text).not.toMatch(/\([\d.,]+\u00A0/)
  })

  it('prints the values of the worked fixture', () => {
    const text = [...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, run]) => run)
      .join('')
      .replaceAll('\u200E', '')
    for (const printed of [
      '5 من 8 (62.5%)',
      '6 من 9 (66.7%)',
      '4 من 6 (66.7%)',
      '6 من 8 (75%)',
      '1 من 8 (12.5%)',
      '2.3 أيام عمل',
      '33.3',
      '3 من 6 (50%)',
    ]) {
      expect(text).toContain(printed)
    }
  })

  it('the English edition reads left to right', async () => {
    const english = await madeReport(
      { ...reportInput, format: { ...reportInput.format, language: 'en' } },
      fixtureRecords,
    )
    const xml = await must((await JSZip.loadAsync(english.docx)).file('word/document.xml'), 'body').async('string')
    expect(xml).not.toContain('<w:bidiVisual/>')
    expect(xml).not.toContain('<w:rtl/>')
    expect(xml).toContain('Executive summary')
  })
})

describe('the workbook', () => {
  it('bug 22 has right-to-left views, frozen heads, numbers as numbers and dates as dates', async () => {
    const workbook = await openWorkbook(files.xlsx)
    expect(workbook.worksheets.every(({ views }) => views[0]?.rightToLeft === true)).toBe(true)
    const names = workbook.worksheets.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['نطاق البيانات', 'المطابقة', 'التعريفات', 'المؤشرات', 'قائمة الحالات']),
    )
    const flow = must(workbook.getWorksheet('المطابقة'), 'sheet')
    expect(flow.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(flow.getCell('B4').value).toBe(10)
    expect(flow.getCell('A4').alignment).toMatchObject({ readingOrder: 'rtl' })
    const cases = must(workbook.getWorksheet('قائمة الحالات'), 'sheet')
    expect(cases.rowCount).toBe(13)
    // Received 4 January, 09:00 in Amman: a cell has no zone and shows the office's clock.
    expect(cases.getCell('D2').value).toEqual(new Date('2026-01-04T09:00:00.000Z'))
    expect(cases.getCell('D2').numFmt).toContain('yyyy')
    expect(cases.getCell('B2').value).toBe(1)
  })

  it('prints a page wide with its head on every page, rows as tall as what they hold, short times in words', async () => {
    const records = fixtureRecords.map((record) => ({ ...record, of: { ...record.of, lagMinutes: 0 } }))
    const workbook = await openWorkbook((await madeReport(reportInput, records)).xlsx)
    for (const { pageSetup, headerFooter, name } of workbook.worksheets.slice(1)) {
      expect(pageSetup, name).toMatchObject({
        orientation: name === 'التعريفات' || name === 'ملاحظات جودة البيانات' ? expect.any(String) : 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: expect.any(Number),
      })
      expect(pageSetup.printTitlesRow, name).toMatch(/^1:[12]$/)
      expect(headerFooter.oddFooter, name).toContain('&P / &N')
    }
    const headline = must(workbook.getWorksheet('المؤشرات الرئيسية'), 'sheet')
    const lines = (row: number): number => Math.round((headline.getRow(row).height - 4) / 14)
    expect(lines(4), 'a name longer than its column').toBeGreaterThan(1)
    const lag = must(workbook.getWorksheet('الوارد حسب قناة الاستلام'), 'sheet').getCell('D3')
    expect([lag.value, lag.numFmt]).toEqual([0, '"أقل من دقيقة"'])
  })

  it('says of a headline what Word says: parts, provisional, and hours for less than a day; its value stays a number', async () => {
    const early = { ...reportInput, asOf: '2026-04-01T06:00:00.000Z' as typeof reportInput.asOf }
    const shown = async (input: typeof reportInput) => {
      const { xlsx } = await madeReport(input, fixtureRecords)
      const sheet = must((await openWorkbook(xlsx)).worksheets[1], 'headline')
      return (place: string) => [sheet.getCell(place).value, sheet.getCell(place).numFmt]
    }
    const arabic = await shown(early)
    expect(arabic('C4')).toEqual([0.625, '"5 من 8 ("0.0%")"'])
    expect(arabic('C8')).toEqual([0.125, '"1 من 8 ("0.0%") «مبدئي»"'])
    expect(arabic('C5')).toEqual([2.31, '0.0" أيام عمل"'])
    const english = await shown({ ...early, format: { ...early.format, language: 'en' } })
    expect(english('C8')).toEqual([0.125, '"1 of 8 ("0.0%") «provisional»"'])
    const wait = must((await openWorkbook(files.xlsx)).getWorksheet('قبول الحالات ومدة البت فيه'), 'sheet').getCell('B4')
    expect([wait.value, wait.numFmt]).toEqual([0.01, '"5 دقائق عمل"'])
    const departments = must((await openWorkbook(files.xlsx)).getWorksheet('استجابة الدوائر'), 'sheet')
    expect([departments.getCell('E5').value, departments.getCell('E5').numFmt]).toEqual([400 / 6, '#,##0.0'])
  })

  it('gives every figure with its parts', async () => {
    const sheet = must((await openWorkbook(files.xlsx)).getWorksheet('المؤشرات'), 'sheet')
    const rows = new Map<string, readonly unknown[]>()
    sheet.eachRow((row) =>
      rows.set(
        `${row.getCell(1).text} ${row.getCell(3).text}`,
        [4, 6, 7].map((column) => row.getCell(column).value),
      ),
    )
    expect(rows.get('K3a.cycle1 ')).toEqual([0.625, 5, 8])
    expect(rows.get('K6a الدائرة: دائرة المالية')?.slice(1), 'P5: only the counts of a department below 5').toEqual([
      2, 3,
    ])
    expect(rows.get('K6a الدائرة: دائرة المالية')?.[0]).toBeNull()
    expect(rows.get('K15.cycle1.median ')?.[0]).toBe(970)
    expect(rows.get('K15.cycle1.mean ')?.[0]).toBeCloseTo(12_520 / 7, 6)
  })

  it('bad input 6 text that begins like a formula stays text', async () => {
    const { model } = await previewReport(
      {
        ...reportInput,
        ministry: { ar: '=HYPERLINK("http://evil","x")', en: 'x' },
        office: { code: 'AMM', label: { ar: '@SUM(1)', en: 'x' } },
      },
      control([]),
    )
    const evil = ['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1'].map((text) => [
      { kind: 'text' as const, text, value: text },
    ])
    const bytes = await reportWorkbook(model, [
      {
        title: 'x',
        columns: [{ title: '=A1', width: 10, kind: 'text' }],
        rows: [...evil, [{ kind: 'text' as const, text: 'a<b&c\u0001\ud800', value: 'a<b&c\u0001\ud800' }]],
      },
    ])
    const zip = await JSZip.loadAsync(bytes)
    const sheets = await Promise.all(
      Object.keys(zip.files)
        .filter((name) => name.startsWith('xl/worksheets/sheet'))
        .map((name) => must(zip.file(name), name).async('string')),
    )
    expect(sheets.some((xml) => /<f[ >]/.test(xml))).toBe(false)
    const workbook = await openWorkbook(bytes)
    const values: string[] = []
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) => row.eachCell((cell) => typeof cell.value === 'string' && values.push(cell.value))),
    )
    expect(values.filter((value) => /^[=+\-@\t\r]/.test(value))).toEqual([])
    expect(values).toContain('a<b&c\uFFFD')
    expect(values).toContain(`'=HYPERLINK("http://evil","x")`)
    expect([safeText('نص'), safeText('a=b'), safeText('–')]).toEqual(['نص', 'a=b', '–'])
  })

  it('a circulated edition holds no list of cases', async () => {
    const circulated = await madeReport({ ...reportInput, audience: 'circulation' }, fixtureRecords)
    expect((await openWorkbook(circulated.xlsx)).getWorksheet('قائمة الحالات')).toBeUndefined()
  })
})

describe('figures.json', () => {
  it('has the shape outside tests hold it by', () => {
    const json = JSON.parse(new TextDecoder().decode(files.json)) as {
      readonly figures: readonly { readonly code: string; readonly by?: Record<string, string> }[]
    }
    expect(json).toMatchObject({
      kind: 'quarterly',
      from: '2025-12-31T21:00:00.000Z',
      to: '2026-03-31T21:00:00.000Z',
      asOf: reportInput.asOf,
      definitions: expect.any(String),
    })
    expect(json.figures.find(({ code, by }) => code === 'K6b' && by?.['department'] === 'B')).toEqual({
      code: 'K6b',
      by: { department: 'B' },
      value: 0,
      unit: 'ratio',
      numerator: 0,
      denominator: 3,
      provisional: false,
    })
  })
})

it('P4 the same facts give the same bytes, and no date of printing is in them', async () => {
  const records = madeUpRecords(500, 21)
  const [first, second] = [await madeReport(reportInput, records), await madeReport(reportInput, records)]
  for (const format of ['docx', 'xlsx', 'json'] as const)
    expect(Buffer.from(first[format]).equals(Buffer.from(second[format])), format).toBe(true)
})

it('N21 Arabic and English lie in one folder under names of their own', async () => {
  const names = async (language: 'ar' | 'en', edition: typeof reportInput.edition) => {
    const input = { ...reportInput, edition, format: { ...reportInput.format, language } }
    const made = await makeReport(input, control([]))
    return made.ok ? made.value.map(({ name }) => name) : []
  }
  expect(await names('ar', null)).toEqual([
    'AMM-complaints-2026-Q1-ar.docx',
    'AMM-complaints-2026-Q1-ar.xlsx',
    'figures.json',
  ])
  expect((await names('en', { number: 2, reason: 'x' }))[0]).toBe('AMM-complaints-2026-Q1-edition-2-en.docx')
})
