import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import type { Figure } from '#shared/domain/indicators/figure.ts'
import { figureUnits } from '#shared/i18n/figure-words.ts'
import { figureListColumns, reportSheets } from '#shared/i18n/report-sheets.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { publishedFigure } from './figures-json.ts'
import { isKeptBack, textCell } from './print.ts'
import type { ReportInput } from './report-input.ts'
import type { Cell } from './report-model.ts'
import { splitWords } from './split-words.ts'
import type { RowSheet } from './workbook/report-workbook.ts'

const widths = [22, 60, 44, 14, 16, 12, 12, 10]

/** In: figures, input. Out: every figure with its parts, for whoever calculates further. */
export function figureList(figures: readonly Figure[], input: ReportInput): RowSheet {
  const { language } = input.format
  const words = splitWords(input)
  return {
    title: reportSheets.figures[language],
    columns: Object.values(figureListColumns).map((title, place) => ({
      title: title[language],
      width: widths[place] ?? 14,
      kind: 'text' as const,
    })),
    rows: figures.map((figure) => rowOf(figure, input, words)),
  }
}

function rowOf(figure: Figure, input: ReportInput, words: ReturnType<typeof splitWords>): readonly Cell[] {
  const { language } = input.format
  const { code, value, unit, numerator, denominator, provisional } = publishedFigure(figure, input)
  const number = (amount: number | null, absent = ''): Cell => ({
    kind: 'number',
    text: amount === null ? absent : String(amount),
    value: amount,
  })
  return [
    textCell(code),
    textCell(figureCatalogue[code]?.name[language] ?? ''),
    textCell(words(figure)),
    value !== null && isKeptBack(figure) ? number(null) : number(value, reportWords.notApplicable[language]),
    textCell(figureUnits[unit][language]),
    number(numerator),
    number(denominator),
    textCell(provisional ? reportWords.provisional[language] : ''),
  ]
}
