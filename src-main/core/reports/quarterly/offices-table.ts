import { officeCodes } from '#shared/domain/indicators/office-figures.ts'
import { figureSplits } from '#shared/i18n/figure-words.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { figureNames } from '../figure-names.ts'
import { figureCell, figureOf, splitsOf, textCell, unitNameOf } from '../print.ts'
import type { Block } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'
import type { QuarterlyData } from './quarterly-data.ts'

/** Each office beside the others, as the central unit sees them (N-05, B-32); no block for one office alone. */
export function officesTable({ print, input }: QuarterlyData): readonly Block[] {
  const { language } = print.format
  const offices = splitsOf(print, 'P6.received').flatMap(({ by: { office } }) => office ?? [])
  if (offices.length === 0) return []
  return [
    tableOf('offices', {
      title: reportTables.offices[language],
      columns: columnsOf(
        [figureSplits.office[language], ...officeCodes.map(figureNames(language))],
        [1.9, 0.8, 0.8, 0.8, 0.8, 1.5, 1.5],
      ),
      rows: offices.map((office) => [
        textCell(unitNameOf(print, input.names.departments, office)),
        ...officeCodes.map((code) => figureCell(print, figureOf(print, code, { office }))),
      ]),
      total: [
        textCell(reportWords.total[language]),
        ...officeCodes.map((code) => figureCell(print, figureOf(print, code))),
      ],
    }),
  ]
}
