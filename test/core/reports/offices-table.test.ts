import JSZip from 'jszip'
import { expect, it } from 'vitest'
import type { ReportInput } from '#core/reports/report-input.ts'
import { previewReport } from '#core/reports/task.ts'
import { must } from '#shared/lib/assert.ts'
import { madeUpRecords } from '#test/shared/domain/indicators/made-up-records.ts'
import { control, madeReport } from './made-report.ts'
import { openWorkbook } from './open-workbook.ts'
import { reportInput } from './report-input.ts'

const zarqa = { ar: 'مكتب الزرقاء', en: 'Zarqa office' }
const amman = { ar: 'مكتب عمّان', en: 'Amman office' }
const office = (id: string, name: typeof zarqa) => ({ id, name, isJoined: true, isOwn: id === 'AMM', lastSync: null })
const input: ReportInput = {
  ...reportInput,
  offices: [office('AMM', amman), office('office-zrq', zarqa)],
  names: {
    ...reportInput.names,
    departments: {
      ...reportInput.names.departments,
      AMM: { code: 'AMM', label: amman },
      'office-zrq': { code: 'ZRQ', label: zarqa },
    },
  },
}
const records = madeUpRecords(300, 21).map((record, place) =>
  place % 3 === 0 ? { ...record, of: { ...record.of, office: 'office-zrq' } } : record,
)

it('N-05 B-32 a report over several offices has a table of each, in Word, workbook and figures; the counts sum to the whole', async () => {
  const { docx, xlsx, json } = await madeReport(input, records)
  const workbook = await openWorkbook(xlsx)
  const sheet = must(workbook.getWorksheet('الشكاوى حسب المكتب'), 'sheet')
  const row = (place: number): readonly unknown[] =>
    [1, 2, 3, 4, 5].map((column) => sheet.getRow(place).getCell(column).value)
  // Whoever stands over the others comes behind them, with the cases that it has itself.
  const [second, first, total] = [row(3), row(4), row(5)]
  expect([second[0], first[0], total[0]]).toEqual([zarqa.ar, amman.ar, 'المجموع'])
  for (const column of [1, 2, 3, 4]) {
    expect(Number(first[column]) + Number(second[column]), `column ${column}`).toBe(total[column])
  }
  expect(Number(second[1])).toBeGreaterThan(0)
  const { figures } = JSON.parse(new TextDecoder().decode(json)) as {
    readonly figures: readonly { readonly code: string; readonly by?: Record<string, string>; readonly value: number }[]
  }
  const published = (code: string): unknown =>
    figures.find((figure) => figure.code === code && figure.by?.['office'] === 'ZRQ')?.value
  expect([published('P6.received'), published('P6.closed'), published('K7a')]).toEqual(second.slice(1, 4))
  expect(published('K5a')).toEqual(expect.any(Number))
  const body = await must((await JSZip.loadAsync(docx)).file('word/document.xml'), 'body').async('string')
  expect(body).toContain('الشكاوى حسب المكتب')
})

it('N-05 what an office is said to have is what its own report says; a report of one office has no such table', async () => {
  const alone = { ...input, only: 'office-zrq', offices: input.offices.slice(1) }
  const own = await previewReport(alone, control(records.filter(({ of }) => of.office === 'office-zrq')))
  const whole = await previewReport(input, control(records))
  for (const code of ['P6.received', 'P6.closed', 'K7a', 'K7a.overdue', 'K3a.cycle1', 'K5a']) {
    const { by, ...figure } = must(
      whole.figures.find((each) => each.code === code && each.by?.['office'] === 'ZRQ'),
      code,
    )
    expect(figure, code).toEqual(own.figures.find((each) => each.code === code && each.by === undefined))
    expect(by).toEqual({ office: 'ZRQ' })
  }
  expect(JSON.stringify(own.model)).not.toContain('"id":"offices"')
})
