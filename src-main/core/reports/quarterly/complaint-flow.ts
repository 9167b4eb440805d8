import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import { isReconciled } from '#shared/domain/indicators/flow.ts'
import { formatMonth } from '#shared/i18n/format.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportReadings } from '#shared/i18n/report-readings.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { sectionTitles } from '#shared/i18n/report-titles.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { figureCell, figureOf, numberText, splitsOf, textCell } from '../print.ts'
import type { Block, ChartBlock, Section, TableBlock } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'
import { officesTable } from './offices-table.ts'
import type { QuarterlyData } from './quarterly-data.ts'

const incoming = ['P6.opening', 'P6.received', 'P6.reopened'] as const
const outgoing = [
  'P6.closed',
  'P6.rejected',
  'P6.filed',
  'P6.withdrawn',
  'P6.linked',
  'P6.external',
  'P6.closing',
] as const

/** Section 3: movement of complaints, reconciliation, months. */
export function complaintFlow(data: QuarterlyData): Section {
  const { print } = data
  return {
    id: 's3',
    title: translate(sectionTitles.flow, print.format),
    blocks: [
      { kind: 'paragraph', text: movement(data) },
      reconciliationTable(data),
      reconciliationLine(data),
      {
        kind: 'note',
        text: translate(reportReadings.lateRegistrations, print.format, {
          count: figureOf(print, 'P6.late').value ?? 0,
        }),
      },
      monthChart(data),
      monthTable(data),
      ...officesTable(data),
    ],
  }
}

function movement({ print }: QuarterlyData): string {
  const [from, to] = [figureOf(print, 'P6.opening').value ?? 0, figureOf(print, 'P6.closing').value ?? 0]
  const message = to > from ? reportReadings.flowGrew : to < from ? reportReadings.flowShrank : reportReadings.flowLevel
  return translate(message, print.format, { from, to })
}

function reconciliationTable({ print }: QuarterlyData): TableBlock {
  const row = (code: string) => [
    textCell(figureCatalogue[code]?.name[print.format.language] ?? code),
    figureCell(print, figureOf(print, code)),
  ]
  return tableOf('reconciliation', {
    title: translate(reportTables.reconciliation, print.format),
    columns: columnsOf(
      [reportWords.item, reportWords.count].map((word) => translate(word, print.format)),
      3,
    ),
    rows: [...incoming.map(row), row('P6.considered'), ...outgoing.map(row)],
    total: row('P6.difference'),
  })
}

/** The line that every report carries; wrong only with the note of whoever let it pass (P6). */
export function reconciliationLine({ print, input }: QuarterlyData): Block {
  const value = (code: string): number => figureOf(print, code).value ?? 0
  if (!isReconciled(print.figures)) {
    const params = { difference: numberText(print, value('P6.difference')), note: input.overrideNote ?? '' }
    return { kind: 'warning', text: translate(reportReadings.notReconciled, print.format, params) }
  }
  const [opening, received, reopened] = incoming.map(value) as [number, number, number]
  const [closed, rejected, filed, withdrawn, linked, external, closing] = outgoing.map(value) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const considered = value('P6.considered')
  const params = {
    opening,
    received,
    reopened,
    considered,
    closed,
    rejected,
    filed,
    withdrawn,
    linked,
    external,
    closing,
  }
  return { kind: 'note', text: translate(reportReadings.reconciled, print.format, params) }
}

/** Every term of the movement: a row of the table adds up as the reconciliation does (P6). */
const monthColumns = [
  { code: 'FLOW.opening', word: reportWords.monthStart },
  { code: 'FLOW.received', word: reportWords.received },
  { code: 'FLOW.reopened', word: reportWords.reopened },
  { code: 'FLOW.completed', word: reportWords.ended },
  { code: 'FLOW.open', word: reportWords.open },
] as const
const drawn: ReadonlySet<string> = new Set(['FLOW.received', 'FLOW.completed', 'FLOW.open'])

function monthsIn({ print }: QuarterlyData): readonly string[] {
  return splitsOf(print, 'FLOW.received').map(({ by }) => by.month ?? '')
}

const monthText = ({ print }: QuarterlyData, month: string): string =>
  formatMonth(Number(month.slice(0, 4)), Number(month.slice(5)), print.format)

function monthChart(data: QuarterlyData): ChartBlock {
  const { print } = data
  const months = monthsIn(data)
  return {
    kind: 'chart',
    id: 'months',
    title: translate(reportTables.months, print.format),
    shape: 'line',
    unit: 'count',
    categories: months.map((month) => monthText(data, month)),
    series: monthColumns
      .filter(({ code }) => drawn.has(code))
      .map(({ code, word }) => ({
        name: translate(word, print.format),
        values: months.map((month) => figureOf(print, code, { month }).value),
      })),
  }
}

function monthTable(data: QuarterlyData): TableBlock {
  const { print } = data
  return tableOf('months', {
    title: translate(reportTables.months, print.format),
    columns: columnsOf(
      [reportWords.month, ...monthColumns.map(({ word }) => word)].map((word) => translate(word, print.format)),
    ),
    rows: monthsIn(data).map((month) => [
      textCell(monthText(data, month)),
      ...monthColumns.map(({ code }) => figureCell(print, figureOf(print, code, { month }))),
    ]),
    total: [
      textCell(translate(reportWords.total, print.format)),
      ...['P6.opening', 'P6.received', 'P6.reopened'].map((code) => figureCell(print, figureOf(print, code))),
      { ...figureCell(print, { ...figureOf(print, 'K7c'), unit: 'count', value: figureOf(print, 'K7c').numerator }) },
      figureCell(print, figureOf(print, 'P6.closing')),
    ],
  })
}
