import { expect, it } from 'vitest'
import type { Block, ReportModel } from '#core/reports/report-model.ts'
import { previewReport } from '#core/reports/task.ts'
import { madeUpRecords } from '#test/shared/domain/indicators/made-up-records.ts'
import { control } from './made-report.ts'
import { reportInput } from './report-input.ts'

const format = { ...reportInput.format, digits: 'arabic' as const, hijri: true }
const records = madeUpRecords(400, 3)
const { model } = await previewReport({ ...reportInput, format }, control(records))
const latin = (await previewReport(reportInput, control(records))).model

const textsOf = (block: Block): readonly string[] => {
  if (block.kind === 'box') return [block.title, ...block.lines]
  if (block.kind === 'tiles') return block.tiles.flatMap(({ title, value, note }) => [title, value, note])
  if (block.kind === 'chart') return [block.title, ...block.categories, ...block.series.map(({ name }) => name)]
  if (block.kind !== 'table') return [block.text]
  const cells = [...block.rows, block.total ?? []].flat().map(({ text }) => text)
  return [block.title, block.base ?? '', ...block.columns.map(({ title }) => title), ...cells]
}

const allTexts = ({ cover, sections }: ReportModel): readonly string[] => [
  cover.period,
  cover.edition,
  ...cover.scope.lines,
  ...cover.scope.brief,
  ...sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(textsOf)]),
]

/** Numbers that are part of a code keep their digits: `K6a`, `AMM-26-000001-9`. */
const withoutCodes = (text: string): string => text.replaceAll(/[A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9.-]*/g, '')

it('UI-10 a report in Arabic-Indic digits holds no number in others, on its cover, in sentences, tables and definitions', () => {
  expect(allTexts(model).filter((text) => /\d/.test(withoutCodes(text)))).toEqual([])
  expect(model.cover.period).toBe('الربع الأول من عام ٢٠٢٦')
  expect(model.sections[2]?.title).toMatch(/^٣\. /)
  expect(allTexts(model).some((text) => text.includes('K6a'))).toBe(true)
})

it('UI-10 decisions are numbered in the digits of the report', () => {
  const boxes = model.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'box')
  expect(boxes.map(({ numbered }) => numbered)).toEqual(['arabic', null])
})

it('UI-10 what a workbook and a chart calculate with is the same number in either digits', () => {
  const numbers = ({ sections }: ReportModel) =>
    sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block): readonly unknown[] => {
        if (block.kind === 'chart') return block.series.map(({ values }) => values)
        return block.kind === 'table' ? [...block.rows, block.total ?? []].flat().map(({ value }) => value) : []
      })
      .filter((value) => typeof value !== 'string')
  expect(numbers(model)).toEqual(numbers(latin))
})
