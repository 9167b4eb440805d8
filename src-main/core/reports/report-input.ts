import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import type { Bilingual } from '#shared/domain/indicators/figure-definition.ts'
import type { ReportAudience } from '#shared/domain/indicators/edition.ts'
import type { ReportEdit } from '#shared/domain/indicators/report-edit.ts'
import type { FormatSettings } from '#shared/i18n/format.ts'

/** A name of a list's entry or of a unit; `code` is what `figures.json` gives instead of an id. */
export interface ReportName {
  readonly code: string
  readonly label: Bilingual
}

/** A service knows the general or special class above it (L-04); a class has none. */
export interface ServiceName extends ReportName {
  readonly parent: string | null
}

type Names = Readonly<Record<string, ReportName>>

/** What figures are counted by, of whatever period; plain values, so that it crosses to a worker. */
export interface FigureInput {
  readonly asOf: Instant
  /** How it reads: language, digits, month names, Hijri dates, zone of the institution. */
  readonly format: FormatSettings
  readonly practice: boolean
  /** Id of the one office that is counted; null: all whose cases are here (N-05). */
  readonly only: string | null
  /**
   * Which strictly confidential cases can be among them: all of an office that stands alone; at a joined one those that a user
   * of this machine is named for, or none (R-08, SYNC-FEED-6).
   */
  readonly strict: 'all' | 'named' | 'none'
  /** Cases that the office registered in the period and another unit has now: nothing here counts them (G-07). */
  readonly movedAway: number
  /** Calendar of the office, and of units that have their own. */
  readonly calendar: WorkCalendar
  readonly unitCalendars: Readonly<Record<string, WorkCalendar>>
  readonly targets: ServiceTargets
  readonly synchronousChannels: readonly string[]
}

/** Everything a report prints that is neither a fact nor a figure. */
export interface ReportInput extends FigureInput {
  readonly kind: 'quarterly'
  readonly year: number
  readonly quarter: number
  readonly ministry: Bilingual
  readonly office: ReportName
  /** Its logo in base64. */
  readonly logo: string | null
  /**
   * Offices included; when a joined one last had contact with its server, null: never yet (P4). Of another one it is known
   * that its data had come here by then (B-32).
   */
  readonly offices: readonly {
    readonly id: string
    readonly name: Bilingual
    readonly isJoined: boolean
    readonly isOwn: boolean
    readonly lastSync: Instant | null
  }[]
  /** Approved targets by figure code, as ratios, counts or working minutes (K-07). */
  readonly figureTargets: Readonly<Record<string, number>>
  /** Changes of calendar or limits in the period, in words. */
  readonly changes: readonly { readonly at: Instant; readonly what: Bilingual }[]
  readonly names: {
    readonly departments: Names
    readonly services: Readonly<Record<string, ServiceName>>
    readonly channels: Names
    readonly causes: Names
    readonly subjects: Names
    readonly rejectReasons: Names
    readonly dissatisfactionReasons: Names
  }
  /** Null: a draft, which says so on every page. */
  readonly edition: { readonly number: number; readonly reason: string | null } | null
  /** Circulated editions hold no list of cases. */
  readonly audience: ReportAudience
  /** Texts written otherwise by the preparer, of both languages. */
  readonly edits: readonly ReportEdit[]
  /** Prints although the flow does not reconcile (P6). */
  readonly overrideNote: string | null
}
