import { complexities } from '#shared/domain/case/codes.ts'
import { durationBands } from '#shared/domain/indicators/resolution-time.ts'
import { unknownCode } from '#shared/domain/indicators/figure.ts'
import type { Split } from '#shared/domain/indicators/figure.ts'
import { complexityLabels } from '#shared/i18n/codes.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { reportReadings } from '#shared/i18n/report-readings.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { sectionTitles } from '#shared/i18n/report-titles.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { figureCell, figureOf, numberCell, numberText, serviceName, splitsOf, textCell, unitNameOf } from '../print.ts'
import type { Block, Cell, ChartBlock, Section, TableBlock } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'
import { bandText } from './bands.ts'
import type { QuarterlyData } from './quarterly-data.ts'

/** Section 8: timeliness, where the late were held up, time to resolve with and without pauses. */
export function resolutionSection(data: QuarterlyData): Section {
  const { print } = data
  const say = (text: string): Block => ({ kind: 'paragraph', text })
  return {
    id: 's8',
    title: translate(sectionTitles.time, print.format),
    blocks: [
      say(reading(data)),
      timelinessTable(data),
      say(translate(reportReadings.openLate, print.format)),
      lateTable(data),
      wholeTable(data),
      timeTable(data, 'complexity'),
      spreadChart(data),
      spreadTable(data),
      timeTable(data, 'service'),
    ],
  }
}

function reading({ print }: QuarterlyData): string {
  const [median, p90] = [figureOf(print, 'K15.cycle1.median'), figureOf(print, 'K15.cycle1.p90')]
  const params = {
    count: median.denominator ?? 0,
    median: figureCell(print, median).text,
    p90: figureCell(print, p90).text,
  }
  return translate(reportReadings.resolutionTime, print.format, params)
}

/** A place of the table that its row says nothing of. */
const noValue = textCell('–')

const families = ['K3a', 'K3b', 'K3c'] as const

function timelinessTable({ print }: QuarterlyData): TableBlock {
  const word = (message: { readonly ar: string; readonly en: string }): string => message[print.format.language]
  const row = (title: string, cycles: string, by?: Split): readonly Cell[] => [
    textCell(title),
    ...families.map((code) => figureCell(print, figureOf(print, `${code}.${cycles}`, by))),
  ]
  return tableOf('timeliness', {
    title: word(reportTables.timeliness),
    columns: columnsOf(
      [
        word(reportWords.item),
        word(reportWords.dueCohort),
        word(reportWords.resolvedCohort),
        word(reportWords.extendedCohort),
      ],
      1.4,
    ),
    rows: [
      row(word(reportWords.firstCycle), 'cycle1'),
      ...complexities.map((complexity) =>
        row(`${word(reportWords.firstCycle)} – ${word(complexityLabels[complexity])}`, 'cycle1', { complexity }),
      ),
      row(word(reportWords.reopenedCycles), 'reopened'),
      [textCell(word(reportWords.extendedShare)), noValue, noValue, figureCell(print, figureOf(print, 'K3c.extended'))],
    ],
    total: row(word(reportWords.allCycles), 'all'),
  })
}

function lateTable({ print, input }: QuarterlyData): TableBlock {
  const word = (message: { readonly ar: string; readonly en: string }): string => message[print.format.language]
  const count = (delay: string): Cell => figureCell(print, figureOf(print, 'K3a.late', { delay }))
  const departments = splitsOf(print, 'K3a.late')
    .filter(({ by }) => by.department !== undefined)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
  return tableOf('late', {
    title: word(reportTables.late),
    columns: columnsOf([word(reportWords.item), word(reportWords.count)], 3),
    rows: [
      [textCell(word(reportWords.byDepartment)), count('department')],
      ...departments.map((figure) => [
        textCell(`– ${unitNameOf(print, input.names.departments, figure.by.department)}`),
        figureCell(print, figure),
      ]),
      [textCell(word(reportWords.byUndecided)), count('undecided')],
      [textCell(word(reportWords.byOwnOffice)), count('own_office')],
    ],
    total: [textCell(word(reportWords.total)), figureCell(print, figureOf(print, 'K3a.late'))],
  })
}

/** K15 as it is measured, and beside it with the time the clock stood still. */
function wholeTable({ print }: QuarterlyData): TableBlock {
  const rows = [
    ['K15.cycle1', reportWords.firstCycleNet],
    ['K15.all', reportWords.allCyclesNet],
    ['K15.gross', reportWords.allCyclesGross],
  ] as const
  const words = [reportWords.item, reportWords.resolvedCount, reportWords.median, reportWords.p90]
  return tableOf('time', {
    title: translate(reportTables.resolutionTime, print.format),
    columns: columnsOf(
      words.map((word) => translate(word, print.format)),
      2,
    ),
    rows: rows.map(([code, name]) => timeRow(print, code, { title: `K15 ${translate(name, print.format)}` })),
  })
}

function timeRow(
  print: QuarterlyData['print'],
  code: string,
  { title, by }: { readonly title: string; readonly by?: Split | undefined },
): readonly Cell[] {
  const [median, p90] = [figureOf(print, `${code}.median`, by), figureOf(print, `${code}.p90`, by)]
  return [
    textCell(title),
    numberCell(print, median.denominator ?? 0, median),
    figureCell(print, median),
    figureCell(print, p90),
  ]
}

function timeTable(data: QuarterlyData, key: 'complexity' | 'service'): TableBlock {
  const { print } = data
  const word = (message: { readonly ar: string; readonly en: string }): string => message[print.format.language]
  const row = (title: string, by?: Split): readonly Cell[] => timeRow(print, 'K15.all', { title, by })
  return tableOf(`time-${key}`, {
    title: word(key === 'complexity' ? reportTables.timeByComplexity : reportTables.timeByService),
    columns: columnsOf(
      [word(reportWords[key]), word(reportWords.resolvedCount), word(reportWords.median), word(reportWords.p90)],
      2,
    ),
    rows: splitsOf(print, 'K15.all.median')
      .filter(({ by }) => by[key] !== undefined)
      .map(({ by }) => row(partName(data, key, by[key]), by)),
    total: row(word(reportWords.all)),
  })
}

function partName({ print, input }: QuarterlyData, key: 'complexity' | 'service', code: string | undefined): string {
  if (key === 'service') return serviceName(print, input.names.services, code)
  const labels: Readonly<Record<string, { readonly ar: string; readonly en: string }>> = complexityLabels
  return (labels[code ?? unknownCode] ?? reportWords.notClassified)[print.format.language]
}

function spreadChart({ print }: QuarterlyData): ChartBlock {
  return {
    kind: 'chart',
    id: 'spread',
    title: translate(reportTables.spread, print.format),
    shape: 'column',
    unit: 'count',
    categories: durationBands.map(({ code }) => bandText(print, code)),
    series: [
      {
        name: translate(reportWords.resolvedCount, print.format),
        values: durationBands.map(({ code }) => figureOf(print, 'K15.spread', { duration: code }).value),
      },
    ],
  }
}

function spreadTable({ print }: QuarterlyData): TableBlock {
  const all = figureOf(print, 'K15.all.median')
  const count = all.denominator ?? 0
  return tableOf('spread', {
    title: translate(reportTables.spread, print.format),
    base: translate(reportNotes.baseResolved, print.format, { count: numberText(print, count) }),
    columns: columnsOf(
      [reportWords.duration, reportWords.resolvedCount].map((word) => translate(word, print.format)),
      3,
    ),
    rows: durationBands.map(({ code }) => [
      textCell(bandText(print, code)),
      figureCell(print, figureOf(print, 'K15.spread', { duration: code })),
    ]),
    total: [textCell(translate(reportWords.total, print.format)), numberCell(print, count, all)],
  })
}
