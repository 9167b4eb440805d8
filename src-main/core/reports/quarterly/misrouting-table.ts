import { translate } from '#shared/i18n/messages.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { reportReadings } from '#shared/i18n/report-readings.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { figureCell, figureOf, nameOf, numberCell, numberText, numeratorCell, splitsOf, textCell } from '../print.ts'
import type { Block } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'
import type { QuarterlyData } from './quarterly-data.ts'

/** In: data. Out: K17 and K18 in a sentence, then the services whose referrals came back as of another's remit, most first. */
export function misroutingBlocks({ print, input }: QuarterlyData): readonly Block[] {
  const say = (code: string): string => figureCell(print, figureOf(print, code)).text
  const text = translate(reportReadings.misrouting, print.format, { returned: say('K17'), verified: say('K18') })
  const services = splitsOf(print, 'K17')
    .filter(({ numerator }) => (numerator ?? 0) > 0)
    .toSorted((a, b) => (b.numerator ?? 0) - (a.numerator ?? 0))
  if (services.length === 0) return [{ kind: 'paragraph', text }]
  const all = figureOf(print, 'K17')
  const words = [reportWords.service, reportWords.sent, reportWords.notInRemit, reportWords.share]
  const table = tableOf('misrouting', {
    title: translate(reportTables.misrouting, print.format),
    base: translate(reportNotes.baseMisrouting, print.format, { count: numberText(print, all.denominator ?? 0) }),
    columns: columnsOf(
      words.map((word) => translate(word, print.format)),
      3,
    ),
    rows: services.map((figure) => [
      textCell(nameOf(print, input.names.services, figure.by.service)),
      numberCell(print, figure.denominator ?? 0, figure),
      numeratorCell(print, figure),
      figureCell(print, figure),
    ]),
    // Services of which nothing came back have no line: the lines do not add up to what was sent.
    total: [
      textCell(translate(reportWords.allServices, print.format)),
      numberCell(print, all.denominator ?? 0, all),
      numeratorCell(print, all),
      figureCell(print, all),
    ],
  })
  return [{ kind: 'paragraph', text }, table]
}
