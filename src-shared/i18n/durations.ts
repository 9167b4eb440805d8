import type { DigitStyle, Language, Message, Reading } from './messages.ts'
import { translateLoosely } from './messages.ts'
import { formatNumber } from './format.ts'

/** Working time as people say it: days, else hours, else minutes. */
const units = {
  day: {
    ar: {
      zero: 'أقل من يوم عمل',
      one: 'يوم عمل واحد',
      two: 'يوما عمل',
      few: '{amount} أيام عمل',
      many: '{amount} يوم عمل',
      other: '{amount} يوم عمل',
    },
    en: { one: '{amount} working day', other: '{amount} working days' },
  },
  hour: {
    ar: {
      one: 'ساعة عمل واحدة',
      two: 'ساعتا عمل',
      few: '{amount} ساعات عمل',
      many: '{amount} ساعة عمل',
      other: '{amount} ساعة عمل',
    },
    en: { one: '{amount} working hour', other: '{amount} working hours' },
  },
  minute: {
    ar: {
      zero: 'أقل من دقيقة',
      one: 'دقيقة عمل واحدة',
      two: 'دقيقتا عمل',
      few: '{amount} دقائق عمل',
      many: '{amount} دقيقة عمل',
      other: '{amount} دقيقة عمل',
    },
    en: { zero: 'less than a minute', one: '{amount} working minute', other: '{amount} working minutes' },
  },
  /** Behind days. */
  hoursOver: {
    ar: {
      one: '{whole} وساعة',
      two: '{whole} وساعتان',
      few: '{whole} و{amount} ساعات',
      many: '{whole} و{amount} ساعة',
      other: '{whole} و{amount} ساعة',
    },
    en: { one: '{whole} {amount} hour', other: '{whole} {amount} hours' },
  },
  /** Behind hours. */
  minutesOver: {
    ar: {
      one: '{whole} ودقيقة',
      two: '{whole} ودقيقتان',
      few: '{whole} و{amount} دقائق',
      many: '{whole} و{amount} دقيقة',
      other: '{whole} و{amount} دقيقة',
    },
    en: { one: '{whole} {amount} minute', other: '{whole} {amount} minutes' },
  },
} as const satisfies Record<string, Message>

/**
 * As a figure is printed, to be compared with others.
 * In: working minutes (integer, sign ignored), working minutes of a full day, reading.
 * Out: `2.3 أيام عمل`, `3 working hours 20 minutes`; of a day at most one decimal.
 */
export function formatWorkingMinutes(minutes: number, minutesPerDay: number, reading: Reading): string {
  const amount = Math.abs(minutes)
  return amount < minutesPerDay
    ? sayWorkingTime(amount, minutesPerDay, reading)
    : write(roundToTenth(amount / minutesPerDay), 'day', reading)
}

/**
 * As people say it to one another.
 * In: working minutes (integer, sign ignored), working minutes of a full day, reading.
 * Out: `يوما عمل و5 ساعات`, `3 working hours 20 minutes`; behind days only whole hours.
 */
export function sayWorkingTime(minutes: number, minutesPerDay: number, reading: Reading): string {
  const amount = Math.abs(minutes)
  if (amount < 60) return write(amount, 'minute', reading)
  const [unit, length, over, part] =
    amount < minutesPerDay
      ? (['hour', 60, 'minutesOver', 1] as const)
      : (['day', minutesPerDay, 'hoursOver', 60] as const)
  const whole = write(Math.floor(amount / length), unit, reading)
  const rest = Math.floor((amount % length) / part)
  return rest === 0 ? whole : translateLoosely(units[over], reading, { ...wordsOf(rest, reading), whole })
}

/** In: a working time as it is said. Out: the same behind a preposition or as how late something is, where the Arabic dual bends: `بعد يومي عمل`. */
export const bentWorkingTime = (said: string): string =>
  said.replace(/^(يوم|ساعت|دقيقت)ا عمل/, '$1ي عمل').replace(/(ساعت|دقيقت)ان$/, '$1ين')

/** In: working minutes, those of a full day. Out: the same without the broken part of its largest unit: 2 days of 2.7. */
export function wholeUnits(minutes: number, minutesPerDay: number): number {
  const unit = minutes < 60 ? 1 : minutes < minutesPerDay ? 60 : minutesPerDay
  return minutes - (minutes % unit)
}

/** In: elapsed milliseconds. Out: `m:ss`, for progress and recordings. */
export function formatElapsed(ms: number, reading: { readonly digits: DigitStyle }): string {
  const seconds = Math.floor(ms / 1000)
  const plain = { useGrouping: false } as const
  const locale = reading.digits === 'arabic' ? 'ar-u-nu-arab' : 'en-u-nu-latn'
  const rest = (seconds % 60).toLocaleString(locale, { ...plain, minimumIntegerDigits: 2 })
  return `${Math.floor(seconds / 60).toLocaleString(locale, plain)}:${rest}`
}

function write(amount: number, unit: keyof typeof units, reading: Reading): string {
  return translateLoosely(units[unit], reading, wordsOf(amount, reading))
}

const wordsOf = (amount: number, reading: Reading) => ({
  count: pluralCount(amount, reading.language),
  amount: formatNumber(amount, reading, 1),
})

/** Arabic counts a broken number by the size of its whole part: 2.3 takes the plural of three to ten. */
function pluralCount(amount: number, language: Language): number {
  if (language === 'en' || Number.isInteger(amount)) return amount
  return amount > 2 && amount < 11 ? 3 : 100
}

const roundToTenth = (value: number): number => Math.round(value * 10) / 10
