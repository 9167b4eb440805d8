import { reportTitles } from '#shared/i18n/report-titles.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'

const quarters = [reportTitles.quarter1, reportTitles.quarter2, reportTitles.quarter3, reportTitles.quarter4] as const

/** Out: names a quarter as its report does: `first quarter of 2026`. */
export function usePeriodName(): (period: { readonly year: number; readonly quarter: number }) => string {
  const { t } = useSpeech()
  return ({ year, quarter }) => t(reportTitles.ofYear, { quarter: t(quarters[(quarter - 1) as 0 | 1 | 2 | 3]), year })
}
