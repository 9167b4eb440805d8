import type { ReportRequest } from '#shared/contract/desktop/reports.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { ReportAudience } from '#shared/domain/indicators/edition.ts'
import { quarterAt, quarterPeriod, previousQuarter } from '#shared/domain/indicators/period.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { instantOfMoment } from '#renderer/parts/local-moment.ts'
import type { LocalMoment } from '#renderer/ui/date-time-field.tsx'

/** What the form holds. */
export interface ReportChoice {
  readonly year: number | null
  readonly quarter: number | null
  /** Null until somebody chooses one: that of the window, whichever it turns to. */
  readonly language: 'ar' | 'en' | null
  readonly audience: ReportAudience
  /** Id of one office; null: all that are here. */
  readonly office: string | null
  readonly asOf: LocalMoment
}

/**
 * In: now, zone, receipt of the oldest case; null where there is none, undefined while nobody knows. Out: the last whole
 * quarter, which is the one a manager asks for; the running one where no case is older than that.
 */
export function firstChoice(now: Instant, zone: string, oldest?: Instant | null): ReportChoice {
  const running = quarterAt(now, zone)
  const isNew = oldest === null || (oldest !== undefined && oldest >= quarterPeriod(running, zone).from)
  return {
    ...(isNew ? running : previousQuarter(running)),
    language: null,
    audience: 'official',
    office: null,
    asOf: { day: null, time: null },
  }
}

/** Out: the language that the report is read and exported in. */
export const languageOf = ({ language }: ReportChoice, { language: window }: Pick<Place, 'language'>): 'ar' | 'en' =>
  language ?? window

/** In: what is asked for, now, the zone of the office. Out: whether its data cover the whole quarter: before that it is no edition (P4). */
export function isPeriodOver(
  asked: Pick<ReportRequest, 'year' | 'quarter' | 'asOf'>,
  now: Instant,
  zone: string,
): boolean {
  return (asked.asOf ?? now) >= quarterPeriod(asked, zone).to
}

interface Place {
  /** IANA zone of the office. */
  readonly zone: string
  /** Of the window. */
  readonly language: 'ar' | 'en'
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

/** In: a complete choice, zone of the office and language of the window. Out: what is asked of the core; null while something is missing. */
export function requestOf(choice: ReportChoice, place: Place): ReportRequest | null {
  const { year, quarter, audience, office } = choice
  if (year === null || quarter === null || lacksOf(choice).length > 0) return null
  const asOf = instantOfMoment(choice.asOf, place.zone)
  const language = languageOf(choice, place)
  const scope = { ...(asOf === null ? {} : { asOf }), ...(office === null ? {} : { office }) }
  return { kind: 'quarterly', year, quarter, language, audience, ...scope }
}
