import type { Block, Cell, ReportModel } from '#core/reports/report-model.ts'

type Sight = (cases: readonly string[]) => readonly string[]

/** In: a report, what the reader may open. Out: the report as counted, leading to no case that he may not open. */
export function withSight(model: ReportModel, sight: Sight): ReportModel {
  return {
    ...model,
    sections: model.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => seenBlock(block, sight)),
    })),
  }
}

function seenBlock(block: Block, sight: Sight): Block {
  if (block.kind !== 'table') return block
  const seen = (row: readonly Cell[]): readonly Cell[] => row.map((cell) => seenCell(cell, sight))
  return { ...block, rows: block.rows.map(seen), total: block.total === null ? null : seen(block.total) }
}

function seenCell(cell: Cell, sight: Sight): Cell {
  const { cases, named } = cell
  if (cases === undefined && named === undefined) return cell
  const open = new Set(sight((named ?? []).map(({ id }) => id)))
  return {
    ...cell,
    ...(cases === undefined ? {} : { cases: sight(cases) }),
    ...(named === undefined ? {} : { named: named.filter(({ id }) => open.has(id)) }),
  }
}
