import { complexities } from '#shared/domain/case/codes.ts'
import { durationBands } from '#shared/domain/indicators/resolution-time.ts'
import { unknownCode } from '#shared/domain/indicators/figure.ts'
import type { Split } from '#shared/domain/indicators/figure.ts'
import { complexityLabels } from '#shared/i18n/codes.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportNotes, reportReadings, reportTables, reportWords, sectionTitles } from '#shared/i18n/report.ts'
import { figureNames } from '../figure-names.ts'
import { figureCell, figureOf, nameOf, numberCell, numberText, serviceName, splitsOf, textCell } from '../print.ts'
import type { Block, Cell, ChartBlock, Section, TableBlock } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'
import { bandText } from './bands.ts'
import type { QuarterlyData } from './quarterly-data.ts'

/** Section 8: time to resolve, timeliness, where the late were held up; first contact and acceptance in short. */
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
      timeTable(data, 'complexity'),
      spreadChart(data),
      spreadTable(data),
      timeTable(data, 'service'),
      firstContactTable(data),
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
        textCell(`– ${nameOf(print, input.names.departments, figure.by.department)}`),
        figureCell(print, figure),
      ]),
      [textCell(word(reportWords.byUndecided)), count('undecided')],
      [textCell(word(reportWords.byOwnOffice)), count('own_office')],
    ],
    total: [textCell(word(reportWords.total)), figureCell(print, figureOf(print, 'K3a.late'))],
  })
}

function timeTable(data: QuarterlyData, key: 'complexity' | 'service'): TableBlock {
  const { print } = data
  const word = (message: { readonly ar: string; readonly en: string }): string => message[print.format.language]
  const row = (title: string, by?: Split): readonly Cell[] => {
    const [median, p90] = [figureOf(print, 'K15.all.median', by), figureOf(print, 'K15.all.p90', by)]
    return [
      textCell(title),
      numberCell(print, median.denominator ?? 0, median),
      figureCell(print, median),
      figureCell(print, p90),
    ]
  }
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
  const count = figureOf(print, 'K15.all.median').denominator ?? 0
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
    total: [textCell(translate(reportWords.total, print.format)), numberCell(print, count)],
  })
}

/** Short until sections 7 and 9 have chapters of their own. */
function firstContactTable({ print }: QuarterlyData): TableBlock {
  const codes = ['K1.net', 'K1.gross', 'K1.potential', 'K2a'] as const
  const names = figureNames(print.format.language)
  return tableOf('first-contact', {
    title: translate(reportTables.firstContact, print.format),
    columns: columnsOf(
      [reportWords.indicator, reportWords.value].map((word) => translate(word, print.format)),
      2,
    ),
    rows: codes.map((code) => [textCell(names(code)), figureCell(print, figureOf(print, code))]),
  })
}
