import { ratings } from '#shared/domain/case/codes.ts'
import { unknownCode } from '#shared/domain/indicators/figure.ts'
import { contactChannelLabels, ratingLabels, reopenCauseLabels } from '#shared/i18n/codes.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { reportReadings } from '#shared/i18n/report-readings.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { sectionTitles } from '#shared/i18n/report-titles.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import {
  figureCell,
  figureOf,
  nameOf,
  numberCell,
  numberText,
  numeratorCell,
  percentCell,
  splitsOf,
  textCell,
} from '../print.ts'
import type { Block, Cell, ChartBlock, Section, TableBlock } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'
import { figureTable } from './figure-table.ts'
import type { QuarterlyData } from './quarterly-data.ts'
import { commentBlocks } from './rating-comments.ts'
import { shareTable } from './shares.ts'

/** Section 13: K5a with its n and the response rate, the three values, reasons, reopening. */
export function satisfactionSection(data: QuarterlyData): Section {
  const { print } = data
  return {
    id: 's13',
    title: translate(sectionTitles.satisfaction, print.format),
    blocks: [
      { kind: 'paragraph', text: reading(data) },
      surveyTable(data),
      ratingsChart(data),
      ratingsTable(data),
      ...ratingChannels(data),
      ...reasons(data),
      ...commentBlocks(data),
      { kind: 'paragraph', text: reopenings(data) },
      reopeningTable(data),
      ...observation(data),
      ...causes(data),
    ],
  }
}

function reading({ print }: QuarterlyData): string {
  const satisfied = figureOf(print, 'K5a')
  const params = {
    count: satisfied.denominator ?? 0,
    met: figureCell(print, satisfied).text,
    response: figureCell(print, figureOf(print, 'K5b')).text,
  }
  return translate(reportReadings.satisfaction, print.format, params)
}

const surveyCodes = ['K5a', 'K5b', 'K5c', 'K5a.net', 'K5c.attempts', 'K5c.declined', 'K5c.breach'] as const
const reopeningCodes = ['K9', 'K9.reopened', 'K9.twice', 'K9.changed', 'K9.newStaff', 'K9.excused'] as const

function surveyTable({ print }: QuarterlyData): TableBlock {
  const count = numberText(print, figureOf(print, 'K5b').denominator ?? 0)
  return figureTable(print, {
    id: 'survey',
    title: translate(reportTables.survey, print.format),
    base: translate(reportNotes.baseEnded, print.format, { count }),
    codes: surveyCodes,
  })
}

function reopeningTable({ print }: QuarterlyData): TableBlock {
  return figureTable(print, {
    id: 'reopening',
    title: translate(reportTables.reopening, print.format),
    codes: reopeningCodes,
  })
}

function ratingsChart({ print }: QuarterlyData): ChartBlock {
  return {
    kind: 'chart',
    id: 'ratings',
    title: translate(reportTables.ratings, print.format),
    shape: 'column',
    unit: 'count',
    categories: ratings.map((rating) => ratingLabels[rating][print.format.language]),
    series: [
      {
        name: translate(reportWords.count, print.format),
        values: ratings.map((rating) => figureOf(print, 'K5a.value', { rating }).numerator),
      },
    ],
  }
}

function ratingsTable({ print }: QuarterlyData): TableBlock {
  return shareTable(print, 'ratings', {
    code: 'K5a.value',
    title: translate(reportTables.ratings, print.format),
    of: translate(reportWords.rating, print.format),
    base: translate(reportNotes.baseRatings, print.format, {
      count: numberText(print, figureOf(print, 'K5a').denominator ?? 0),
    }),
    nameOf: ({ rating }) =>
      ratings.flatMap((known) => (known === rating ? [ratingLabels[known][print.format.language]] : []))[0] ?? '',
    order: ({ rating }) => ratings.findIndex((known) => known === rating),
  })
}

/** K5a is printed by the way the rating was taken: by telephone and on paper people answer otherwise. */
function ratingChannels({ print }: QuarterlyData): readonly Block[] {
  const labels: Readonly<Record<string, { readonly ar: string; readonly en: string }>> = contactChannelLabels
  const figures = splitsOf(print, 'K5a').filter(({ by }) => by.channel !== undefined)
  if (figures.length === 0) return []
  const words = [reportWords.ratingWay, reportWords.ratingsCount, reportWords.satisfiedShare]
  const all = figureOf(print, 'K5a')
  return [
    tableOf('rating-channels', {
      title: translate(reportTables.ratingChannels, print.format),
      base: translate(reportNotes.baseRatingWays, print.format, { count: numberText(print, all.denominator ?? 0) }),
      columns: columnsOf(words.map((word) => translate(word, print.format))),
      rows: figures.map((figure) => [
        textCell((labels[figure.by.channel ?? ''] ?? reportWords.unknown)[print.format.language]),
        numberCell(print, figure.denominator ?? 0, figure),
        percentCell(print, figure),
      ]),
      total: [
        textCell(translate(reportWords.total, print.format)),
        numberCell(print, all.denominator ?? 0, all),
        percentCell(print, all),
      ],
    }),
  ]
}

function reasons({ print, input }: QuarterlyData): readonly Block[] {
  const rows = splitsOf(print, 'K5a.reason').map(({ by, ...figure }): readonly Cell[] => [
    textCell(nameOf(print, input.names.dissatisfactionReasons, by.reason)),
    figureCell(print, { ...figure, by }),
  ])
  if (rows.length === 0) return []
  const words = [reportWords.reason, reportWords.count]
  const all = figureOf(print, 'K5a.value', { rating: 'not_satisfied' })
  return [
    tableOf('dissatisfaction-reasons', {
      title: translate(reportTables.dissatisfaction, print.format),
      base: translate(reportNotes.baseUnsatisfied, print.format, {
        count: numberText(print, all.numerator ?? 0),
        ratings: numberText(print, all.denominator ?? 0),
      }),
      columns: columnsOf(
        words.map((word) => translate(word, print.format)),
        3,
      ),
      rows,
      total: [textCell(translate(reportWords.total, print.format)), numeratorCell(print, all)],
    }),
  ]
}

function reopenings({ print }: QuarterlyData): string {
  return translate(reportReadings.reopening, print.format, {
    count: figureOf(print, 'K9.reopened').value ?? 0,
    rate: figureCell(print, figureOf(print, 'K9')).text,
  })
}

function observation({ print }: QuarterlyData): readonly Block[] {
  const { provisional, underObservation } = figureOf(print, 'K9')
  return provisional
    ? [{ kind: 'note', text: translate(reportReadings.unfinished, print.format, { count: underObservation }) }]
    : []
}

/** The cohort that K9 counts, and beside it what was reopened in the period, whenever it had been resolved (P1). */
function causes({ print }: QuarterlyData): readonly Block[] {
  const labels: Readonly<Record<string, { readonly ar: string; readonly en: string }>> = reopenCauseLabels
  const known = [...splitsOf(print, 'K9.cause'), ...splitsOf(print, 'K9.reopened')]
  const found = [...new Set(known.map(({ by }) => by.cause ?? unknownCode))].toSorted()
  if (found.length === 0) return []
  const words = [reportWords.reason, reportWords.reopenedCohort, reportWords.reopenedNow]
  return [
    tableOf('reopening-reasons', {
      title: translate(reportTables.reopeningReasons, print.format),
      columns: columnsOf(words.map((word) => translate(word, print.format))),
      rows: found.map((cause) => [
        textCell((labels[cause] ?? reportWords.unknown)[print.format.language]),
        ...['K9.cause', 'K9.reopened'].map((code) => figureCell(print, figureOf(print, code, { cause }))),
      ]),
      total: [
        textCell(translate(reportWords.total, print.format)),
        numeratorCell(print, figureOf(print, 'K9')),
        figureCell(print, figureOf(print, 'K9.reopened')),
      ],
    }),
  ]
}
