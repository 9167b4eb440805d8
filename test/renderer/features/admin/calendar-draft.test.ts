import { describe, expect, it } from 'vitest'
import { emptyHoliday, halfDay, lacksOfRange, rangeOf, withRange } from '#renderer/features/admin/calendar-draft.ts'
import { yearMonths } from '#renderer/features/admin/year-days.ts'
import { checkCalendar } from '#shared/domain/clock/calendar.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'

const day = [{ from: '08:00', to: '15:00' }]
const weekly = { '0': day, '1': day, '2': day, '3': day, '4': day, '5': [], '6': [] }
const calendar: WorkCalendar = { zone: 'Asia/Amman', weekly, patterns: [], holidays: [] }
const named = { ar: 'عيد', en: 'Feast' }
const dayOf = (of: WorkCalendar, date: string) =>
  yearMonths(of, Number(date.slice(0, 4)))[Number(date.slice(5, 7)) - 1]?.days[Number(date.slice(8)) - 1]

describe('W1 the calendar editor', () => {
  it('W1 a holiday typed in is a day off with its name, and the calendar stays fit to count with', () => {
    const form = { ...emptyHoliday, from: '2026-05-25', to: '2026-05-25', name: named }
    expect(lacksOfRange(form)).toEqual([])
    const next = withRange(calendar, { kind: 'holidays', place: null }, rangeOf(form))
    expect(checkCalendar(next).ok).toBe(true)
    expect(dayOf(next, '2026-05-25')).toEqual({ date: '2026-05-25', kind: 'holiday', name: named })
    expect(withRange(next, { kind: 'holidays', place: 0 }, null)).toEqual(calendar)
  })

  it('W1 a half day ends at noon on that day only', () => {
    const form = { ...halfDay(weekly), from: '2026-05-24', to: '2026-05-24' }
    const next = withRange(calendar, { kind: 'patterns', place: null }, rangeOf(form))
    expect(checkCalendar(next).ok).toBe(true)
    expect(next.patterns[0]?.weekly['0']).toEqual([{ from: '08:00', to: '12:00' }])
    expect(dayOf(next, '2026-05-24')?.kind).toBe('special')
    expect(dayOf(next, '2026-05-31')?.kind).toBe('work')
  })

  it('W1 a form says what it lacks', () => {
    expect(lacksOfRange(emptyHoliday).map(({ field }) => field)).toEqual(['name-ar', 'from'])
    expect(
      lacksOfRange({ ...emptyHoliday, name: named, from: '2026-05-25', to: '2026-05-24' }).map(({ field }) => field),
    ).toEqual(['to'])
  })

  it('W1 a day without an English name is called by its Arabic one', () => {
    const form = { ...emptyHoliday, name: { ar: 'يوم الاستقلال', en: ' ' }, from: '2026-05-25', to: '2026-05-25' }
    expect(rangeOf(form).name).toEqual({ ar: 'يوم الاستقلال', en: 'يوم الاستقلال' })
  })

  it('W1 a year has all its days, on their weekdays', () => {
    const months = yearMonths(calendar, 2028)
    expect(months.flatMap((month) => month.days)).toHaveLength(366)
    expect(months.map((month) => month.startsOn)).toEqual([6, 2, 3, 6, 1, 4, 6, 2, 5, 0, 3, 5])
    expect(dayOf(calendar, '2028-02-29')?.kind).toBe('work')
    expect(dayOf(calendar, '2028-03-03')?.kind).toBe('off')
  })
})
