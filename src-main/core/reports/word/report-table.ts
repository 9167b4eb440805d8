import type { Paragraph, Table } from 'docx'
import type { Direction } from '#core/word/directed-pieces.ts'
import { directedTable } from '#core/word/directed-table.ts'
import type { DirectedCell } from '#core/word/directed-table.ts'
import { assert } from '#shared/lib/assert.ts'
import type { Cell, TableBlock } from '../report-model.ts'
import { ink, lineHeight, textSize, textWidth } from './report-page.ts'
import { reportParagraph } from './report-runs.ts'

const line = { size: 4, color: ink.rule }
const edge = { size: 8, color: ink.heading }
const tight = { ...lineHeight(14), before: 8, after: 8 }

/** In: a table. Out: its caption, the table with its head repeated on every page, and the base of its percentages. */
export function reportTable(block: TableBlock, direction: Direction): readonly (Paragraph | Table)[] {
  const caption = reportParagraph(block.title, direction, {
    look: { bold: true, size: textSize.body, color: ink.heading },
    spacing: { ...lineHeight(16), before: 180, after: 70 },
    keepNext: true,
  })
  const base = block.base === null ? [] : [note(block.base, direction)]
  return [caption, tableOf(block, direction), ...(base.length === 0 ? [gap(direction)] : base)]
}

/** A table of so few rows is not parted by the end of a page. */
const keptTogether = 14

function tableOf(block: TableBlock, direction: Direction): Table {
  const { columns, total } = block
  const head = columns.map(({ title }): Cell => ({ kind: 'text', text: title, value: title }))
  const rows = [head, ...block.rows, ...(total === null ? [] : [total])]
  const isKept = rows.length <= keptTogether
  return directedTable({
    direction,
    width: textWidth,
    columns: columns.map(({ width }) => width),
    headRows: 1,
    middle: true,
    padding: { block: 20, inline: 80 },
    rows: rows.map((row, place) => {
      assert(row.length === columns.length, `the rows of ${block.id} fit its columns`)
      const isLast = place === rows.length - 1
      const look = {
        isHead: place === 0,
        isTotal: total !== null && isLast,
        // What it is a share of is read with its last row.
        keepNext: place === 0 || (isLast ? block.base !== null : isKept),
        direction,
      }
      return row.map((cell, column) => cellOf(cell, columns[column]?.align ?? 'start', look))
    }),
    lines: { top: edge, bottom: edge, between: line },
  })
}

interface CellLook {
  readonly isHead: boolean
  readonly isTotal: boolean
  readonly keepNext: boolean
  readonly direction: Direction
}

function cellOf(cell: Cell, align: 'start' | 'end', { isHead, isTotal, keepNext, direction }: CellLook): DirectedCell {
  const color = isHead ? ink.heading : cell.faint === true ? ink.faint : ink.text
  const paragraph = reportParagraph(printedText(cell), direction, {
    look: { size: textSize.table, bold: isHead || isTotal, color },
    alignment: align === 'end' ? 'center' : 'start',
    spacing: tight,
    keepNext,
  })
  const shade = isHead || isTotal ? { shade: isHead ? ink.headShade : ink.boxShade } : {}
  return { children: [paragraph], ...shade }
}

/** `80.8% (21 of 26)` breaks before what it is made of, never within; words are printed as they were written. */
const printedText = ({ kind, text }: Cell): string =>
  kind === 'text' ? text : text.replaceAll(/\([^()]*\)/g, (parts) => parts.replaceAll(' ', '\u00A0'))

export const note = (text: string, direction: Direction): Paragraph =>
  reportParagraph(text, direction, {
    look: { size: textSize.small, color: ink.quiet },
    spacing: { ...lineHeight(14.5), before: 50, after: 90 },
  })

/** Word joins tables that touch. */
export const gap = (direction: Direction): Paragraph =>
  reportParagraph('', direction, { spacing: { line: 120, lineRule: 'exact' } })
