import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import { findFigure } from '#shared/domain/indicators/all-figures.ts'
import type { Figure } from '#shared/domain/indicators/figure.ts'
import { headlineCodes } from '#shared/domain/indicators/headline-figures.ts'
import type { Quarter } from '#shared/domain/indicators/period.ts'
import { formatRatio } from '#shared/i18n/format.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { reportReadings } from '#shared/i18n/report-readings.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { sectionTitles } from '#shared/i18n/report-titles.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { must } from '#shared/lib/assert.ts'
import { figureCell, figureOf, isSmallBase, minutesCell, noData, numberText, textCell } from '../print.ts'
import type { Block, Cell, Section, TableBlock, Tile } from '../report-model.ts'
import { tableOf } from '../table.ts'
import { openReading } from './backlog-section.ts'
import { decisionsOf } from './decisions.ts'
import { quartersOf } from './quarterly-data.ts'
import type { QuarterlyData } from './quarterly-data.ts'
import { countedPeriod, isRunning, momentText, movedAwayText, strictText, untilDay } from './wording.ts'

/** One page: six figures with target and earlier periods, what they say, and what is to be decided (6.1, section 1). */
export function executiveSummary(data: QuarterlyData): Section {
  const { print } = data
  return {
    id: 's1',
    title: translate(sectionTitles.summary, print.format),
    blocks: [
      { kind: 'tiles', tiles: headlineCodes.map((code) => tileOf(data, code)) },
      ...readings(data),
      headlineTable(data),
      {
        kind: 'box',
        title: translate(reportTables.decisions, print.format),
        lines: decisionsOf(data),
        numbered: print.format.digits,
      },
    ],
  }
}

function tileOf(data: QuarterlyData, code: string): Tile {
  const { print } = data
  const figure = figureOf(print, code)
  const cell = figureCell(print, figure)
  const name = must(figureCatalogue[code], 'a headline is in the catalogue').name[print.format.language]
  if (figure.unit !== 'ratio' || figure.value === null)
    return {
      title: name,
      value: cell.text,
      note: isRunning(data.input) ? untilDay(data.input) : trendOf(data, code),
      code,
    }
  const parts = translate(reportWords.of, print.format, { part: figure.numerator ?? 0, whole: figure.denominator ?? 0 })
  return {
    title: name,
    value: formatRatio(figure.value, print.format),
    note: parts,
    code,
    faint: isSmallBase(figure),
  }
}

function readings(data: QuarterlyData): readonly Block[] {
  const { print, input } = data
  const say = (text: string): Block => ({ kind: 'paragraph', text })
  const figure = (code: string): Figure => figureOf(print, code)
  const timeliness = figure('K3a.cycle1')
  const satisfied = figure('K5a')
  const received = input.offices.length > 1 ? reportReadings.receivedBySeveral : reportReadings.received
  const first = translate(received, print.format, {
    count: figure('P6.received').value ?? 0,
    period: countedPeriod(input),
  })
  return [
    say([first, changeReading(data)].filter((text) => text !== '').join(' ')),
    say(
      translate(reportReadings.timeliness, print.format, {
        count: timeliness.denominator ?? 0,
        met: figureCell(print, timeliness).text,
      }),
    ),
    say(
      translate(reportReadings.satisfaction, print.format, {
        count: satisfied.denominator ?? 0,
        met: figureCell(print, satisfied).text,
        response: figureCell(print, figure('K5b')).text,
      }),
    ),
    say(openReading(data)),
  ]
}

/** A percentage of change over a handful says nothing (P5). */
const comparedFrom = 10

function changeReading({ print, previous, input }: QuarterlyData): string {
  if (isRunning(input)) return ''
  const now = figureOf(print, 'P6.received').value ?? 0
  const before = findFigure(previous, 'P6.received')?.value ?? 0
  if (before < comparedFrom || now === before) return ''
  const message = now > before ? reportReadings.receivedMore : reportReadings.receivedLess
  return translate(message, print.format, { change: formatRatio(Math.abs(now - before) / before, print.format) })
}

/** Wide enough for `89.6% (300 of 335)` on one line. */
const headlineColumns = [
  { title: reportWords.indicator, width: 0.25 },
  { title: reportWords.target, width: 0.1 },
  { title: reportWords.thisPeriod, width: 0.18 },
  { title: reportWords.previousQuarter, width: 0.18 },
  { title: reportWords.yearBefore, width: 0.18 },
  { title: reportWords.direction, width: 0.11 },
] as const

function headlineTable(data: QuarterlyData): TableBlock {
  const { print, input } = data
  const word = (message: (typeof reportWords)[keyof typeof reportWords]): string => message[print.format.language]
  return tableOf('headline', {
    title: translate(reportTables.headline, print.format),
    base: headlineBase(input),
    columns: headlineColumns.map(({ title, width }, place) => ({
      title: word(title),
      width,
      align: place === 0 ? 'start' : 'end',
    })),
    rows: headlineCodes.map((code) => headlineRow(data, code)),
  })
}

/** What its figures leave out, where they do; null: nothing. */
function headlineBase(input: QuarterlyData['input']): string | null {
  const until = { until: momentText(input.asOf, input) }
  const parts = [
    ...(isRunning(input) ? [translate(reportNotes.notCompared, input.format, until)] : []),
    ...(input.strict === 'all' ? [] : [strictText(input)]),
    ...movedAwayText(input),
  ]
  return parts.length === 0 ? null : parts.join(' ')
}

function headlineRow(data: QuarterlyData, code: string): readonly Cell[] {
  const { print, input, previous, yearBefore } = data
  const { name, unit } = must(figureCatalogue[code], 'a headline is in the catalogue')
  const target = input.figureTargets[code]
  const quarters = quartersOf(input)
  return [
    textCell(`${code.split('.')[0]} ${name[print.format.language]}`),
    target === undefined ? textCell('–') : valueCell(data, unit, target),
    figureCell(print, figureOf(print, code)),
    earlierCell(data, quarters.previous, findFigure(previous, code)),
    earlierCell(data, quarters.yearBefore, findFigure(yearBefore, code)),
    textCell(trendOf(data, code)),
  ]
}

/** A value by itself, without the numbers that it comes of. */
function valueCell({ print }: QuarterlyData, unit: Figure['unit'], value: number): Cell {
  if (unit === 'minutes') return minutesCell(print, value)
  const text = unit === 'ratio' ? formatRatio(value, print.format) : numberText(print, value)
  return { kind: unit === 'ratio' ? 'ratio' : 'number', text, value }
}

/** A quarter nothing came from says nothing; a count of 0 there would look like a fact. */
function earlierCell(data: QuarterlyData, quarter: Quarter, figure: Figure | null): Cell {
  if (figure === null) return noData(data.print)
  // Its cases are those of the earlier quarter, not those of the report.
  return { ...figureCell(data.print, figure), figure: { code: figure.code, quarter } }
}

/**
 * Nothing of a period that is not over. Arrow and word against the previous quarter; better and worse only where the catalogue says which way is good. What is
 * printed alike has not changed.
 */
function trendOf(data: QuarterlyData, code: string): string {
  const { print, previous, input } = data
  if (isRunning(input)) return '–'
  const now = figureOf(print, code).value
  const before = findFigure(previous, code)?.value ?? null
  if (now === null || before === null) return '–'
  const { unit, better } = must(figureCatalogue[code], 'a headline is in the catalogue')
  const written = (value: number): string => valueCell(data, unit, value).text
  if (written(now) === written(before)) return `= ${translate(reportWords.same, print.format)}`
  const isUp = now > before
  const plain = isUp ? reportWords.higher : reportWords.lower
  const judged = isUp === (better === 'more') ? reportWords.better : reportWords.worse
  return `${isUp ? '▲' : '▼'} ${translate(better === 'none' ? plain : judged, print.format)}`
}
