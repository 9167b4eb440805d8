import { translate } from '#shared/i18n/messages.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { figureNames } from '../figure-names.ts'
import { figureCell, figureOf, textCell } from '../print.ts'
import type { Print } from '../print.ts'
import type { TableBlock } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'

interface FigureTable {
  readonly id: string
  readonly title: string
  readonly base?: string | null
  readonly codes: readonly string[]
}

/** In: codes. Out: a table of them, each with its code, its name and its value. */
export function figureTable(print: Print, { id, title, base = null, codes }: FigureTable): TableBlock {
  const names = figureNames(print.format.language)
  return tableOf(id, {
    title,
    base,
    columns: columnsOf(
      [reportWords.indicator, reportWords.value].map((word) => translate(word, print.format)),
      2,
    ),
    rows: codes.map((code) => [textCell(names(code)), figureCell(print, figureOf(print, code))]),
  })
}
