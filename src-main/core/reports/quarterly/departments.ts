import { unknownCode } from '#shared/domain/indicators/figure.ts'
import type { Split } from '#shared/domain/indicators/figure.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { reportReadings } from '#shared/i18n/report-readings.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { sectionTitles } from '#shared/i18n/report-titles.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import {
  figureCell,
  figureOf,
  isKeptBack,
  keptBack,
  notApplicable,
  numberCell,
  numberText,
  percentCell,
  sumCell,
  textCell,
  unitNameOf,
} from '../print.ts'
import type { Cell, ChartBlock, Section, TableBlock } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'
import { misroutingBlocks } from './misrouting-table.ts'
import type { QuarterlyData } from './quarterly-data.ts'

/** Section 10: each department's replies, index, quality and what it holds; sorted by the number that fell due. */
export function departmentsSection(data: QuarterlyData): Section {
  const { print, input } = data
  const departments = departmentsIn(data)
  const weights = {
    inTime: input.targets.responseWeights.inTime,
    late: input.targets.responseWeights.late,
    none: input.targets.responseWeights.none,
  }
  return {
    id: 's10',
    title: translate(sectionTitles.departments, print.format),
    blocks: [
      { kind: 'paragraph', text: reading(data) },
      ...(departments.length === 0 ? [] : [sharesChart(data, departments)]),
      responseTable(data, departments),
      { kind: 'note', text: translate(reportNotes.weights, print.format, weights) },
      departmentTable(data, departments, speed),
      departmentTable(data, departments, load),
      ...misroutingBlocks(data),
    ],
  }
}

function departmentsIn({ print }: QuarterlyData): readonly string[] {
  const codes = new Set(
    print.figures.flatMap(({ code, by }) =>
      /^(K2b|K6|K8|DEPT)/.test(code) && by?.department !== undefined ? [by.department] : [],
    ),
  )
  const due = (department: string): number => figureOf(print, 'K6a', { department }).denominator ?? 0
  return [...codes].filter((code) => code !== unknownCode).toSorted((a, b) => due(b) - due(a) || (a < b ? -1 : 1))
}

function reading({ print }: QuarterlyData): string {
  const text = (code: string): string => figureCell(print, figureOf(print, code)).text
  const count = figureOf(print, 'K6a').denominator ?? 0
  return translate(reportReadings.departments, print.format, {
    count,
    replied: text('K6a'),
    inTime: text('K6b'),
    escalated: text('K8'),
  })
}

const bands = [
  { from: 90, word: reportWords.excellent },
  { from: 75, word: reportWords.good },
  { from: 50, word: reportWords.fair },
  { from: 0, word: reportWords.weak },
] as const

function responseTable(data: QuarterlyData, departments: readonly string[]): TableBlock {
  const { print } = data
  const word = (message: { readonly ar: string; readonly en: string }): string => message[print.format.language]
  const row = (name: string, by?: Split): readonly Cell[] => [
    textCell(name),
    numberCell(print, figureOf(print, 'K6a', by).denominator ?? 0, figureOf(print, 'K6a', by)),
    percentCell(print, figureOf(print, 'K6a', by)),
    percentCell(print, figureOf(print, 'K6b', by)),
    ...indexCells(data, by),
    figureCell(print, figureOf(print, 'K6e', by)),
    percentCell(print, figureOf(print, 'K8', by)),
  ]
  const words = [
    reportWords.department,
    reportWords.due,
    reportWords.replied,
    reportWords.repliedInTime,
    reportWords.index,
    reportWords.band,
    reportWords.quality,
    reportWords.escalated,
  ]
  const count = numberText(print, figureOf(print, 'K6a').denominator ?? 0)
  return tableOf('departments', {
    title: word(reportTables.departments),
    base: translate(reportNotes.baseDue, print.format, { count }),
    columns: columnsOf(words.map(word), [2.45, 0.65, 0.95, 0.95, 1.05, 1.1, 1.55, 1.15]),
    rows: departments.map((department) =>
      row(unitNameOf(print, data.input.names.departments, department), { department }),
    ),
    total: row(word(reportWords.all)),
  })
}

/** An index over a handful of referrals is as telling as their percentage: kept back with it (P5). */
function indexCells({ print }: QuarterlyData, by: Split | undefined): readonly Cell[] {
  const index = figureOf(print, 'K6c', by)
  if (index.value === null) return [notApplicable(print), textCell('–')]
  if (isKeptBack(index)) return [keptBack(print), textCell('–')]
  const value = index.value
  const band = bands.find(({ from }) => value >= from)?.word ?? reportWords.weak
  return [{ ...figureCell(print, index), faint: (index.denominator ?? 0) < 10 }, textCell(band[print.format.language])]
}

type Word = { readonly ar: string; readonly en: string }

interface FigureColumns {
  readonly id: string
  readonly title: Word
  readonly weights: readonly number[]
  readonly columns: readonly { readonly code: string; readonly word: Word }[]
}

/** Each as median and 90th percentile (W10). */
const speed: FigureColumns = {
  id: 'department-speed',
  title: reportTables.departmentSpeed,
  weights: [1.3],
  columns: [
    { code: 'K6d.ack.median', word: reportWords.ackTime },
    { code: 'K6d.ack.p90', word: reportWords.ackP90 },
    { code: 'K6d.reply.median', word: reportWords.replyTime },
    { code: 'K6d.reply.p90', word: reportWords.replyP90 },
  ],
}

const load: FigureColumns = {
  id: 'department-load',
  title: reportTables.departmentLoad,
  weights: [2.2, 0.8, 1.6, 0.8, 0.8, 1.2],
  columns: [
    { code: 'DEPT.sent', word: reportWords.sent },
    { code: 'K2b', word: reportWords.remit },
    { code: 'DEPT.open', word: reportWords.openNow },
    { code: 'DEPT.overdue', word: reportWords.overdue },
    { code: 'DEPT.oldest', word: reportWords.oldestAge },
  ],
}

/** A row for each department, a column for each figure. */
function departmentTable(
  { print, input }: QuarterlyData,
  departments: readonly string[],
  { id, title, weights, columns }: FigureColumns,
): TableBlock {
  const word = (message: Word): string => message[print.format.language]
  const together = (code: string): Cell => {
    const figures = departments.map((department) => figureOf(print, code, { department }))
    if (code !== 'DEPT.oldest') return sumCell(print, figures)
    const oldest = figures.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0]
    return numberCell(print, oldest?.value ?? 0, oldest)
  }
  const cell = (code: string, by?: Split): Cell => figureCell(print, figureOf(print, code, by))
  return tableOf(id, {
    title: word(title),
    columns: columnsOf([reportWords.department, ...columns.map((column) => column.word)].map(word), weights),
    rows: departments.map((department) => [
      textCell(unitNameOf(print, input.names.departments, department)),
      ...columns.map(({ code }) => cell(code, { department })),
    ]),
    total: [
      textCell(word(reportWords.all)),
      ...columns.map(({ code }) => (code.startsWith('DEPT.') ? together(code) : cell(code))),
    ],
  })
}

function sharesChart({ print, input }: QuarterlyData, all: readonly string[]): ChartBlock {
  const departments = all.slice(0, 12)
  const parts = (department: string): readonly [number, number, number] => {
    const by = { department }
    const [replied, inTime] = [figureOf(print, 'K6a', by), figureOf(print, 'K6b', by)]
    return [
      inTime.numerator ?? 0,
      (replied.numerator ?? 0) - (inTime.numerator ?? 0),
      (replied.denominator ?? 0) - (replied.numerator ?? 0),
    ]
  }
  const words = [reportWords.inTime, reportWords.late, reportWords.noReply]
  return {
    kind: 'chart',
    id: 'department-shares',
    title: translate(reportTables.departmentShares, print.format),
    shape: 'stacked-bar',
    unit: 'count',
    categories: departments.map((department) => unitNameOf(print, input.names.departments, department)),
    series: words.map((word, place) => ({
      name: translate(word, print.format),
      values: departments.map((department) => parts(department)[place] ?? 0),
    })),
  }
}
