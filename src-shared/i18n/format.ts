/**
 * Numbers, dates, durations and sizes as people read them. Everything takes the settings as a value.
 * Month names are own tables: the browsers' locale data differ between builds, a printed letter may not.
 */
import type { DigitStyle, Language, Reading } from './messages.ts'
import { withDigits } from './messages.ts'
import { monthName, hijriMonthNames, weekdayNames } from './month-names.ts'

export type CountryProfile = 'SA' | 'JO' | 'EG' | 'PS'

export interface FormatSettings extends Reading {
  /** IANA zone of the office, as `Asia/Riyadh`. */
  readonly zone: string
  /** Hijri (Umm al-Qura) beside Gregorian. */
  readonly hijri: boolean
  readonly country: CountryProfile
}

/** A calendar day `YYYY-MM-DD`, or a moment `…Z`, which is read in the zone of the settings. */
export type DateText = string

interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** In: a number, settings, decimals (at most, default 2). Out: `1,234.5` or `١٬٢٣٤٫٥`. */
export function formatNumber(value: number, settings: { readonly digits: DigitStyle }, decimals = 2): string {
  return numberFormat(settings.digits, decimals).format(value)
}

/** In: a ratio (0.853), settings, decimals of the percentage (default 1). Out: `85.3%` or `٨٥٫٣٪`. */
export function formatRatio(ratio: number, settings: { readonly digits: DigitStyle }, decimals = 1): string {
  return formatNumber(ratio * 100, settings, decimals) + (settings.digits === 'arabic' ? '٪' : '%')
}

/** In: a day or moment. Out: `15 شباط 2026`, `15 February 2026`; the Hijri date after it where the settings ask for it. */
export function formatDate(date: DateText, settings: FormatSettings): string {
  const text = gregorianText(partsOf(date, settings.zone), settings)
  return settings.hijri ? `${text} (${formatHijri(date, settings)})` : text
}

/** As `formatDate`, with the day of the week before it. */
export function formatLongDate(date: DateText, settings: FormatSettings): string {
  const { year, month, day } = partsOf(date, settings.zone)
  const weekday = weekdayNames[settings.language][new Date(Date.UTC(year, month - 1, day)).getUTCDay()]
  return `${weekday}${settings.language === 'ar' ? '،' : ','} ${formatDate(date, settings)}`
}

/** Numbers only, for tables: `15/02/2026`. */
export function formatShortDate(date: DateText, settings: FormatSettings): string {
  const { year, month, day } = partsOf(date, settings.zone)
  return withDigits(`${two(day)}/${two(month)}/${year}`, settings.digits)
}

/** In: a moment. Out: `2:05 م` in Arabic, `14:05` in English, in the zone of the settings. */
export function formatTime(instant: string, settings: FormatSettings): string {
  const { hour, minute } = timeOf(instant, settings.zone)
  if (settings.language === 'en') return withDigits(`${two(hour)}:${two(minute)}`, settings.digits)
  return withDigits(`${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)}\u00A0${hour < 12 ? 'ص' : 'م'}`, settings.digits)
}

/** Date and time of a moment in words. */
export function formatDateTime(instant: string, settings: FormatSettings): string {
  return `${formatDate(instant, settings)}${settings.language === 'ar' ? '،' : ','} ${formatTime(instant, settings)}`
}

/** Date and time of a moment for tables: `15/02/2026 14:05`. */
export function formatShortDateTime(instant: string, settings: FormatSettings): string {
  return `${formatShortDate(instant, settings)} ${formatTime(instant, settings)}`
}

/** In: a day or moment. Out: the Umm al-Qura date in words: `27 شعبان 1447 هـ`, `27 Shaʿban 1447 AH`. */
export function formatHijri(date: DateText, settings: FormatSettings): string {
  const { year, month, day } = hijriPartsOf(date, settings.zone)
  const era = settings.language === 'ar' ? 'هـ' : 'AH'
  return withDigits(`${day} ${hijriMonthNames[settings.language][month - 1]} ${year}\u00A0${era}`, settings.digits)
}

/** In: year and month (1–12). Out: `شباط 2026`, for headings of reports and calendars. */
export function formatMonth(year: number, month: number, settings: FormatSettings): string {
  return withDigits(`${monthName(month, settings)} ${year}`, settings.digits)
}

/** In: bytes. Out: `2.4 ميغابايت`, `2.4 MB` (thousands of 1,000). */
export function formatSize(bytes: number, settings: Reading): string {
  const units = sizeUnits[settings.language]
  const step = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return `${formatNumber(bytes / 1_000 ** step, settings, 1)} ${units[step]}`
}

const sizeUnits: Readonly<Record<Language, readonly string[]>> = {
  ar: ['بايت', 'كيلوبايت', 'ميغابايت', 'غيغابايت'],
  en: ['bytes', 'KB', 'MB', 'GB'],
}

/** In: a day or moment and a zone. Out: the calendar day there, `YYYY-MM-DD`. */
export function dayOf(date: DateText, zone: string): string {
  const { year, month, day } = partsOf(date, zone)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function gregorianText({ year, month, day }: DateParts, settings: FormatSettings): string {
  return withDigits(`${day} ${monthName(month, settings)} ${year}`, settings.digits)
}

function partsOf(date: DateText, zone: string): DateParts {
  if (isDay(date))
    return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
  return dateParts(gregorianFormat(zone), date)
}

function hijriPartsOf(date: DateText, zone: string): DateParts {
  return isDay(date) ? dateParts(hijriFormat('UTC'), `${date}T12:00:00.000Z`) : dateParts(hijriFormat(zone), date)
}

function dateParts(format: Intl.DateTimeFormat, instant: string): DateParts {
  const parts = partNumbers(format, instant)
  return { year: parts['year'] ?? 0, month: parts['month'] ?? 1, day: parts['day'] ?? 1 }
}

function timeOf(instant: string, zone: string): { readonly hour: number; readonly minute: number } {
  const parts = partNumbers(gregorianFormat(zone), instant)
  return { hour: parts['hour'] ?? 0, minute: parts['minute'] ?? 0 }
}

function partNumbers(format: Intl.DateTimeFormat, instant: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    format.formatToParts(new Date(instant)).map((part) => [part.type, Number.parseInt(part.value, 10)]),
  )
}

const isDay = (date: DateText): boolean => date.length === 10

const two = (value: number): string => String(value).padStart(2, '0')

/** Making a format costs far more than using it; a list of 100,000 rows asks often. */
const formats = new Map<string, Intl.DateTimeFormat>()

function cachedFormat(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = make()
  formats.set(key, made)
  return made
}

const gregorianFormat = (zone: string): Intl.DateTimeFormat =>
  cachedFormat(
    `g:${zone}`,
    () =>
      new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
        timeZone: zone,
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        hourCycle: 'h23',
      }),
  )

const hijriFormat = (zone: string): Intl.DateTimeFormat =>
  cachedFormat(
    `h:${zone}`,
    () =>
      new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
        timeZone: zone,
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
      }),
  )

const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(digits: DigitStyle, decimals: number): Intl.NumberFormat {
  const key = `${digits}:${decimals}`
  const known = numberFormats.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(digits === 'arabic' ? 'ar-u-nu-arab' : 'en-u-nu-latn', {
    maximumFractionDigits: decimals,
  })
  numberFormats.set(key, made)
  return made
}
