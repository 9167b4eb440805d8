/*
 * The sheets with tables, in the order of the workbook, and the charts that stand on them. A chart draws the cells of the
 * table it belongs to; where the report has no table with all its figures, they get a sheet of their own.
 */
import { reportSheets } from '#shared/i18n/report-sheets.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { must } from '#shared/lib/assert.ts'
import type { ChartBlock, ReportModel, Section, TableBlock } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'

export interface PlacedChart {
  readonly chart: ChartBlock
  /** Place of the column of each series in the table; its categories are the first column. */
  readonly columns: readonly number[]
}

export interface TableSheet {
  readonly name: string
  readonly table: TableBlock
  readonly charts: readonly PlacedChart[]
}

/** In: the model, what gives a title its sheet's name. Out: the sheets of its tables. */
export function tableSheets(model: ReportModel, nameOf: (title: string) => string): readonly TableSheet[] {
  return model.sections
    .flatMap((section) => sheetsOf(section, model))
    .map(({ table, charts }) => ({ table, charts, name: nameOf(sheetTitle(table, model)) }))
}

/** The sheet readers look for by its own name. */
const sheetTitle = ({ id, title }: TableBlock, { language }: ReportModel): string =>
  id === 'reconciliation' ? reportSheets.reconciliation[language] : title

function sheetsOf({ blocks }: Section, model: ReportModel): readonly Omit<TableSheet, 'name'>[] {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
  const placed = blocks.flatMap((chart) => {
    if (chart.kind !== 'chart' || chart.categories.length === 0) return []
    const table = tables.find((one) => columnsIn(one, chart) !== null) ?? figuresOf(chart, model)
    return [{ table, chart, columns: must(columnsIn(table, chart), 'its table holds its figures') }]
  })
  const all = new Set([...tables, ...placed.map(({ table }) => table)])
  return [...all].map((table) => ({ table, charts: placed.filter((one) => one.table === table) }))
}

/** Out: places of the columns that hold the chart's series in its order, or null. */
function columnsIn({ rows, columns }: TableBlock, { categories, series }: ChartBlock): readonly number[] | null {
  if (!categories.every((category, row) => rows[row]?.[0]?.text === category)) return null
  const places = series.map(({ name, values }) =>
    columns.findIndex(
      ({ title }, place) => title === name && values.every((value, row) => rows[row]?.[place]?.value === value),
    ),
  )
  return places.includes(-1) ? null : places
}

function figuresOf({ id, title, categories, series }: ChartBlock, { language }: ReportModel): TableBlock {
  return tableOf(`chart-${id}`, {
    title,
    columns: columnsOf([reportWords.item[language], ...series.map(({ name }) => name)]),
    rows: categories.map((category, row) => [
      { kind: 'text', text: category, value: category },
      ...series.map(({ values }) => {
        const value = values[row] ?? null
        return { kind: 'number' as const, text: String(value ?? ''), value }
      }),
    ]),
  })
}
