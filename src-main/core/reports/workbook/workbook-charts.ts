/*
 * The charts of a workbook: those of the Word file, native and editable, which here draw the cells of the workbook's own
 * sheets instead of a small workbook behind each. They are put into the archive when it is written; nothing else of it is
 * packed anew but the sheets they stand on.
 */
import { assert } from '#shared/lib/assert.ts'
import type { ChartBlock, ReportModel } from '../report-model.ts'
import { chartHeight } from '../word/report-chart.ts'
import { finishArchive, partsOf } from './finish-archive.ts'
import { sheetNames } from './sheet-name.ts'
import { tableSheets } from './table-sheets.ts'
import type { PlacedChart, TableSheet } from './table-sheets.ts'

/** In: the archive of a workbook, that of the Word file, the model both were written from. Out: the workbook with charts. */
export function withCharts(workbook: Uint8Array, word: Uint8Array, model: ReportModel): Uint8Array {
  const drawn = model.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'))
  const partOf = (chart: ChartBlock): string => `word/charts/chart${drawn.indexOf(chart) + 1}.xml`
  const written = partsOf(word, new Set(drawn.map(partOf)))
  const nameOf = sheetNames()
  nameOf(model.cover.scope.title)
  const added = new Map<string, string>()
  const rewritten = new Map<string, (xml: string) => string>()
  let count = 0
  tableSheets(model, nameOf).forEach((sheet, place) => {
    if (sheet.charts.length === 0) return
    // The cover is the first sheet.
    const number = place + 2
    const first = count
    for (const placed of sheet.charts) {
      const xml = written.get(partOf(placed.chart))
      assert(xml !== undefined, 'the Word file has every chart of the model')
      count += 1
      added.set(`xl/charts/chart${count}.xml`, onSheet(xml, sheet, placed))
    }
    rewritten.set(`xl/worksheets/sheet${number}.xml`, withDrawing)
    added.set(`xl/worksheets/_rels/sheet${number}.xml.rels`, relations('drawing', [`../drawings/drawing${number}.xml`]))
    added.set(`xl/drawings/drawing${number}.xml`, drawingOf(sheet))
    added.set(
      `xl/drawings/_rels/drawing${number}.xml.rels`,
      relations(
        'chart',
        sheet.charts.map((_, at) => `../charts/chart${first + at + 1}.xml`),
      ),
    )
  })
  rewritten.set('[Content_Types].xml', (xml) => withTypes(xml, [...added.keys()]))
  return finishArchive(workbook, { rewritten, added })
}

/** Title and head of a table stand above its rows. */
const rowsAbove = 2

/** In: a chart as the Word file has it. Out: the same over the cells of its sheet. */
function onSheet(xml: string, { name }: TableSheet, { columns }: PlacedChart): string {
  const sheet = xmlText(`'${name.replaceAll("'", "''")}'`)
  const letter = (given: string): string => letterOf(given === 'A' ? 0 : (columns[given.charCodeAt(0) - 66] ?? 0))
  const row = (given: string): number => Number(given) + rowsAbove - 1
  const placed = (formula: string): string =>
    formula
      .replace(/\$([A-Z])\$(\d+)/g, (_, column: string, given: string) => `$${letter(column)}$${row(given)}`)
      .replace('Sheet1', () => sheet)
  return withLargerText(xml)
    .replace(/<c:externalData.*?<\/c:externalData>/s, '')
    .replace(/(?<=<c:f>).*?(?=<\/c:f>)/g, placed)
}

/** Sheets are printed smaller than they are written. */
const enlarged = 1.3

/** Sizes of text stand in hundredths of a point. */
const withLargerText = (xml: string): string =>
  xml.replace(/(?<= sz=")\d+(?=")/g, (size) => String(Math.round(Number(size) * enlarged)))

const letterOf = (place: number): string => String.fromCharCode(65 + place)

/** Behind the heads and feet of the printed pages, as the schema wants it. */
const withDrawing = (xml: string): string => xml.replace('</worksheet>', '<drawing r:id="rId1"/></worksheet>')

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

function relations(kind: 'drawing' | 'chart', targets: readonly string[]): string {
  const all = targets.map(
    (target, place) => `<Relationship Id="rId${place + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

const types = {
  charts: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  drawings: 'application/vnd.openxmlformats-officedocument.drawing+xml',
} as const

function withTypes(xml: string, parts: readonly string[]): string {
  const overrides = (['charts', 'drawings'] as const).flatMap((folder) =>
    parts
      .filter((part) => part.startsWith(`xl/${folder}/`) && part.endsWith('.xml'))
      .map((part) => `<Override PartName="/${part}" ContentType="${types[folder]}"/>`),
  )
  return xml.replace('</Types>', `${overrides.join('')}</Types>`)
}

/** Below the table and as wide as it, one chart under the other. */
function drawingOf({ table, charts }: TableSheet): string {
  let row = rowsAbove + table.rows.length + (table.total === null ? 0 : 1) + 1
  const anchors = charts.map(({ chart }, place) => {
    const end = row + Math.ceil((chartHeight(chart) * enlarged) / pixelsOfRow)
    const anchor = anchorOf(chart, { row, end, place, columns: table.columns.length })
    row = end + 1
    return anchor
  })
  return `${declaration}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchors.join('')}</xdr:wsDr>`
}

/** Of a row that nobody gave a height, 96 to the inch. */
const pixelsOfRow = 20

interface Anchor {
  readonly row: number
  readonly end: number
  readonly place: number
  readonly columns: number
}

/** Held by cells, not by a length: programs do not agree on how wide a column is. */
function anchorOf({ id, title }: ChartBlock, { row, end, place, columns }: Anchor): string {
  const corner = (column: number, line: number): string =>
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${line}</xdr:row><xdr:rowOff>0</xdr:rowOff>`
  return (
    `<xdr:twoCellAnchor editAs="oneCell"><xdr:from>${corner(0, row)}</xdr:from><xdr:to>${corner(columns, end)}</xdr:to>` +
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>' +
    `<xdr:cNvPr id="${place + 2}" name="${id}" descr="${xmlText(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>' +
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${office}" r:id="rId${place + 1}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  )
}

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const
const xmlText = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign as keyof typeof escapes])
