import type { Cell, Column, TableBlock } from './report-model.ts'

/** In: titles, weight of the first or of each in order; the others weigh 1. Out: columns. */
export function columnsOf(titles: readonly string[], weights: number | readonly number[] = 2): readonly Column[] {
  const given = typeof weights === 'number' ? [weights] : weights
  const all = titles.map((_, place) => given[place] ?? 1)
  const sum = all.reduce((total, weight) => total + weight, 0)
  return titles.map((title, place) => ({
    title,
    align: place === 0 ? 'start' : 'end',
    width: (all[place] ?? 1) / sum,
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
