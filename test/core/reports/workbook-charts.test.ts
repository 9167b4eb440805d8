import JSZip from 'jszip'
import { expect, it } from 'vitest'
import { previewReport } from '#core/reports/task.ts'
import { must } from '#shared/lib/assert.ts'
import { madeUpRecords } from '#test/shared/domain/indicators/made-up-records.ts'
import { control, madeReport } from './made-report.ts'
import { openWorkbook } from './open-workbook.ts'
import { reportInput } from './report-input.ts'

const records = madeUpRecords(500, 21)
const { model } = await previewReport(reportInput, control(records))
const drawn = model.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'chart' ? [block] : [])))
const { xlsx } = await madeReport(reportInput, records)
const zip = await JSZip.loadAsync(xlsx)
const part = (name: string): Promise<string> => must(zip.file(name), name).async('string')
const names = (pattern: RegExp): readonly string[] => Object.keys(zip.files).filter((name) => pattern.test(name))
const workbook = await openWorkbook(xlsx)

const points = (xml: string): readonly string[] => [...xml.matchAll(/<c:v>([^<]*)</g)].map(([, value = '']) => value)

/** Texts and numbers of the cells that `'sheet'!$A$3:$A$5` names. */
function cellsOf(formula: string): readonly unknown[] {
  const [, name = '', column = '', from = '', to = from] =
    /^'(.*)'!\$([A-Z])\$(\d+)(?::\$[A-Z]\$(\d+))?$/.exec(formula) ?? []
  const sheet = must(workbook.getWorksheet(name.replaceAll('&amp;', '&')), formula)
  return Array.from(
    { length: Number(to) - Number(from) + 1 },
    (_, row) => sheet.getCell(`${column}${Number(from) + row}`).value,
  )
}

it('B-14 the workbook has the charts of the Word file, native, each over cells of its own sheets with the same figures', async () => {
  const charts = await Promise.all(names(/^xl\/charts\/chart\d+\.xml$/).map(part))
  expect(charts).toHaveLength(drawn.length)
  for (const chart of drawn) {
    const xml = must(
      charts.find(
        (one) => one.includes(`<a:t>${chart.title}</a:t>`) && points(one).includes(chart.categories[0] ?? ''),
      ),
      chart.id,
    )
    expect(xml).not.toContain('Sheet1!')
    expect(xml).not.toContain('externalData')
    const series = [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([text]) => text)
    expect(series).toHaveLength(chart.series.length)
    series.forEach((text, place) => {
      const formulas = [...text.matchAll(/<c:f>(.*?)<\/c:f>/g)].map(([, formula = '']) => cellsOf(formula))
      const { name, values } = must(chart.series[place], 'as many')
      expect(formulas, chart.id).toEqual([[name], [...chart.categories], [...values]])
    })
  }
})

it('B-14 a chart stands below its table on one printed page, and a chart without a table has a sheet of its figures', async () => {
  for (const name of names(/^xl\/drawings\/drawing\d+\.xml$/)) {
    const number = Number(/\d+/.exec(name)?.[0])
    const sheet = must(workbook.worksheets[number - 1], name)
    const xml = await part(name)
    expect(Number(/<xdr:row>(\d+)</.exec(xml)?.[1]), sheet.name).toBeGreaterThanOrEqual(sheet.rowCount)
    expect(sheet.pageSetup.fitToHeight).toBe(1)
    expect(await part(`xl/worksheets/sheet${number}.xml`)).toMatch(
      /<\/headerFooter><drawing r:id="rId1"\/><\/worksheet>$/,
    )
    const linked = [...(await part(`xl/drawings/_rels/drawing${number}.xml.rels`)).matchAll(/Target="\.\.\/([^"]+)"/g)]
    for (const [, target = ''] of linked) {
      expect(await part(`xl/${target}`)).toContain(`<c:f>'${sheet.name}'!`)
      expect(await part('[Content_Types].xml')).toContain(`PartName="/xl/${target}"`)
    }
  }
  const shares = must(
    drawn.find(({ id }) => id === 'department-shares'),
    'shares',
  )
  const own = must(
    workbook.worksheets.find(({ name }) => shares.title.startsWith(name)),
    shares.title,
  )
  expect(own.rowCount).toBe(shares.categories.length + 2)
})

it('B-14 charts of an Arabic workbook run from the right, of an English one from the left', async () => {
  const english = await madeReport({ ...reportInput, format: { ...reportInput.format, language: 'en' } }, records)
  const other = await JSZip.loadAsync(english.xlsx)
  expect(await part('xl/charts/chart1.xml')).toMatch(/lang="ar-SA".*<c:catAx>.*?<c:orientation val="maxMin"\/>/s)
  expect(await must(other.file('xl/charts/chart1.xml'), 'chart').async('string')).toMatch(
    /<c:catAx>.*?<c:orientation val="minMax"\/>/s,
  )
})
