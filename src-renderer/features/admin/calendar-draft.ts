import type { BilingualName, Holiday, HoursPattern, Week, WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { weekdays } from '#shared/domain/clock/local-date.ts'
import { adminCalendarMessages as words } from '#shared/i18n/admin-calendar.ts'
import { namesOrArabic } from '#renderer/parts/both-names.ts'
import type { Lack } from './lack.ts'
import { lacking } from './lack.ts'
import { weekFault } from './week-fault.ts'
import { lacksOfNames } from './name-fields.tsx'

/** Days with a name, while they are typed; hours where they are other hours and not days off. */
export interface RangeForm {
  readonly from: string | null
  readonly to: string | null
  readonly name: BilingualName
  readonly weekly: Week | null
}

export const emptyHoliday: RangeForm = { from: null, to: null, name: { ar: '', en: '' }, weekly: null }

export const emptyPattern = (week: Week): RangeForm => ({ ...emptyHoliday, weekly: week })

/** Every day of one short period; dated to one day, it is a half day. */
export function halfDay(week: Week): RangeForm {
  const first = weekdays.map((day) => week[day][0]).find((period) => period !== undefined) ?? {
    from: '08:00',
    to: '12:00',
  }
  const half = { from: first.from, to: first.to < '12:00' ? first.to : '12:00' }
  const weekly = Object.fromEntries(weekdays.map((day) => [day, week[day].length > 0 ? [half] : []])) as unknown as Week
  return { ...emptyHoliday, name: { ar: words.halfDayAr.ar, en: words.halfDayEn.en }, weekly }
}

/** Out: what the form lacks. */
export function lacksOfRange({ from, to, name, weekly }: RangeForm): readonly Lack[] {
  const fault = weekly === null ? null : weekFault(weekly)
  return [
    ...lacksOfNames(name),
    ...lacking([
      { field: 'from', words: words.needDays, lacks: from === null || to === null },
      { field: 'to', words: words.needDaysOrder, lacks: from !== null && to !== null && to < from },
    ]),
    ...(fault === null ? [] : [{ field: '', words: fault }]),
  ]
}

/** In: a form that lacks nothing. Out: the holiday or the pattern. */
export function rangeOf({ from, to, name, weekly }: RangeForm): Holiday | HoursPattern {
  const dated = { from: from ?? '', to: to ?? '', name: namesOrArabic(name) }
  return weekly === null ? dated : { ...dated, weekly }
}

type Ranges = 'holidays' | 'patterns'

/** In: calendar, kind, place (null: new) and what stands there (null: removed). Out: the new calendar, its days in order. */
export function withRange(
  calendar: WorkCalendar,
  at: { readonly kind: Ranges; readonly place: number | null },
  range: Holiday | HoursPattern | null,
): WorkCalendar {
  const present: readonly (Holiday | HoursPattern)[] = calendar[at.kind]
  const others = at.place === null ? [...present] : present.toSpliced(at.place, 1)
  const next =
    range === null
      ? others
      : at.kind === 'patterns' && at.place !== null
        ? present.with(at.place, range)
        : [...others, range]
  // Where two patterns cover a day the later in the list wins, so only holidays may be put in order.
  const ordered = at.kind === 'holidays' ? next.toSorted((a, b) => (a.from < b.from ? -1 : 1)) : next
  return { ...calendar, [at.kind]: ordered } as WorkCalendar
}
