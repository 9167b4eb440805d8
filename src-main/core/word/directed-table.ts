import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import type { IBorderOptions, ITableBordersOptions, Paragraph } from 'docx'
import type { Direction } from './directed-pieces.ts'

interface TableLine {
  /** Eighths of a point. */
  readonly size: number
  readonly color: string
}

export interface DirectedCell {
  readonly children: readonly (Paragraph | Table)[]
  /** Six hex digits behind the text. */
  readonly shade?: string
}

interface DirectedTable {
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
  readonly middle?: boolean
  /** Rows at the top that are repeated on every page. */
  readonly headRows?: number
  /** Whether a row holds so much that it may go on over the next page. */
  readonly mayBreak?: (row: number) => boolean
}

/**
 * A table as wide as its place, whose first column stands where its direction begins (bug 21). Rows do not break across
 * pages unless they are told to. What shall stand at the far side gets an empty first column: a table's own alignment is mirrored by Word and not
 * by LibreOffice.
 */
export function directedTable(table: DirectedTable): Table {
  const { direction, width, padding = { block: 30, inline: 80 } } = table
  const columns = table.columns.map((part) => Math.round(part * width))
  return new Table({
    visuallyRightToLeft: direction === 'rtl',
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns,
    margins: { top: padding.block, bottom: padding.block, left: padding.inline, right: padding.inline },
    borders: bordersOf(table.lines ?? {}),
    rows: table.rows.map((cells, place) =>
      rowOf(cells, columns, {
        isMiddle: table.middle === true,
        isHead: place < (table.headRows ?? 0),
        breaks: table.mayBreak?.(place) === true,
      }),
    ),
  })
}

interface RowPlace {
  readonly isMiddle: boolean
  readonly isHead: boolean
  readonly breaks: boolean
}

function rowOf(cells: readonly DirectedCell[], columns: readonly number[], place: RowPlace): TableRow {
  const { isMiddle, isHead, breaks } = place
  return new TableRow({
    cantSplit: isHead || !breaks,
    ...(isHead && { tableHeader: true }),
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
