import { describe, expect, it } from 'vitest'
import type { ReportModel, TableBlock } from '#core/reports/report-model.ts'
import { previewReport } from '#core/reports/task.ts'
import { must } from '#shared/lib/assert.ts'
import { figureCatalogue, isForWorkbookAlone } from '#shared/domain/indicators/catalogue.ts'
import { madeUpRecords } from '#test/shared/domain/indicators/made-up-records.ts'
import { fixtureRecords } from '#test/shared/domain/indicators/worked-fixture.ts'
import { control } from './made-report.ts'
import { reportInput } from './report-input.ts'

const { model } = await previewReport(reportInput, control(fixtureRecords))
const large = (await previewReport(reportInput, control(madeUpRecords(2000, 11)))).model

const table = ({ sections }: ReportModel, id: string): TableBlock =>
  must(
    sections
      .flatMap(({ blocks }) => blocks)
      .find((block): block is TableBlock => block.kind === 'table' && block.id === id),
    id,
  )
const texts = (of: ReportModel, id: string): readonly (readonly string[])[] =>
  table(of, id).rows.map((row) => row.map(({ text }) => text))
const values = (of: ReportModel, id: string, column: number): readonly number[] =>
  table(of, id).rows.map((row) => Number(row[column]?.value))

/** Codes of the figures behind the cells of a report. */
const printed = (of: ReportModel): readonly string[] =>
  of.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? [...block.rows, block.total ?? []].flat() : []))
    .flatMap(({ figure }) => (figure === undefined ? [] : [figure.code]))

/** Printed in a sentence or as the line below a table, and so not opened from a cell of their own. */
const said = ['P6.late', 'K17', 'K18', 'MIX.complaints']
/** Splits by what the made-up complaints lack. */
const absent = ['K5a.reason', 'K2a.rejected']

describe('K-09 6.1 every figure stands in a section', () => {
  it('prints every code of the catalogue', () => {
    const found = new Set([...printed(model), ...printed(large), ...said, ...absent])
    const inPrint = Object.keys(figureCatalogue).filter((code) => !isForWorkbookAlone(code))
    expect(inPrint.filter((code) => !found.has(code))).toEqual([])
    expect(printed(model)).toContain('K2a.rejected')
  })

  it('section 8 K3c the share extended, K15 with the pauses beside K15 without', () => {
    expect(texts(model, 'timeliness').at(-1)).toEqual(['نسبة ما مُدد موعده (جميع الدورات)', '–', '–', '0 من 9 (0%)'])
    expect(texts(model, 'time')).toEqual([
      ['K15 الدورة الأولى، دون الإيقاف', '7', '2.3 أيام عمل', '12.6 يوم عمل'],
      ['K15 جميع الدورات، دون الإيقاف', '8', expect.any(String), '12.6 يوم عمل'],
      ['K15 جميع الدورات، مع الإيقاف', '8', expect.any(String), '12.6 يوم عمل'],
    ])
  })

  it('section 11 K8 by level, by hand, and what came after; departments with the level they reached', () => {
    expect(texts(model, 'escalation').map(([, value]) => value)).toEqual([
      '3 من 6 (50%)',
      '2 من 3 (66.7%)',
      expect.stringContaining('عمل'),
      expect.stringContaining('عمل'),
      '0',
      '0',
    ])
    expect(texts(model, 'escalation-departments')).toEqual([['دائرة المالية', '3', '3', '2']])
    const { columns, total } = table(large, 'escalation-departments')
    for (const [place] of columns.entries())
      if (place > 0)
        expect(values(large, 'escalation-departments', place).reduce((sum, value) => sum + value, 0)).toBe(
          total?.[place]?.value,
        )
  })

  it('section 13 K9 by cause counts the cohort, and beside it what was reopened in the period', () => {
    const { columns, total } = table(large, 'reopening-reasons')
    expect(columns.map(({ title }) => title)).toEqual(['السبب', 'K9 مما حُل في الفترة', 'أُعيد فتحه في الفترة'])
    const [cohort, reopened] = [1, 2].map((column) =>
      values(large, 'reopening-reasons', column).reduce((sum, value) => sum + value, 0),
    )
    const k9 = table(large, 'reopening').rows[0]?.[1]
    expect([cohort, reopened]).toEqual([total?.[1]?.value, total?.[2]?.value])
    expect(k9?.text).toContain(`(${cohort}\u00A0من\u00A0`)
    expect(cohort).not.toBe(reopened)
  })

  it('section 5 L-04 subtotals of general and special, below them their services; T-02 subjects', () => {
    expect(texts(large, 'service-groups').map(([name]) => name)).toEqual(['تصنيفات عامة', 'تصنيفات خاصة'])
    const tree = table(large, 'all-services').rows
    const groups = tree.filter(([name]) => !name?.text.startsWith('–'))
    expect(groups.map((row) => row.map(({ text }) => text))).toEqual(texts(large, 'service-groups'))
    const [general] = groups
    const below = tree.slice(1, tree.indexOf(must(groups[1], 'special')))
    expect(below.reduce((sum, row) => sum + Number(row[1]?.value), 0)).toBe(general?.[1]?.value)
    expect(texts(model, 'subjects')).toEqual([['الإجراءات', '9', '100%']])
    expect(table(model, 'subjects').total).toBeNull()
  })
})
