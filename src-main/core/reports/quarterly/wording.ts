import { formatDate, formatDateTime } from '#shared/i18n/format.ts'
import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import { translate } from '#shared/i18n/messages.ts'
import type { Reading } from '#shared/i18n/messages.ts'
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
  return translate(reportTitles.ofYear, format, { quarter: translate(name, format), year: String(year) })
}

/** First and last day of the period in words. */
export function periodDays({ period, input }: QuarterlyData): { readonly from: string; readonly to: string } {
  const lastMoment = instantFromMs(msOf(period.to) - 60_000)
  return { from: formatDate(period.from, input.format), to: formatDate(lastMoment, input.format) }
}

export const momentText = (moment: string, { format }: Pick<ReportInput, 'format'>): string =>
  formatDateTime(moment, format)
