import type { ReportRequest } from '#shared/contract/desktop/reports.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { quarterAt, previousQuarter } from '#shared/domain/indicators/period.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { instantOfMoment } from '#renderer/parts/local-moment.ts'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'

/** What the form holds. */
export interface ReportChoice {
  readonly year: number | null
  readonly quarter: number | null
  readonly language: 'ar' | 'en'
  readonly asOf: LocalMoment
}

/** In: now, zone, language. Out: the last whole quarter, which is the one a manager asks for. */
export function firstChoice(now: Instant, zone: string, language: 'ar' | 'en'): ReportChoice {
  return { ...previousQuarter(quarterAt(now, zone)), language, asOf: { day: null, time: null } }
}

export interface Lack {
  readonly field: string
  readonly words: PlainMessage
}

/** Out: what the form lacks, in the order of its fields. */
export function lacksOf({ year, quarter, asOf }: ReportChoice): readonly Lack[] {
  return [
    { field: 'year', words: words.needYear, lacks: year === null },
    { field: 'quarter', words: words.needQuarter, lacks: quarter === null },
    { field: 'as-of', words: words.needTime, lacks: (asOf.day === null) !== (asOf.time === null) },
  ].filter((check) => check.lacks)
}

/** In: a complete choice, the office's zone. Out: what is asked of the core; null while something is missing. */
export function requestOf(choice: ReportChoice, zone: string): ReportRequest | null {
  const { year, quarter, language } = choice
  if (year === null || quarter === null || lacksOf(choice).length > 0) return null
  const asOf = instantOfMoment(choice.asOf, zone)
  return { kind: 'quarterly', year, quarter, language, ...(asOf === null ? {} : { asOf }) }
}
