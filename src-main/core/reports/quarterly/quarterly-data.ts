import { normalDayMinutes } from '#shared/domain/clock/calendar.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import { figuresOf } from '#shared/domain/indicators/all-figures.ts'
import type { CaseRecord } from '#shared/domain/indicators/facts.ts'
import type { Figure } from '#shared/domain/indicators/figure.ts'
import { headlineFigures } from '#shared/domain/indicators/headline-figures.ts'
import { officeFigures } from '#shared/domain/indicators/office-figures.ts'
import { previousQuarter, quarterPeriod } from '#shared/domain/indicators/period.ts'
import type { Period, Quarter } from '#shared/domain/indicators/period.ts'
import { openBook } from '#shared/domain/indicators/book.ts'
import type { Book, FigureContext } from '#shared/domain/indicators/book.ts'
import type { Print } from '../print.ts'
import type { FigureInput, ReportInput } from '../report-input.ts'
import type { RatingComment } from './rating-comments.ts'

/** All that the sections of the quarterly report are written from. */
export interface QuarterlyData {
  readonly input: ReportInput
  readonly period: Period
  readonly book: Book
  readonly figures: readonly Figure[]
  readonly previous: readonly Figure[]
  readonly yearBefore: readonly Figure[]
  readonly print: Print
  readonly comments: readonly RatingComment[]
}

/** The quarter of the report and the two it is compared with. */
export function quartersOf({ year, quarter }: Quarter): {
  readonly now: Quarter
  readonly previous: Quarter
  readonly yearBefore: Quarter
} {
  return {
    now: { year, quarter },
    previous: previousQuarter({ year, quarter }),
    yearBefore: { year: year - 1, quarter },
  }
}

/** In: facts of the three quarters, input. Out: their figures and what prints them. */
export function quarterlyData(input: ReportInput, records: readonly CaseRecord[]): Omit<QuarterlyData, 'comments'> {
  const quarters = quartersOf(input)
  const context = contextOf(input, quarters.now)
  const book = openBook(records, context)
  // Whoever stands over the offices is none of them: a row of its own is there for the cases that it has itself.
  const over = input.offices.flatMap(({ id, isOwn }) => (isOwn ? [] : [id]))
  const offices = input.only === null && over.length > 0 ? over : null
  const figures = [...figuresOf(book), ...(offices === null ? [] : officeFigures(records, context, offices))]
  return {
    input,
    period: { from: context.from, to: context.to },
    book,
    figures,
    previous: earlierFigures(records, contextOf(input, quarters.previous)),
    yearBefore: earlierFigures(records, contextOf(input, quarters.yearBefore)),
    print: {
      format: input.format,
      day: Math.max(1, normalDayMinutes(input.calendar)),
      figures,
    },
  }
}

/** A quarter before the office's first case has no figures: a 0 there would look like a fact. */
function earlierFigures(records: readonly CaseRecord[], context: FigureContext): readonly Figure[] {
  return records.some(({ of }) => of.receivedAt < context.to) ? headlineFigures(records, context) : []
}

/** In: what figures are counted by, a quarter. Out: the context its figures are computed in. */
export function contextOf(input: FigureInput, quarter: Quarter): FigureContext {
  const { calendar, unitCalendars, synchronousChannels } = input
  const channels = new Set(synchronousChannels)
  return {
    ...quarterPeriod(quarter, input.format.zone),
    asOf: input.asOf,
    zone: input.format.zone,
    practice: input.practice,
    calendarOf: (unit) => compileCalendar(unitCalendars[unit] ?? calendar),
    targets: input.targets,
    isSynchronous: (channel) => channels.has(channel),
  }
}
