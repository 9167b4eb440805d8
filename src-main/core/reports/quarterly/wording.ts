import { formatDate, formatDateTime, formatShortDate } from '#shared/i18n/format.ts'
import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import { quarterPeriod } from '#shared/domain/indicators/period.ts'
import { translate } from '#shared/i18n/messages.ts'
import type { Reading } from '#shared/i18n/messages.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { reportTitles } from '#shared/i18n/report-titles.ts'
import type { ReportInput } from '../report-input.ts'
import type { QuarterlyData } from './quarterly-data.ts'

const quarterNames = [
  reportTitles.quarter1,
  reportTitles.quarter2,
  reportTitles.quarter3,
  reportTitles.quarter4,
] as const

/** Out: `الربع الأول من عام 2026`. */
export function periodName({
  year,
  quarter,
  format,
}: Pick<ReportInput, 'year' | 'quarter'> & { readonly format: Reading }): string {
  const name = quarterNames[(quarter - 1) as 0 | 1 | 2 | 3]
  return translate(reportTitles.ofYear, format, { quarter: translate(name, format), year })
}

type OfPeriod = Pick<ReportInput, 'year' | 'quarter' | 'asOf' | 'format'>

/** A quarter that runs is no whole one: it is counted until the moment of the data, and compared with none. */
export const isRunning = ({ year, quarter, asOf, format }: OfPeriod): boolean =>
  asOf < quarterPeriod({ year, quarter }, format.zone).to

/** As `periodName`; of a quarter that is not over, with the day until which it is counted. */
export function countedPeriod(input: OfPeriod): string {
  const period = periodName(input)
  if (!isRunning(input)) return period
  // Its Hijri date stands in the scope below: here it would break the head of every page in two.
  const date = formatDate(input.asOf, { ...input.format, hijri: false })
  return translate(reportTitles.periodUntil, input.format, { period, date })
}

/** The moment of what is open, in a sentence: the end of the period, or the day until which it is counted. */
export const whenOpen = (input: OfPeriod): string =>
  isRunning(input)
    ? translate(reportNotes.onDay, input.format, { date: formatDate(input.asOf, input.format) })
    : translate(reportNotes.atEnd, input.format)

/** In the least room. */
export const untilDay = ({ asOf, format }: OfPeriod): string =>
  translate(reportNotes.untilDay, format, { date: formatShortDate(asOf, format) })

/** First and last day of the period in words. */
export function periodDays({ period, input }: QuarterlyData): { readonly from: string; readonly to: string } {
  const lastMoment = instantFromMs(msOf(period.to) - 60_000)
  return { from: formatDate(period.from, input.format), to: formatDate(lastMoment, input.format) }
}

export const momentText = (moment: string, { format }: Pick<ReportInput, 'format'>): string =>
  formatDateTime(moment, format)

const strictNotes = {
  all: reportNotes.strictAll,
  named: reportNotes.strictNamed,
  none: reportNotes.strictNone,
} as const

/** What was received here and is missing among the received, since it was moved away; nothing where nothing was (G-07). */
export const movedAwayText = ({ movedAway, format }: Pick<ReportInput, 'movedAway' | 'format'>): readonly string[] =>
  movedAway === 0 ? [] : [translate(reportNotes.movedAway, format, { count: movedAway })]

/** Which strictly confidential cases the figures count: two machines may differ in that, and a reader is to know. */
export const strictText = ({ strict, format }: Pick<ReportInput, 'strict' | 'format'>): string =>
  translate(strictNotes[strict], format)
