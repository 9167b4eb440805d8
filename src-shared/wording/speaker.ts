import { labelOf } from '#shared/i18n/codes.ts'
import { sayWorkingTime } from '#shared/i18n/durations.ts'
import { formatDate, formatDateTime } from '#shared/i18n/format.ts'
import type { FormatSettings } from '#shared/i18n/format.ts'
import { translate } from '#shared/i18n/messages.ts'
import type { Message, ParamArguments } from '#shared/i18n/messages.ts'

/** Puts what is known into one language: messages, codes, local dates and moments, working minutes. */
export interface Speaker {
  readonly t: <M extends Message>(message: M, ...params: ParamArguments<M>) => string
  /** A code of the domain by its table of `i18n/codes.ts`. */
  readonly label: (
    table: Readonly<Record<string, { readonly ar: string; readonly en: string }>>,
    code: string,
  ) => string
  readonly date: (date: string) => string
  readonly dateTime: (instant: string) => string
  readonly workingTime: (minutes: number, minutesPerDay: number) => string
}

/** In: language, digits, zone and calendar of a reader. Out: how to speak to him. */
export const speakerOf = (settings: FormatSettings): Speaker => ({
  t: (message, ...params) => translate(message, settings, ...params),
  label: (table, code) => labelOf(table, code, settings.language),
  date: (date) => formatDate(date, settings),
  dateTime: (instant) => formatDateTime(instant, settings),
  workingTime: (minutes, minutesPerDay) => sayWorkingTime(minutes, minutesPerDay, settings),
})
