import { ageBands, oldestOpen } from '#shared/domain/indicators/backlog.ts'
import { formatShortDate } from '#shared/i18n/format.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { reportReadings } from '#shared/i18n/report-readings.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { sectionTitles } from '#shared/i18n/report-titles.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { figureNames } from '../figure-names.ts'
import { dateCell, figureCell, figureOf, numberCell, numberText, textCell } from '../print.ts'
import type { Block, ChartBlock, Section, TableBlock } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'
import { bandText } from './bands.ts'
import { figureTable } from './figure-table.ts'
import type { QuarterlyData } from './quarterly-data.ts'
import { whenOpen } from './wording.ts'

/** Section 14: what is open at the end, its age, the oldest by number, the rate of completion. */
export function backlogSection(data: QuarterlyData): Section {
  const { print } = data
  return {
    id: 's14',
    title: translate(sectionTitles.backlog, print.format),
    blocks: [
      { kind: 'paragraph', text: openReading(data) },
      partsTable(data),
      agesChart(data),
      agesTable(data),
      ...oldest(data),
      rateTable(data),
    ],
  }
}

/** Out: how many are open, and how many of them overdue, in a sentence. */
export function openReading({ print, input }: QuarterlyData): string {
  const overdue = numberText(print, figureOf(print, 'K7a.overdue').value ?? 0)
  const count = figureOf(print, 'K7a').value ?? 0
  return translate(reportReadings.backlog, print.format, { count, overdue, when: whenOpen(input) })
}

const parts = ['K7a.overdue', 'K7a.soon', 'K7a.later', 'K7a.satisfaction', 'K7a.external'] as const

function partsTable({ print }: QuarterlyData): TableBlock {
  const names = figureNames(print.format.language)
  const row = (code: string) => [textCell(names(code)), figureCell(print, figureOf(print, code))]
  return tableOf('backlog', {
    title: translate(reportTables.backlog, print.format),
    columns: columnsOf(
      [reportWords.item, reportWords.count].map((word) => translate(word, print.format)),
      3,
    ),
    rows: parts.map(row),
    total: [textCell(translate(reportWords.total, print.format)), figureCell(print, figureOf(print, 'K7a'))],
  })
}

function agesChart({ print }: QuarterlyData): ChartBlock {
  return {
    kind: 'chart',
    id: 'ages',
    title: translate(reportTables.ages, print.format),
    shape: 'column',
    unit: 'count',
    categories: ageBands.map(({ code }) => bandText(print, code)),
    series: [
      {
        name: translate(reportWords.count, print.format),
        values: ageBands.map(({ code }) => figureOf(print, 'K7b', { age: code }).value),
      },
    ],
  }
}

function agesTable({ print }: QuarterlyData): TableBlock {
  return tableOf('ages', {
    title: translate(reportTables.ages, print.format),
    base: translate(reportNotes.baseOpen, print.format, {
      count: numberText(print, figureOf(print, 'K7a').value ?? 0),
    }),
    columns: columnsOf(
      [reportWords.age, reportWords.count].map((word) => translate(word, print.format)),
      3,
    ),
    rows: ageBands.map(({ code }) => [
      textCell(bandText(print, code)),
      figureCell(print, figureOf(print, 'K7b', { age: code })),
    ]),
    total: [textCell(translate(reportWords.total, print.format)), figureCell(print, figureOf(print, 'K7a'))],
  })
}

function oldest({ book, print }: QuarterlyData): readonly Block[] {
  const rows = oldestOpen(book)
  if (rows.length === 0) return []
  return [
    tableOf('oldest', {
      title: translate(reportTables.oldest, print.format),
      base: translate(reportNotes.oldest, print.format),
      columns: columnsOf(
        [reportWords.reference, reportWords.receivedAt, reportWords.age, reportWords.sinceThen].map((word) =>
          translate(word, print.format),
        ),
      ),
      rows: rows.map(({ row, age, hasEnded }) => [
        { ...textCell(row.of.reference), named: [{ id: row.of.id, text: row.of.reference }] },
        dateCell(formatShortDate(row.of.receivedAt, print.format), row.of.receivedAt),
        numberCell(print, age),
        textCell(translate(hasEnded ? reportWords.endedSince : reportWords.openStill, print.format)),
      ]),
    }),
  ]
}

function rateTable({ print }: QuarterlyData): TableBlock {
  return figureTable(print, {
    id: 'completion',
    title: figureNames(print.format.language)('K7c'),
    codes: ['K7c', 'K7c.months', 'K7a.followers'],
  })
}
