/**
 * Writes the report model as a workbook: a sheet a table, right to left in Arabic, heads frozen, numbers as numbers and
 * dates as dates (bug 22), no text that runs as a formula. Long lists are put in as text when the rest is written.
 * Invariant: the same model and cases give the same bytes.
 */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { reportWords } from '#shared/i18n/report-words.ts'
import type { Cell, ReportModel } from '../report-model.ts'
import { cellValue } from './cell-value.ts'
import { finishArchive } from './finish-archive.ts'
import { withRows } from './list-rows.ts'
import { numberFormat } from './number-format.ts'
import { rowHeight } from './row-height.ts'
import { safeText } from './safe-text.ts'
import { sheetNames } from './sheet-name.ts'
import { columnWidths, large, paperOf, wide } from './sheet-paper.ts'
import type { Paper } from './sheet-paper.ts'
import { tableSheets } from './table-sheets.ts'
import type { TableSheet } from './table-sheets.ts'

/** A long list: every figure, or the cases of an internal edition; read row by row. */
export interface RowSheet {
  readonly title: string
  readonly columns: readonly { readonly title: string; readonly width: number; readonly kind: Cell['kind'] }[]
  readonly rows: Iterable<readonly Cell[]>
}

/** In: the model, lists that only a workbook has. Out: the bytes of its `.xlsx`. */
export async function reportWorkbook(model: ReportModel, lists: readonly RowSheet[]): Promise<Uint8Array> {
  const stream = new PassThrough()
  const written = buffer(stream)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const date = new Date(model.asOf)
  workbook.creator = model.cover.office
  workbook.lastModifiedBy = model.cover.office
  workbook.created = date
  workbook.modified = date
  const nameOf = sheetNames()
  coverSheet(workbook, model, nameOf(model.cover.scope.title))
  for (const sheet of tableSheets(model, nameOf)) tableSheet(workbook, model, sheet)
  const parts = lists.map((list) => {
    const part = listSheet(workbook, { model, list, name: nameOf(list.title) })
    return [part, (sheet: string) => withRows(sheet, { rows: list.rows, zone: model.zone })] as const
  })
  await workbook.commit()
  return finishArchive(await written, { rewritten: new Map(parts) })
}

type Writer = ExcelJS.stream.xlsx.WorkbookWriter
type Sheet = ExcelJS.Worksheet

const headFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE4ECF1' } } as const
const totalFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3F6F8' } } as const
const edge = { style: 'thin', color: { argb: 'FF17405C' } } as const
const rule = { style: 'hair', color: { argb: 'FF8FA0AC' } } as const
const headFont = { name: 'Arial', bold: true, size: 11, color: { argb: 'FF17405C' } } as const
const font = { name: 'Arial', size: 10 } as const
const boldFont = { ...font, bold: true } as const
const faintTotalFont = { ...boldFont, color: { argb: 'FF7B858D' } } as const
const titleFont = { ...headFont, size: 12 } as const
const faintFont = { ...font, color: { argb: 'FF7B858D' } } as const

interface NewSheet {
  readonly name: string
  readonly frozen: number
  readonly paper?: Paper
  /** A chart is not to be cut in two. */
  readonly onePage?: boolean
}

/** A sign that a sheet's head would take for an instruction is doubled. */
const pageHead = ({ cover }: ReportModel): string =>
  `${cover.office} – ${cover.title} – ${cover.period}`.replaceAll('&', '&&')

function addSheet(
  workbook: Writer,
  model: ReportModel,
  { name, frozen, paper = wide, onePage = false }: NewSheet,
): Sheet {
  const rightToLeft = model.direction === 'rtl'
  return workbook.addWorksheet(name, {
    views: [
      frozen === 0
        ? { rightToLeft, showGridLines: false }
        : { rightToLeft, state: 'frozen', ySplit: frozen, showGridLines: false },
    ],
    pageSetup: {
      paperSize: 9,
      orientation: paper.orientation,
      horizontalCentered: true,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: onePage ? 1 : 0,
      ...(frozen === 0 ? {} : { printTitlesRow: `1:${frozen}` }),
    },
    // Loose pages say what they are of, which sheet they belong to, where, and that they are a draft.
    headerFooter: { oddHeader: `&C&9${pageHead(model)}`, oddFooter: `&C&9&A – ${model.cover.edition} – &P / &N` },
  })
}

const coverWidth = 112

/** First sheet: title and scope, so that a workbook that is passed on alone still says what it covers. */
function coverSheet(workbook: Writer, model: ReportModel, name: string): void {
  const sheet = addSheet(workbook, model, { name, frozen: 0, paper: large })
  sheet.columns = [{ width: coverWidth }]
  const { cover } = model
  const warning = cover.warning === null ? [] : [cover.warning]
  const lines = [
    cover.title,
    cover.period,
    cover.ministry,
    ...(cover.office === cover.ministry ? [] : [cover.office]),
    `${cover.edition} | ${cover.classification}`,
    ...warning,
    ...cover.scope.lines,
    ...reconciliationOf(model),
  ]
  lines.forEach((text, place) => {
    const row = sheet.addRow([safeText(text)])
    row.font = place === 0 ? { ...headFont, size: 20 } : sized(font, large)
    row.height = place === 0 ? 40 : heightOf([{ text, width: coverWidth }], large)
    row.alignment = alignment(model, 'start')
    row.commit()
  })
  sheet.commit()
}

/** The line of the reconciliation stands beside its table, as the model has it. */
function reconciliationOf({ sections }: ReportModel): readonly string[] {
  const flow = sections.find(({ id }) => id === 's3')?.blocks ?? []
  return flow.flatMap((block, place) => {
    const before = flow[place - 1]
    const follows = before?.kind === 'table' && before.id === 'reconciliation'
    return follows && (block.kind === 'note' || block.kind === 'warning') ? [block.text] : []
  })
}

function tableSheet(workbook: Writer, model: ReportModel, { table, name, charts }: TableSheet): void {
  const paper = paperOf(table)
  const sheet = addSheet(workbook, model, { name, frozen: 2, paper, onePage: charts.length > 0 })
  sheet.columns = columnWidths(table).map((width) => ({ width }))
  titleRow(sheet, model, { text: table.base === null ? table.title : `${table.title} – ${table.base}`, paper })
  head(sheet, model, { titles: table.columns.map(({ title: text }) => text), paper })
  for (const cells of table.rows) bodyRow(sheet, model, { cells, isTotal: false, paper })
  if (table.total !== null) bodyRow(sheet, model, { cells: table.total, isTotal: true, paper })
  sheet.commit()
}

/** Over all columns, so that a long one breaks instead of running off the page. */
function titleRow(sheet: Sheet, model: ReportModel, { text, paper }: { readonly text: string; readonly paper: Paper }) {
  const row = sheet.addRow([safeText(text)])
  const width = sheet.columns.reduce((sum, column) => sum + (column.width ?? 0), 0)
  sheet.mergeCells(row.number, 1, row.number, sheet.columns.length)
  row.font = sized(titleFont, paper)
  row.height = heightOf([{ text, width: width / 1.2 }], paper) + 8
  row.alignment = alignment(model, 'start')
  row.commit()
}

/** Letters as large as the paper wants them, and rows for them. */
const sized = <F extends { readonly size: number }>(look: F, { enlarged }: Paper): F => ({
  ...look,
  size: Math.round(look.size * enlarged),
})
const heightOf = (cells: Parameters<typeof rowHeight>[0], { enlarged }: Paper): number =>
  Math.round(rowHeight(cells.map(({ text, width }) => ({ text, width: width / enlarged }))) * enlarged)

/** A list's sheet with its head alone; its rows are put in afterwards. Out: the name of its part in the archive. */
function listSheet(
  workbook: Writer,
  { model, list, name }: { readonly model: ReportModel; readonly list: RowSheet; readonly name: string },
): string {
  const sheet = addSheet(workbook, model, { name, frozen: 1 })
  sheet.columns = list.columns.map(({ width, kind }) => ({
    width,
    style: styleOf(kind, model),
  }))
  head(sheet, model, { titles: list.columns.map(({ title }) => title), paper: wide })
  sheet.commit()
  return `xl/worksheets/sheet${sheet.id}.xml`
}

function styleOf(kind: Cell['kind'], model: ReportModel): Partial<ExcelJS.Style> {
  const numFmt = listFormat(kind, model)
  return numFmt === null ? {} : { numFmt }
}

function head(
  sheet: Sheet,
  model: ReportModel,
  { titles, paper }: { readonly titles: readonly string[]; readonly paper: Paper },
): void {
  const row = sheet.addRow(titles.map(safeText))
  row.font = sized(headFont, paper)
  row.height = heightOf(
    titles.map((text, place) => ({ text, width: widthOf(sheet, place) })),
    paper,
  )
  row.eachCell((cell, place) => {
    cell.fill = headFill
    cell.border = { top: edge, bottom: edge }
    cell.alignment = { ...alignment(model, place === 1 ? 'start' : 'number'), wrapText: true }
  })
  row.commit()
}

function fontOf({ faint = false }: Cell, isTotal: boolean): typeof font | typeof faintFont {
  if (isTotal) return faint ? faintTotalFont : boldFont
  return faint ? faintFont : font
}

function bodyRow(
  sheet: Sheet,
  model: ReportModel,
  { cells, isTotal, paper }: { readonly cells: readonly Cell[]; readonly isTotal: boolean; readonly paper: Paper },
): void {
  const row = sheet.addRow(cells.map((cell) => cellValue(cell, model.zone)))
  row.height = heightOf(
    cells.map(({ text }, place) => ({ text, width: widthOf(sheet, place) })),
    paper,
  )
  cells.forEach((cell, place) => {
    const target = row.getCell(place + 1)
    target.font = sized(fontOf(cell, isTotal), paper)
    target.border = isTotal ? { top: edge, bottom: edge } : { bottom: rule }
    if (isTotal) target.fill = totalFill
    target.alignment = alignment(model, cell.kind === 'text' ? 'start' : 'number')
    const format = numberFormat(cell)
    if (format !== null && typeof target.value !== 'string') target.numFmt = format
  })
  row.commit()
}

const widthOf = (sheet: Sheet, place: number): number => sheet.getColumn(place + 1).width ?? 10

/** How a column of a list is written, whose cells have one look; days carry their unit, since a number would not say it. */
function listFormat(kind: Cell['kind'], { language }: ReportModel): string | null {
  if (kind === 'days') return `[<0.005]"${reportWords.underHundredth[language]}";0.00" ${reportWords.day[language]}"`
  return numberFormat({ kind, text: '', value: 0 })
}

function alignment({ direction }: ReportModel, place: 'start' | 'number'): Partial<ExcelJS.Alignment> {
  const isRight = direction === 'rtl'
  const start = isRight ? 'right' : 'left'
  return {
    readingOrder: isRight ? 'rtl' : 'ltr',
    horizontal: place === 'start' ? start : 'center',
    vertical: 'middle',
    wrapText: place === 'start',
  }
}
