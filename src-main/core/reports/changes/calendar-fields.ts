import type { HoursPattern, Period, Week, WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { weekdays } from '#shared/domain/clock/local-date.ts'
import { adminCalendarMessages as words } from '#shared/i18n/admin-calendar.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { weekdayNames } from '#shared/i18n/month-names.ts'
import { asText, inWords, joined, same } from './field.ts'
import type { Field } from './field.ts'

/* A working calendar, day by day and holiday by holiday (W1, G-06). */

interface Days {
  readonly from: string
  readonly to: string
}

const daysOf = ({ from, to }: Days): PlainMessage => same(from === to ? from : `${from} – ${to}`)
const nameOfDay = (index: number): PlainMessage => ({
  ar: weekdayNames.ar[index] ?? String(index),
  en: weekdayNames.en[index] ?? String(index),
})
const hoursOf = (periods: readonly Period[]): PlainMessage =>
  periods.length === 0 ? words.dayOff : same(periods.map(({ from, to }) => `${from}–${to}`).join(' + '))

export const calendarFields = ({ zone, weekly, patterns, holidays }: WorkCalendar): readonly Field[] => [
  { key: 'zone', label: words.zone, value: asText(zone) },
  ...weekFields(weekly, { key: 'week', label: words.tabHours }),
  ...patterns.flatMap(patternFields),
  ...holidays.map((holiday) => ({
    key: `holiday ${holiday.from} ${holiday.to}`,
    label: joined(words.tabHolidays, daysOf(holiday)),
    value: inWords(holiday.name),
  })),
]

function patternFields(pattern: HoursPattern): readonly Field[] {
  const key = `pattern ${pattern.from} ${pattern.to}`
  const label = joined(words.tabSpecial, daysOf(pattern))
  return [{ key, label, value: inWords(pattern.name) }, ...weekFields(pattern.weekly, { key, label })]
}

const weekFields = (week: Week, of: { readonly key: string; readonly label: PlainMessage }): readonly Field[] =>
  weekdays.map((day) => ({
    key: `${of.key} ${day}`,
    label: joined(of.label, nameOfDay(Number(day))),
    value: inWords(hoursOf(week[day])),
  }))
