import { translate } from '#shared/i18n/messages.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { reportReadings } from '#shared/i18n/report-readings.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { sectionTitles } from '#shared/i18n/report-titles.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import {
  figureCell,
  figureOf,
  numberCell,
  numberText,
  numeratorCell,
  percentCell,
  serviceName,
  splitsOf,
  textCell,
} from '../print.ts'
import type { Block, Section } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'
import { figureTable } from './figure-table.ts'
import type { QuarterlyData } from './quarterly-data.ts'

/** Section 9: K1 net, gross and potential, and net by service. */
export function firstContactSection(data: QuarterlyData): Section {
  const { print } = data
  return {
    id: 's9',
    title: translate(sectionTitles.firstContact, print.format),
    blocks: [
      { kind: 'paragraph', text: reading(data) },
      figureTable(print, {
        id: 'first-contact',
        title: translate(reportTables.firstContact, print.format),
        base: translate(reportNotes.baseFirstCycle, print.format, {
          count: numberText(print, figureOf(print, 'K1.gross').denominator ?? 0),
        }),
        codes: ['K1.net', 'K1.gross', 'K1.potential'],
      }),
      ...byService(data),
    ],
  }
}

function reading({ print }: QuarterlyData): string {
  const net = figureOf(print, 'K1.net')
  return translate(reportReadings.firstContact, print.format, {
    count: net.denominator ?? 0,
    net: figureCell(print, net).text,
    gross: figureCell(print, figureOf(print, 'K1.gross')).text,
  })
}

function byService({ print, input }: QuarterlyData): readonly Block[] {
  const services = splitsOf(print, 'K1.net').toSorted((a, b) => (b.denominator ?? 0) - (a.denominator ?? 0))
  if (services.length === 0) return []
  const words = [reportWords.service, reportWords.resolvedCount, reportWords.firstContactCount, reportWords.share]
  const all = figureOf(print, 'K1.net')
  const row = (title: string, figure: typeof all) => [
    textCell(title),
    numberCell(print, figure.denominator ?? 0, figure),
    numeratorCell(print, figure),
    percentCell(print, figure),
  ]
  return [
    tableOf('first-contact-services', {
      title: translate(reportTables.firstContactServices, print.format),
      columns: columnsOf(
        words.map((word) => translate(word, print.format)),
        2.4,
      ),
      rows: services.map((figure) => row(serviceName(print, input.names.services, figure.by.service), figure)),
      total: row(translate(reportWords.all, print.format), all),
    }),
  ]
}
