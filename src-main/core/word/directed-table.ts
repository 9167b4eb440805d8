import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import type { IBorderOptions, ITableBordersOptions, Paragraph } from 'docx'
import type { Direction } from './directed-pieces.ts'

export interface TableLine {
  /** Eighths of a point. */
  readonly size: number
  readonly color: string
}

export interface DirectedCell {
  readonly children: readonly (Paragraph | Table)[]
  /** Six hex digits behind the text. */
  readonly shade?: string
}

export interface DirectedTable {
  readonly direction: Direction
  /** Twentieths of a point. Widths are fixed: Word and LibreOffice size columns by content differently. */
  readonly width: number
  /** Parts of the width, which sum to 1. */
  readonly columns: readonly number[]
  readonly rows: readonly (readonly DirectedCell[])[]
  /** Lines of the whole table: sides of single cells are mirrored by Word and not by LibreOffice. */
  readonly lines?: {
    readonly top?: TableLine
    readonly bottom?: TableLine
    /** Both sides. */
    readonly sides?: TableLine
    readonly between?: TableLine
    readonly betweenColumns?: TableLine
  }
  readonly padding?: { readonly block: number; readonly inline: number }
  readonly place?: 'start' | 'end'
  readonly middle?: boolean
}

/** A table whose first column stands where its direction begins (bug 21). Rows do not break across pages. */
export function directedTable(table: DirectedTable): Table {
  const { direction, width, padding = { block: 30, inline: 80 }, place = 'start' } = table
  const columns = table.columns.map((part) => Math.round(part * width))
  return new Table({
    visuallyRightToLeft: direction === 'rtl',
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns,
    // A table's `jc` follows the table's direction in Word and in LibreOffice: start is where the text begins.
    alignment: place,
    margins: { top: padding.block, bottom: padding.block, left: padding.inline, right: padding.inline },
    borders: bordersOf(table.lines ?? {}),
    rows: table.rows.map((cells) => rowOf(cells, columns, table.middle === true)),
  })
}

function rowOf(cells: readonly DirectedCell[], columns: readonly number[], isMiddle: boolean): TableRow {
  return new TableRow({
    cantSplit: true,
    children: cells.map(
      ({ children, shade }, index) =>
        new TableCell({
          children,
          width: { size: columns[index] ?? 0, type: WidthType.DXA },
          ...(isMiddle && { verticalAlign: VerticalAlignTable.CENTER }),
          ...(shade !== undefined && { shading: { type: 'clear', color: 'auto', fill: shade } }),
        }),
    ),
  })
}

function bordersOf(lines: NonNullable<DirectedTable['lines']>): ITableBordersOptions {
  return {
    top: border(lines.top),
    bottom: border(lines.bottom),
    left: border(lines.sides),
    right: border(lines.sides),
    insideHorizontal: border(lines.between),
    insideVertical: border(lines.betweenColumns),
  }
}

const border = (line: TableLine | undefined): IBorderOptions =>
  line === undefined ? { style: BorderStyle.NONE, size: 0, color: 'auto' } : { style: BorderStyle.SINGLE, ...line }
