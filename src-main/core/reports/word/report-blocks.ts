import { withDigits } from '#shared/i18n/messages.ts'
import type { Paragraph, Table } from 'docx'
import type { Direction } from '#core/word/directed-pieces.ts'
import { directedTable } from '#core/word/directed-table.ts'
import { assertNever } from '#shared/lib/assert.ts'
import type { Block, Tile } from '../report-model.ts'
import { reportChart } from './report-chart.ts'
import { ink, lineHeight, textSize, textWidth } from './report-page.ts'
import { reportParagraph } from './report-runs.ts'
import { gap, note, reportTable } from './report-table.ts'

type Blocks = readonly (Paragraph | Table)[]

/** In: a block, direction, running number of charts. Out: its paragraphs and tables. */
export function reportBlock(block: Block, direction: Direction, order: number): Blocks {
  switch (block.kind) {
    case 'paragraph':
      return [
        reportParagraph(block.text, direction, {
          spacing: { ...lineHeight(18.5), after: 90 },
          look: { size: textSize.body, color: ink.text },
          // What it says stands in the table below it.
          keepNext: true,
        }),
      ]
    case 'note':
      return [note(block.text, direction)]
    case 'warning':
      return [
        reportParagraph(block.text, direction, {
          spacing: { ...lineHeight(18.5), before: 80, after: 120 },
          look: { size: textSize.body, bold: true, color: ink.warning },
        }),
      ]
    case 'box':
      return boxOf(block, direction)
    case 'tiles':
      return tilesOf(block.tiles, direction)
    case 'table':
      return reportTable(block, direction)
    case 'chart':
      return [reportChart(block, direction, order)]
    default:
      return assertNever(block)
  }
}

/** Whether its last paragraph only keeps it from touching what follows. */
export const endsInGap = (block: Block): boolean =>
  block.kind === 'box' || block.kind === 'tiles' || (block.kind === 'table' && block.base === null)

const edge = { size: 6, color: ink.heading }

export function boxOf(
  { title, lines, numbered }: Pick<Extract<Block, { kind: 'box' }>, 'title' | 'lines' | 'numbered'>,
  direction: Direction,
): Blocks {
  const heading = reportParagraph(title, direction, {
    look: { bold: true, size: textSize.body, color: ink.heading },
    spacing: { ...lineHeight(17), after: 60 },
    keepNext: true,
  })
  const texts = lines.map((text, place) =>
    reportParagraph(numbered === null ? text : `${withDigits(String(place + 1), numbered)}. ${text}`, direction, {
      look: { size: textSize.body - 0.5 },
      spacing: { ...lineHeight(17.5), after: 40 },
    }),
  )
  const table = directedTable({
    direction,
    width: textWidth,
    columns: [1],
    padding: { block: 120, inline: 200 },
    rows: [[{ children: [heading, ...texts], shade: ink.boxShade }]],
    lines: { top: edge, bottom: edge },
  })
  return [gap(direction), table, gap(direction)]
}

const perRow = 3

function tilesOf(tiles: readonly Tile[], direction: Direction): Blocks {
  const rows = Array.from({ length: Math.ceil(tiles.length / perRow) }, (_, row) =>
    tiles.slice(row * perRow, (row + 1) * perRow),
  )
  const table = directedTable({
    direction,
    width: textWidth,
    columns: Array.from({ length: perRow }, () => 1 / perRow),
    padding: { block: 90, inline: 100 },
    rows: rows.map((row) => row.map((tile) => ({ children: tileOf(tile, direction), shade: ink.boxShade }))),
    lines: {
      top: edge,
      bottom: edge,
      between: { size: 12, color: 'FFFFFF' },
      betweenColumns: { size: 12, color: 'FFFFFF' },
    },
  })
  return [table, gap(direction)]
}

function tileOf({ title, value, note: remark, faint = false }: Tile, direction: Direction): readonly Paragraph[] {
  const centred = { alignment: 'center' as const, spacing: { ...lineHeight(15), before: 0, after: 0 } }
  return [
    reportParagraph(title, direction, { ...centred, look: { size: textSize.small, color: ink.quiet } }),
    reportParagraph(value, direction, {
      ...centred,
      spacing: lineHeight(26),
      look: { size: value.length > 12 ? 13 : textSize.tile, bold: true, color: faint ? ink.faint : ink.heading },
    }),
    reportParagraph(remark, direction, { ...centred, look: { size: textSize.small, color: ink.text } }),
  ]
}
