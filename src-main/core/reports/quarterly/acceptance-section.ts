import { translate } from '#shared/i18n/messages.ts'
import { reportReadings } from '#shared/i18n/report-readings.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { sectionTitles } from '#shared/i18n/report-titles.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { figureCell, figureOf, nameOf, splitsOf, sumCell, textCell } from '../print.ts'
import type { Block, Section, TableBlock } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'
import { figureTable } from './figure-table.ts'
import type { QuarterlyData } from './quarterly-data.ts'

/** Section 7: K2a, how long the decision took, and why complaints were rejected. */
export function acceptanceSection(data: QuarterlyData): Section {
  const { print } = data
  return {
    id: 's7',
    title: translate(sectionTitles.acceptance, print.format),
    blocks: [
      { kind: 'paragraph', text: reading(data) },
      figureTable(print, {
        id: 'acceptance',
        title: translate(reportTables.acceptance, print.format),
        codes: ['K2a', 'K2a.wait.median', 'K2a.wait.p90'],
      }),
      ...rejected(data),
    ],
  }
}

function reading({ print }: QuarterlyData): string {
  const accepted = figureOf(print, 'K2a')
  return translate(reportReadings.acceptance, print.format, {
    count: accepted.denominator ?? 0,
    accepted: figureCell(print, accepted).text,
    wait: figureCell(print, figureOf(print, 'K2a.wait.median')).text,
  })
}

function rejected({ print, input }: QuarterlyData): readonly Block[] {
  const figures = splitsOf(print, 'K2a.rejected').toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
  if (figures.length === 0) return []
  const words = [reportWords.reason, reportWords.count]
  const table: TableBlock = tableOf('rejected', {
    title: translate(reportTables.rejected, print.format),
    columns: columnsOf(
      words.map((word) => translate(word, print.format)),
      3,
    ),
    rows: figures.map((figure) => [
      textCell(nameOf(print, input.names.rejectReasons, figure.by.reason)),
      figureCell(print, figure),
    ]),
    total: [textCell(translate(reportWords.total, print.format)), sumCell(print, figures)],
  })
  return [table]
}
