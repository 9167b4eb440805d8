import { assertNever } from '#shared/lib/assert.ts'
import { withFreeDigits } from '#shared/i18n/messages.ts'
import type { DigitStyle } from '#shared/i18n/messages.ts'
import type { Block, Cell, Cover, ReportModel, TableBlock } from './report-model.ts'

type Shape = (text: string) => string

/**
 * In: the digits of the report, its model. Out: the model with every number of its texts in them, whatever the texts came
 * from: sentences, definitions, names of bands (UI-10). What a workbook and a chart calculate with stays a number.
 */
export function inDigits(digits: DigitStyle, model: ReportModel): ReportModel {
  if (digits === 'latin') return model
  const shape: Shape = (text) => withFreeDigits(text, digits)
  return {
    ...model,
    cover: coverIn(model.cover, shape),
    sections: model.sections.map((section) => ({
      ...section,
      title: shape(section.title),
      blocks: section.blocks.map((block) => blockIn(block, shape)),
    })),
  }
}

function coverIn(cover: Cover, shape: Shape): Cover {
  const { ministry, office, title, period, edition, classification, warning, scope } = cover
  return {
    ...cover,
    ministry: shape(ministry),
    office: shape(office),
    title: shape(title),
    period: shape(period),
    edition: shape(edition),
    classification: shape(classification),
    warning: warning === null ? null : shape(warning),
    scope: { title: shape(scope.title), lines: scope.lines.map(shape), brief: scope.brief.map(shape) },
  }
}

function blockIn(block: Block, shape: Shape): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
    case 'warning':
      return { ...block, text: shape(block.text) }
    case 'box':
      return { ...block, title: shape(block.title), lines: block.lines.map(shape) }
    case 'tiles':
      return {
        ...block,
        tiles: block.tiles.map(({ title, value, note, code }) => ({
          title: shape(title),
          value: shape(value),
          note: shape(note),
          code,
        })),
      }
    case 'table':
      return tableIn(block, shape)
    case 'chart':
      return {
        ...block,
        title: shape(block.title),
        categories: block.categories.map(shape),
        series: block.series.map(({ name, values }) => ({ name: shape(name), values })),
      }
    default:
      return assertNever(block)
  }
}

function tableIn(table: TableBlock, shape: Shape): TableBlock {
  const cells = (row: readonly Cell[]): readonly Cell[] => row.map((cell) => ({ ...cell, text: shape(cell.text) }))
  return {
    ...table,
    title: shape(table.title),
    base: table.base === null ? null : shape(table.base),
    columns: table.columns.map((column) => ({ ...column, title: shape(column.title) })),
    rows: table.rows.map(cells),
    total: table.total === null ? null : cells(table.total),
  }
}
