import { expect, test } from 'vitest'
import { startClock } from '#shared/domain/clock/case-clock.ts'
import type { CaseClock } from '#shared/domain/clock/case-clock.ts'
import { explainDue } from '#shared/domain/clock/explain.ts'
import type { ExplainedDay } from '#shared/domain/clock/explain.ts'
import type { Limit } from '#shared/domain/clock/limits.ts'
import { eh, fixtureCalendar as calendar, local, office, wd, week, wh } from './calendars.ts'

const versions = { calendarVersion: 'cal-1', limitVersion: 'lim-1', zoneVersion: '2026c' }
const clockFrom = (start: string, limit: Limit): CaseClock => startClock({ start: local(start), limit, versions })
const later = local('2026-12-01 09:00')

const line = (day: ExplainedDay): string => {
  if (day.kind === 'counted') return `${day.date.slice(5)} ${day.number}`
  return day.kind === 'day-zero' ? `${day.date.slice(5)} 0` : `${day.date.slice(5)} ${day.reason}`
}

test('B-05 the fixture C9 is explained day by day, holidays on the weekend named once', () => {
  const explained = explainDue(calendar, clockFrom('2026-03-10 09:00', wd(10)), later)
  expect(explained.days.map(line)).toEqual([
    '03-10 0',
    '03-11 1',
    '03-12 2',
    '03-13 weekend',
    '03-14 weekend',
    '03-15 3',
    '03-16 4',
    '03-17 5',
    '03-18 6',
    '03-19 7',
    '03-20 weekend',
    '03-21 weekend',
    '03-22 holiday',
    '03-23 holiday',
    '03-24 8',
    '03-25 9',
    '03-26 10',
  ])
  expect(explained.days.find((day) => day.date === '2026-03-22')?.holiday?.en).toBe('Eid al-Fitr')
  expect(explained).toMatchObject({
    dueOriginal: local('2026-03-26 15:00'),
    startDate: '2026-03-10',
    limit: wd(10),
    versions,
  })
})

test('B-05 W2 receipt after closing or on a weekend says which day is day 0 and why', () => {
  const evening = explainDue(calendar, clockFrom('2026-01-08 18:00', wd(1)), later)
  expect(evening.days.map(line)).toEqual(['01-08 after-hours', '01-09 weekend', '01-10 weekend', '01-11 0', '01-12 1'])
})

test('B-05 working hours show the minutes each day gave', () => {
  const explained = explainDue(calendar, clockFrom('2026-01-08 14:00', wh(4)), later)
  expect(explained.days.map((day) => [line(day), day.minutes])).toEqual([
    ['01-08 1', 60],
    ['01-09 weekend', 0],
    ['01-10 weekend', 0],
    ['01-11 2', 180],
  ])
})

test('B-05 a limit on the clock lists no days', () => {
  expect(explainDue(calendar, clockFrom('2026-01-08 14:00', eh(24)), later).days).toEqual([])
})

test('B-05 patterns are named, and a pattern that closes a day is the reason', () => {
  const name = { ar: 'دوام رمضان', en: 'Ramadan hours' }
  const patterns = [{ from: '2026-02-18', to: '2026-03-19', name, weekly: week('10:00-14:00', ['4', '5', '6']) }]
  const explained = explainDue(
    office('Asia/Amman', week('08:00-15:00'), { patterns }),
    clockFrom('2026-02-17 09:00', wd(2)),
    later,
  )
  expect(explained.days.map(line)).toEqual([
    '02-17 0',
    '02-18 1',
    '02-19 pattern',
    '02-20 weekend',
    '02-21 weekend',
    '02-22 2',
  ])
  expect(explained.days[1]).toMatchObject({ pattern: name, minutes: 240 })
})

test('B-05 W5 pauses, the days they moved the date over, and the extension are told', () => {
  const clock: CaseClock = {
    ...clockFrom('2026-02-01 09:00', wd(3)),
    pauses: [{ cause: 'info', from: local('2026-02-02 10:00'), to: local('2026-02-03 12:00'), capDays: 10 }],
    extensions: [{ approvedAt: local('2026-02-05 09:00'), to: local('2026-02-12 15:00') }],
  }
  const explained = explainDue(calendar, clock, later)
  expect(explained.beforePauses).toBe(local('2026-02-04 15:00'))
  expect(explained.pauses).toMatchObject([{ cause: 'info', minutes: 540, isCapped: false, isOpen: false }])
  expect(explained.movedDays.map((day) => [line(day), day.minutes])).toEqual([
    ['02-05 1', 420],
    ['02-06 weekend', 0],
    ['02-07 weekend', 0],
    ['02-08 2', 120],
  ])
  expect(explained.dueOriginal).toBe(local('2026-02-08 10:00'))
  expect(explained.dueNow).toBe(local('2026-02-12 15:00'))
})

test('B-05 W4 an open question is shown up to its cap', () => {
  const clock: CaseClock = {
    ...clockFrom('2026-02-01 09:00', wd(3)),
    pauses: [{ cause: 'info', from: local('2026-02-02 10:00'), to: null, capDays: 2 }],
  }
  const explained = explainDue(calendar, clock, local('2026-02-02 11:00'))
  expect(explained.pauses).toMatchObject([{ to: local('2026-02-04 15:00'), isOpen: true, minutes: 300 + 840 }])
  expect(explained.pausedMinutes).toBe(1140)
})
