import type { BilingualName, Holiday, HoursPattern, Period, Week, WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { weekdays } from '#shared/domain/clock/local-date.ts'
import { adminCalendarMessages as words } from '#shared/i18n/admin-calendar.ts'
import type { Change } from '#shared/i18n/changes.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { weekdayNames } from '#shared/i18n/month-names.ts'
import { asText, changesBetween, inWords, joined, same } from './field.ts'
import type { Field } from './field.ts'

/* Two working calendars, day by day and holiday by holiday (W1, G-06). */

type Range = Holiday | HoursPattern

/** Days with a name as they stood and as they stand; null where they were added or removed. */
interface Pair {
  readonly before: Range | null
  readonly after: Range | null
}

/** In: the calendar that held and the one that holds; null: there was none. Out: what was changed in it. */
export function calendarChanges(before: WorkCalendar | null, after: WorkCalendar): readonly Change[] {
  const ranges = [
    ...pairs(before?.patterns ?? [], after.patterns).map((pair) => ({ pair, title: words.tabSpecial })),
    ...pairs(before?.holidays ?? [], after.holidays).map((pair) => ({ pair, title: words.tabHolidays })),
  ]
  return [
    ...changesBetween(before === null ? [] : ownFields(before), ownFields(after)),
    ...ranges.flatMap(({ pair, title }) => rangeChanges(pair, { title, ordinary: after.weekly })),
  ]
}

const ownFields = ({ zone, weekly }: WorkCalendar): readonly Field[] => [
  { key: 'zone', label: words.zone, value: asText(zone) },
  ...weekFields(weekly, words.tabHours),
]

/** Of the same days, or, where its days were moved, of the same name; the rest came or went. */
function pairs(before: readonly Range[], after: readonly Range[]): readonly Pair[] {
  const left = [...before]
  const take = (isSame: (range: Range) => boolean): Range | null => {
    const place = left.findIndex(isSame)
    return place === -1 ? null : (left.splice(place, 1)[0] ?? null)
  }
  const onItsDays = after.map((range) => take(({ from, to }) => from === range.from && to === range.to))
  const kept = after.map((range, place) => ({
    before: onItsDays[place] ?? take(({ name }) => name.ar === range.name.ar && name.en === range.name.en),
    after: range,
  }))
  return [...kept, ...left.map((range) => ({ before: range, after: null }))]
}

interface Told {
  readonly title: PlainMessage
  /** The week by which new special hours are told: days that are like it are no change. */
  readonly ordinary: Week
}

function rangeChanges({ before, after }: Pair, { title, ordinary }: Told): readonly Change[] {
  const label = joined(title, nameOf(before, after))
  const fields = (range: Range | null): readonly Field[] =>
    range === null
      ? []
      : [
          { key: 'days', label, value: { kind: 'days', from: range.from, to: range.to } },
          ...(before === null || after === null ? [] : [{ key: 'name', label, value: inWords(range.name) }]),
        ]
  return [...changesBetween(fields(before), fields(after)), ...hoursChanges({ before, after }, ordinary, label)]
}

/** Hours are compared with what they were, and those of new days with the ordinary week; what is gone has none. */
function hoursChanges({ before, after }: Pair, ordinary: Week, label: PlainMessage): readonly Change[] {
  if (after === null || !('weekly' in after)) return []
  const old = before !== null && 'weekly' in before ? before.weekly : ordinary
  return changesBetween(weekFields(old, label), weekFields(after.weekly, label))
}

const nameOf = (before: Range | null, after: Range | null): BilingualName =>
  before?.name ?? after?.name ?? { ar: '', en: '' }

const weekFields = (week: Week, of: PlainMessage): readonly Field[] =>
  weekdays.map((day) => ({
    key: `${day} of the week`,
    label: joined(of, nameOfDay(Number(day))),
    value: inWords(hoursOf(week[day])),
  }))

const nameOfDay = (index: number): PlainMessage => ({
  ar: weekdayNames.ar[index] ?? String(index),
  en: weekdayNames.en[index] ?? String(index),
})

const hoursOf = (periods: readonly Period[]): PlainMessage =>
  periods.length === 0 ? words.dayOff : same(periods.map(({ from, to }) => `${from}–${to}`).join(' + '))
