import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '#test/support/effort.ts'
import { checkCalendar } from '#shared/domain/clock/calendar.ts'
import type { Period, Week, WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { dueOriginal, startClock } from '#shared/domain/clock/case-clock.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { CompiledCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import { dueAt } from '#shared/domain/clock/due.ts'
import { explainDue } from '#shared/domain/clock/explain.ts'
import { instantOfMinute, minuteOf } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { Limit } from '#shared/domain/clock/limits.ts'
import { dateOfDayNumber, dayNumberOf } from '#shared/domain/clock/local-date.ts'
import { pausedMinutes } from '#shared/domain/clock/pauses.ts'
import type { Pause } from '#shared/domain/clock/pauses.ts'
import {
  addWorkingMinutes,
  isWorkingTime,
  workingDaysBetween,
  workingMinutesBetween,
} from '#shared/domain/clock/working-time.ts'
import { minuteOfDay } from '#shared/domain/clock/zone.ts'
import { eh, fixtureCalendar, local, wd, wh } from './calendars.ts'

const zones = [
  'Asia/Amman',
  'Asia/Riyadh',
  'Africa/Cairo',
  'Asia/Gaza',
  'Europe/London',
  'Africa/Casablanca',
  'America/St_Johns',
]
const name = { ar: 'اسم', en: 'Name' }
const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Up to three periods on the quarter hour; the last may end at 24:00. */
const periods: fc.Arbitrary<Period[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 6 })
  .map((marks) => marks.sort((a, b) => a - b).map((mark) => clockText(mark * 15)))
  .map((marks) =>
    Array.from({ length: Math.floor(marks.length / 2) }, (_, i) => ({
      from: marks[2 * i] ?? '',
      to: marks[2 * i + 1] ?? '',
    })),
  )

const weekArbitrary: fc.Arbitrary<Week> = fc.record({
  '0': fc.constant<Period[]>([{ from: '08:00', to: '15:00' }]),
  '1': periods,
  '2': periods,
  '3': periods,
  '4': periods,
  '5': fc.oneof(fc.constant<Period[]>([]), periods),
  '6': fc.constant<Period[]>([]),
})

const firstDay = dayNumberOf('2026-01-01')
const range = fc
  .tuple(fc.integer({ min: 0, max: 360 }), fc.integer({ min: 0, max: 20 }))
  .map(([day, length]) => ({ from: dateOfDayNumber(firstDay + day), to: dateOfDayNumber(firstDay + day + length) }))

const calendars: fc.Arbitrary<CompiledCalendar> = fc
  .record<WorkCalendar>({
    zone: fc.constantFrom(...zones),
    weekly: weekArbitrary,
    patterns: fc.array(
      fc.tuple(range, weekArbitrary).map(([dates, weekly]) => ({ ...dates, name, weekly })),
      { maxLength: 3 },
    ),
    holidays: fc.array(
      range.map((dates) => ({ ...dates, name })),
      { maxLength: 4 },
    ),
  })
  .map(compileCalendar)

const yearStart = firstDay * 1440
const minutes = fc.integer({ min: yearStart - 3000, max: yearStart + 366 * 1440 })
const instants: fc.Arbitrary<Instant> = minutes.map(instantOfMinute)
const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.integer({ min: 1, max: 20 }).map(wd),
  fc.integer({ min: 1, max: 60 }).map(wh),
  fc.integer({ min: 1, max: 60 }).map(eh),
)

test('W1 generated calendars are calendars an office could save', () => {
  fc.assert(
    fc.property(calendars, (calendar) => checkCalendar(calendar.calendar).ok),
    runs(50),
  )
})

test('W1 minutes add up and never fall: minutes(a,c) = minutes(a,b) + minutes(b,c)', () => {
  fc.assert(
    fc.property(calendars, fc.tuple(instants, instants, instants), (calendar, three) => {
      const [a, b, c] = three.sort() as [Instant, Instant, Instant]
      const [ab, bc] = [workingMinutesBetween(calendar, a, b), workingMinutesBetween(calendar, b, c)]
      expect(ab).toBeGreaterThanOrEqual(0)
      expect(ab).toBeLessThanOrEqual(minuteOf(b) - minuteOf(a))
      expect(workingMinutesBetween(calendar, a, c)).toBe(ab + bc)
    }),
    runs(300),
  )
})

test('W1 adding working minutes and counting them are inverse, both ways', () => {
  fc.assert(
    fc.property(calendars, instants, fc.integer({ min: 1, max: 30_000 }), (calendar, at, count) => {
      const later = addWorkingMinutes(calendar, at, count)
      expect(workingMinutesBetween(calendar, at, later)).toBe(count)
      expect(workingMinutesBetween(calendar, at, instantOfMinute(minuteOf(later) - 1))).toBe(count - 1)
      const earlier = addWorkingMinutes(calendar, at, -count)
      expect(workingMinutesBetween(calendar, earlier, at)).toBe(count)
      expect(isWorkingTime(calendar, earlier)).toBe(true)
      if (isWorkingTime(calendar, at)) expect(addWorkingMinutes(calendar, later, -count)).toBe(at)
    }),
    runs(300),
  )
})

test('W2 a due date in days or working hours is the last minute of working time, never outside', () => {
  fc.assert(
    fc.property(calendars, instants, limits, (calendar, start, limit) => {
      const due = dueAt(calendar, start, limit)
      expect(due > start).toBe(true)
      if (limit.mode === 'elapsed') return
      expect(isWorkingTime(calendar, instantOfMinute(minuteOf(due) - 1))).toBe(true)
    }),
    runs(300),
  )
})

test('W2 UI-5 days left are the working days that lie ahead, after today up to the day it is due, whatever the hour', () => {
  // Tuesday, 15:00; Friday and Saturday are off.
  const due = local('2026-12-01 15:00')
  const left = (at: string) => workingDaysBetween(fixtureCalendar, local(at), due)
  expect(left('2026-11-26 16:00')).toBe(3)
  expect(left('2026-11-27 22:00')).toBe(3)
  expect(left('2026-11-28 22:00')).toBe(3)
  expect(left('2026-11-29 08:00')).toBe(2)
  expect(left('2026-11-29 22:00')).toBe(2)
  expect(left('2026-11-30 22:00')).toBe(1)
  expect(left('2026-12-01 10:00')).toBe(0)
})

test('W2 a later start is never due sooner', () => {
  fc.assert(
    fc.property(calendars, fc.tuple(instants, instants), limits, (calendar, pair, limit) => {
      const [a, b] = pair.sort() as [Instant, Instant]
      expect(dueAt(calendar, a, limit) <= dueAt(calendar, b, limit)).toBe(true)
    }),
    runs(300),
  )
})

const pauseFrom = (start: number): fc.Arbitrary<Pause> =>
  fc
    .tuple(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 0, max: 20_000 }),
      fc.option(fc.integer({ min: 1, max: 10 })),
    )
    .map(([from, length, capDays]) => ({
      cause: 'info' as const,
      from: instantOfMinute(start + from),
      to: instantOfMinute(start + from + length),
      capDays,
    }))

const pausedClock = minutes.chain((start) =>
  fc.tuple(fc.constant(instantOfMinute(start)), fc.array(pauseFrom(start), { maxLength: 4 })),
)
const versions = { calendarVersion: 'c', limitVersion: 'l', zoneVersion: 'z' }
const end = instantOfMinute(yearStart + 3 * 366 * 1440)

test('W5 pauses move the due date by exactly their minutes, and each minute counts once', () => {
  fc.assert(
    fc.property(calendars, pausedClock, limits, (calendar, [start, pauses], limit) => {
      const base = dueAt(calendar, start, limit)
      const moved = dueOriginal(calendar, { ...startClock({ start, limit, versions }), pauses }, end)
      const paused = pausedMinutes(calendar, pauses, { until: end, mode: limit.mode })
      const distance =
        limit.mode === 'elapsed' ? minuteOf(moved) - minuteOf(base) : workingMinutesBetween(calendar, base, moved)
      expect(distance).toBe(paused)
      const doubled = pausedMinutes(calendar, [...pauses, ...pauses], { until: end, mode: limit.mode })
      expect(doubled).toBe(paused)
    }),
    runs(200),
  )
})

test('W5 the paused minutes are those of the union, counted on a line', () => {
  fc.assert(
    fc.property(calendars, pausedClock, (calendar, [, pauses]) => {
      const uncapped = pauses.map((pause) => ({ ...pause, capDays: null }))
      const marked = new Set<number>()
      for (const pause of uncapped) {
        for (let minute = minuteOf(pause.from); minute < minuteOf(pause.to ?? pause.from); minute++) marked.add(minute)
      }
      expect(pausedMinutes(calendar, uncapped, { until: end, mode: 'elapsed' })).toBe(marked.size)
    }),
    runs(20),
  )
})

test('B-05 an explanation lists every day once, and its minutes are the minutes of the limit', () => {
  fc.assert(
    fc.property(calendars, instants, limits, (calendar, start, limit) => {
      const { days, beforePauses } = explainDue(calendar, startClock({ start, limit, versions }), end)
      if (limit.mode === 'elapsed') return
      const numbers = days.map((day) => dayNumberOf(day.date))
      expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i))
      const counted = days.flatMap((day) => (day.kind === 'counted' ? [day.number] : []))
      expect(counted).toEqual(counted.map((_, i) => i + 1))
      if (limit.unit === 'days') expect(counted.length).toBe(limit.amount)
      const sum = days.reduce((total, day) => total + day.minutes, 0)
      expect(sum).toBe(workingMinutesBetween(calendar, start, beforePauses))
    }),
    runs(200),
  )
})

/** Reads the wall clock of every minute by itself and asks whether the office is open: slow, and shares no code with the engine. */
function slowMinutes(calendar: WorkCalendar, from: number, to: number): number {
  const wall = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
    timeZone: calendar.zone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
  let count = 0
  for (let minute = from; minute < to; minute++) {
    const [date = '', time = ''] = wall.format(minute * 60_000).split(', ')
    if (isOpenOnWall(calendar, date, minuteOfDay(time))) count++
  }
  return count
}

function isOpenOnWall(calendar: WorkCalendar, date: string, minute: number): boolean {
  if (calendar.holidays.some((holiday) => holiday.from <= date && date <= holiday.to)) return false
  const weekday = String(new Date(`${date}T12:00:00Z`).getUTCDay()) as keyof Week
  const hours =
    calendar.patterns.findLast((pattern) => pattern.from <= date && date <= pattern.to)?.weekly ?? calendar.weekly
  return hours[weekday].some((period) => minuteOfDay(period.from) <= minute && minute < minuteOfDay(period.to))
}

test('W1 the engine counts as a person reading the wall clock minute by minute', () => {
  fc.assert(
    fc.property(calendars, minutes, fc.integer({ min: 1, max: 3000 }), (calendar, from, length) => {
      // In a repeated hour the two may part: a period is one stretch, the reading of the wall is two.
      fc.pre(!isNearRepeatedHour(calendar.calendar.zone, from, from + length))
      const counted = workingMinutesBetween(calendar, instantOfMinute(from), instantOfMinute(from + length))
      expect(counted).toBe(slowMinutes(calendar.calendar, from, from + length))
    }),
    runs(40),
  )
})

/** Where the wall clock goes back, told without the engine: the same wall minute shows twice within a day. */
function isNearRepeatedHour(zone: string, from: number, to: number): boolean {
  const offset = (minute: number): number => {
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
      minute * 60_000,
    )
    return Date.parse(`${shown.replace(' ', 'T')}Z`) / 60_000 - minute
  }
  return offset(to + 1440) < offset(from - 1440)
}

test('W1 over the skipped and the repeated hour of 2026 the engine and the wall agree', () => {
  const days = [{ from: '00:00', to: '24:00' }]
  const half = [
    { from: '00:00', to: '12:00' },
    { from: '13:00', to: '24:00' },
  ]
  for (const zone of ['Africa/Cairo', 'Asia/Gaza', 'Europe/London', 'Africa/Casablanca', 'America/St_Johns']) {
    const weekly: Week = { '0': days, '1': half, '2': days, '3': half, '4': days, '5': half, '6': days }
    const calendar = compileCalendar({ zone, weekly, patterns: [], holidays: [] })
    for (const date of [
      '2026-02-15',
      '2026-03-22',
      '2026-03-29',
      '2026-04-24',
      '2026-10-24',
      '2026-10-25',
      '2026-10-30',
      '2026-11-01',
    ]) {
      const noon = dayNumberOf(date) * 1440 - 720
      const counted = workingMinutesBetween(calendar, instantOfMinute(noon), instantOfMinute(noon + 1440))
      expect(counted, `${zone} ${date}`).toBe(slowMinutes(calendar.calendar, noon, noon + 1440))
    }
  }
})
