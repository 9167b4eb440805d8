import type { TableBlock } from '../report-model.ts'

/** How a sheet lies on A4: the width in figures of the font that fills it between its margins, and how large its text is. */
export interface Paper {
  readonly orientation: 'portrait' | 'landscape'
  readonly width: number
  readonly enlarged: number
}

/** Many columns, and lists. */
export const wide: Paper = { orientation: 'landscape', width: 136, enlarged: 1 }
/** Long tables of few columns, and such as hold paragraphs. */
const upright: Paper = { orientation: 'portrait', width: 92, enlarged: 1 }
/** Short tables of few columns are larger, so that they fill a page too. */
export const large: Paper = { orientation: 'landscape', width: 132, enlarged: 1.35 }

/** Short tables of many columns, such as the headlines. */
const broad: Paper = { orientation: 'landscape', width: 134, enlarged: 1.2 }

const [fewColumns, fewRows, paragraph] = [5, 15, 120]

export function paperOf({ columns, rows }: TableBlock): Paper {
  if (columns.length > fewColumns) return rows.length > fewRows ? wide : broad
  const isLong = rows.length > fewRows || rows.flat().some(({ text }) => text.length > paragraph)
  return isLong ? upright : large
}

/** Widths of a table's columns on its paper, in figures of the font. */
export function columnWidths(table: TableBlock): readonly number[] {
  const paper = paperOf(table)
  return table.columns.map(({ width }, place) =>
    Math.max(11, Math.round(width * paper.width), longestNumber(table, place) * paper.enlarged),
  )
}

/** A number that is longer than its column is shown as a row of signs; it does not break as text does. */
function longestNumber({ rows, total }: TableBlock, place: number): number {
  const cells = [...rows, ...(total === null ? [] : [total])].flatMap((row) => row[place] ?? [])
  return Math.max(0, ...cells.map(({ kind, text }) => (kind === 'text' ? 0 : text.length + 2)))
}
