import type { Cell, Column, TableBlock } from './report-model.ts'

/** In: titles, weight of the first. Out: columns. */
export function columnsOf(titles: readonly string[], first = 2): readonly Column[] {
  const unit = 1 / (titles.length - 1 + first)
  return titles.map((title, place) => ({
    title,
    align: place === 0 ? 'start' : 'end',
    width: place === 0 ? first * unit : unit,
  }))
}

interface TableParts {
  readonly title: string
  readonly base?: string | null
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  readonly total?: readonly Cell[] | null
}

export function tableOf(id: string, { title, base = null, columns, rows, total = null }: TableParts): TableBlock {
  return { kind: 'table', id, title, base, columns, rows, total }
}
