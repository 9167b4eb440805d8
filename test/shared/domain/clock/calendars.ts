import type { Period, Week, WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { CompiledCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { Limit } from '#shared/domain/clock/limits.ts'
import { instantOfLocal } from '#shared/domain/clock/zone.ts'

export const wd = (amount: number): Limit => ({ unit: 'days', amount, mode: 'working' })
export const wh = (amount: number): Limit => ({ unit: 'hours', amount, mode: 'working' })
export const eh = (amount: number): Limit => ({ unit: 'hours', amount, mode: 'elapsed' })

/** `'08:00-12:00 13:00-15:00'` as periods; an empty text is a day off. */
export const hours = (text: string): Period[] =>
  text === '' ? [] : text.split(' ').map((span) => ({ from: span.slice(0, 5), to: span.slice(6) }))

export const week = (workday: string, daysOff: readonly string[] = ['5', '6']): Week => {
  const day = (name: string): Period[] => hours(daysOff.includes(name) ? '' : workday)
  return { '0': day('0'), '1': day('1'), '2': day('2'), '3': day('3'), '4': day('4'), '5': day('5'), '6': day('6') }
}

export const office = (zone: string, weekly: Week, more: Partial<WorkCalendar> = {}): CompiledCalendar =>
  compileCalendar({ zone, weekly, patterns: [], holidays: [], ...more })

/** Spec/kpis.md 5.5. */
export const fixtureCalendar: CompiledCalendar = office('Asia/Amman', week('08:00-15:00'), {
  holidays: [{ from: '2026-03-20', to: '2026-03-23', name: { ar: 'عيد الفطر', en: 'Eid al-Fitr' } }],
})

/** `'2026-01-04 09:00'` on the wall of a zone. */
export const local = (text: string, zone = 'Asia/Amman'): Instant =>
  instantOfLocal(zone, text.slice(0, 10), text.slice(11))
