import type { Instant } from '#shared/domain/clock/instant.ts'
import { formatShortDate, formatTime } from '#shared/i18n/format.ts'
import type { FormatSettings } from '#shared/i18n/format.ts'
import { unbroken } from '#core/letters/letter-text.ts'

/**
 * A moment in a row of a table: `28/11/2026، 4:26 م`; a narrow column may end its line between day and time only. Without the
 * comma Word takes year and hour for one number and turns the day round.
 */
export const shortMoment = (at: Instant, format: FormatSettings): string =>
  `${formatShortDate(at, format)}${format.language === 'ar' ? '،' : ','} ${unbroken(formatTime(at, format))}`
