import type { Paragraph, Table } from 'docx'
import type { DirectedCell } from '#core/word/directed-table.ts'
import { directedParagraph, directedRuns } from '#core/word/directed-runs.ts'
import { directedTable } from '#core/word/directed-table.ts'
import type { Block, LetterModel, Line, TableCell } from './letter-model.ts'
import { textOf } from './letter-text.ts'
import { lineDirection } from './line-direction.ts'
import { lineRuns } from './word-lines.ts'
import { wordPage } from './word-page.ts'
import { isKept, quietInk } from './word-tables.ts'

const grey = { size: 4, color: '888888' }
const single = { spacing: { line: 240 } }

/** A table of many rows; its head is repeated on every page, and a long row goes on over the next. */
export function contentTable(
  block: Extract<Block, { kind: 'table' }>,
  model: LetterModel,
): readonly (Paragraph | Table)[] {
  const { direction } = model
  const { textSize, textWidth } = wordPage(model)
  const size = textSize - 1.5
  const head = block.columns.map(({ title }) => ({
    children: [
      directedParagraph(direction, directedRuns(title, direction, { bold: true, size }), { ...single, keepNext: true }),
    ],
    shade: 'F1F1F1',
  }))
  const table = directedTable({
    direction,
    width: textWidth,
    columns: block.columns.map(({ part }) => part),
    rows: [
      head,
      ...block.rows.map((cells, place) =>
        cells.map((cell) => wordCell(cell, model, { size, keepNext: isKept(place, block.rows.length) })),
      ),
    ],
    headRows: 1,
    mayBreak: (row) => isLong(block.rows[row - 1] ?? []),
    lines: { top: grey, bottom: grey, sides: grey, between: grey, betweenColumns: grey },
  })
  return [table, directedParagraph(direction, [], { spacing: { line: 120, lineRule: 'exact' } })]
}

/** More than about a third of a page: pushed over whole it would leave a hole, and what is higher than a page would be cut. */
const isLong = (cells: readonly TableCell[]): boolean =>
  cells.some(({ quoted }) => quoted.length > 12 || quoted.reduce((sum, line) => sum + textOf(line).length, 0) > 1200)

interface CellLook {
  readonly size: number
  readonly keepNext: boolean
}

function wordCell(
  { lines, quoted }: TableCell,
  { direction }: LetterModel,
  { size, keepNext }: CellLook,
): DirectedCell {
  const said = (line: Line): Paragraph => {
    const own = lineDirection(line, direction)
    return directedParagraph(own, lineRuns(line, own, { size }), { ...single, keepNext })
  }
  const written = (line: Line): Paragraph => {
    const own = lineDirection(line, direction)
    return directedParagraph(own, lineRuns(line, own, { size, color: quietInk }), {
      spacing: { line: 240, before: 40 },
      indent: { start: 160 },
      keepNext,
    })
  }
  return { children: [...lines.map(said), ...quoted.map(written)] }
}
