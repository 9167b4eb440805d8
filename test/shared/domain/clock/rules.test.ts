import { describe, expect, test } from 'vitest'
import { caseLimit, Limit, referralLimit, ServiceTargets, shippedTargets } from '#shared/domain/clock/limits.ts'
import { checkCalendar, endOfWork, normalDayMinutes, WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { dueAt } from '#shared/domain/clock/due.ts'
import { Instant, minuteOf, parseInstant } from '#shared/domain/clock/instant.ts'
import {
  addWorkingDays,
  addWorkingMinutes,
  isWorkingDay,
  isWorkingTime,
  localDateOf,
  nextWorkingMoment,
  startOfLocalDay,
  workingDaysFrom,
  workingMinutesBetween,
} from '#shared/domain/clock/working-time.ts'
import { isKnownZone, offsetAt } from '#shared/domain/clock/zone.ts'
import { eh, fixtureCalendar, local, office, wd, week, wh } from './calendars.ts'

const name = { ar: 'عطلة', en: 'Holiday' }

describe('W1 working time', () => {
  test('W1 several periods a day leave the lunch hour out', () => {
    const calendar = office('Asia/Riyadh', week('08:00-12:00 13:00-16:00'))
    const at = (text: string): Instant => local(text, 'Asia/Riyadh')
    expect(workingMinutesBetween(calendar, at('2026-02-01 11:30'), at('2026-02-01 13:30'))).toBe(60)
    expect(addWorkingMinutes(calendar, at('2026-02-01 11:30'), 60)).toBe(at('2026-02-01 13:30'))
    expect(addWorkingMinutes(calendar, at('2026-02-01 11:30'), 30)).toBe(at('2026-02-01 12:00'))
    expect(addWorkingMinutes(calendar, at('2026-02-01 13:10'), -20)).toBe(at('2026-02-01 11:50'))
  })

  test('W1 Ramadan hours replace the week between their dates, and the later pattern wins', () => {
    const calendar = office('Asia/Amman', week('08:00-15:00'), {
      patterns: [
        {
          from: '2026-02-18',
          to: '2026-03-19',
          name: { ar: 'دوام رمضان', en: 'Ramadan hours' },
          weekly: week('10:00-14:00'),
        },
        {
          from: '2026-03-17',
          to: '2026-03-19',
          name: { ar: 'العشر الأواخر', en: 'Last ten days' },
          weekly: week('10:00-13:00'),
        },
      ],
    })
    expect(workingMinutesBetween(calendar, local('2026-02-17 00:00'), local('2026-02-18 00:00'))).toBe(420)
    expect(workingMinutesBetween(calendar, local('2026-02-18 00:00'), local('2026-02-19 00:00'))).toBe(240)
    expect(dueAt(calendar, local('2026-02-16 09:00'), wd(2))).toBe(local('2026-02-18 14:00'))
    expect(dueAt(calendar, local('2026-03-16 14:30'), wd(1))).toBe(local('2026-03-18 13:00'))
    expect(workingMinutesBetween(calendar, local('2026-03-19 00:00'), local('2026-03-23 00:00'))).toBe(180 + 420)
  })

  test('W1 a pattern may open a weekend day, a holiday closes it again', () => {
    const saturday = {
      from: '2026-02-07',
      to: '2026-02-14',
      name: { ar: 'دوام السبت', en: 'Saturdays' },
      weekly: week('09:00-12:00', []),
    }
    const calendar = office('Asia/Amman', week('08:00-15:00'), {
      patterns: [saturday],
      holidays: [{ from: '2026-02-14', to: '2026-02-14', name }],
    })
    expect(isWorkingDay(calendar, '2026-02-07')).toBe(true)
    expect(isWorkingDay(calendar, '2026-02-14')).toBe(false)
    expect(isWorkingDay(calendar, '2026-02-21')).toBe(false)
  })

  test('W1 a half day ends its limit at noon', () => {
    const weekly = { ...week('08:00-15:00'), '4': [{ from: '08:00', to: '12:00' }] }
    expect(dueAt(office('Asia/Amman', weekly), local('2026-02-04 09:00'), wd(1))).toBe(local('2026-02-05 12:00'))
  })

  test('W1 nothing is counted backwards, and seconds are dropped', () => {
    expect(workingMinutesBetween(fixtureCalendar, local('2026-01-05 10:00'), local('2026-01-05 09:00'))).toBe(0)
    const at = (text: string): Instant => Instant.parse(text)
    expect(workingMinutesBetween(fixtureCalendar, at('2026-01-05T07:00:59.999Z'), at('2026-01-05T07:01:00.000Z'))).toBe(
      1,
    )
  })
})

describe('W2 due dates', () => {
  test('W2 receipt in the last minute of the day still makes it day 0, at the closing not', () => {
    expect(dueAt(fixtureCalendar, local('2026-01-05 14:59'), wd(1))).toBe(local('2026-01-06 15:00'))
    expect(dueAt(fixtureCalendar, local('2026-01-05 15:00'), wd(1))).toBe(local('2026-01-07 15:00'))
  })

  test('W2 receipt between two periods and before opening makes it day 0', () => {
    const calendar = office('Asia/Amman', week('08:00-12:00 13:00-15:00'))
    expect(dueAt(calendar, local('2026-01-05 12:30'), wd(1))).toBe(local('2026-01-06 15:00'))
    expect(dueAt(calendar, local('2026-01-05 05:00'), wd(1))).toBe(local('2026-01-06 15:00'))
  })

  test('W2 working hours run minute by minute inside periods, over weekend and holidays', () => {
    expect(dueAt(fixtureCalendar, local('2026-01-08 14:00'), wh(4))).toBe(local('2026-01-11 11:00'))
    expect(dueAt(fixtureCalendar, local('2026-03-19 14:00'), wh(2))).toBe(local('2026-03-24 09:00'))
    expect(dueAt(fixtureCalendar, local('2026-01-08 11:00'), wh(4))).toBe(local('2026-01-08 15:00'))
  })

  test('W2 D1 an inquiry has 24 hours on the clock, whatever the calendar says', () => {
    const limit = caseLimit(shippedTargets.cases, 'inquiry', 'complex')
    expect(dueAt(fixtureCalendar, local('2026-03-19 14:00'), limit)).toBe(local('2026-03-20 14:00'))
  })

  test('W2 an elapsed day over the change of the clock is 24 real hours', () => {
    const cairo = office('Africa/Cairo', week('08:00-15:00'))
    const at = (text: string): Instant => local(text, 'Africa/Cairo')
    expect(dueAt(cairo, at('2026-04-23 10:00'), eh(24))).toBe(at('2026-04-24 11:00'))
  })

  test('E-03 two working days after a due date are the ends of the second day, not of the third', () => {
    expect(workingDaysFrom(fixtureCalendar, local('2026-02-15 15:00'), 2)).toBe(local('2026-02-17 15:00'))
    expect(workingDaysFrom(fixtureCalendar, local('2026-02-15 15:00'), -1)).toBe(local('2026-02-12 15:00'))
    expect(addWorkingDays(fixtureCalendar, local('2026-02-15 15:00'), 2)).toBe(local('2026-02-18 15:00'))
  })
})

describe('bug 9 holidays, midnight, daylight saving', () => {
  test('bug 9 a holiday on a weekend day is not skipped twice', () => {
    const plain = office('Asia/Amman', week('08:00-15:00'))
    const weekend = office('Asia/Amman', week('08:00-15:00'), {
      holidays: [{ from: '2026-01-09', to: '2026-01-10', name }],
    })
    const twice = office('Asia/Amman', week('08:00-15:00'), {
      holidays: [
        { from: '2026-01-11', to: '2026-01-12', name },
        { from: '2026-01-12', to: '2026-01-12', name },
      ],
    })
    const start = local('2026-01-08 09:00')
    expect(dueAt(weekend, start, wd(2))).toBe(dueAt(plain, start, wd(2)))
    expect(dueAt(twice, start, wd(2))).toBe(local('2026-01-14 15:00'))
  })

  test('bug 9 a period ending at 24:00 ends at the next local midnight, also when that midnight is skipped', () => {
    // Cairo 2026: Friday 24 April 00:00 becomes 01:00; Thursday 29 October 24:00 becomes 23:00.
    const calendar = office('Africa/Cairo', week('16:00-24:00', []))
    const at = (text: string): Instant => local(text, 'Africa/Cairo')
    expect(dueAt(calendar, at('2026-01-05 17:00'), wd(1))).toBe(at('2026-01-07 00:00'))
    expect(dueAt(calendar, at('2026-04-22 17:00'), wd(1))).toBe('2026-04-23T22:00:00.000Z')
    expect(startOfLocalDay('Africa/Cairo', '2026-04-24')).toBe('2026-04-23T22:00:00.000Z')
    expect(localDateOf('Africa/Cairo', startOfLocalDay('Africa/Cairo', '2026-04-24'))).toBe('2026-04-24')
    expect(workingMinutesBetween(calendar, at('2026-04-23 12:00'), at('2026-04-24 12:00'))).toBe(8 * 60)
  })

  test('bug 9 an evening lengthened by the repeated hour counts it, and still ends at midnight', () => {
    const calendar = office('Africa/Cairo', week('16:00-24:00', []))
    expect(startOfLocalDay('Africa/Cairo', '2026-10-30')).toBe('2026-10-29T22:00:00.000Z')
    expect(dueAt(calendar, local('2026-10-28 17:00', 'Africa/Cairo'), wd(1))).toBe('2026-10-29T22:00:00.000Z')
    expect(
      workingMinutesBetween(
        calendar,
        Instant.parse('2026-10-29T10:00:00.000Z'),
        Instant.parse('2026-10-30T10:00:00.000Z'),
      ),
    ).toBe(9 * 60)
  })

  test('bug 9 due dates over a change of the clock stay at the closing on the wall', () => {
    for (const zone of ['Africa/Cairo', 'Asia/Gaza', 'Europe/London', 'America/New_York']) {
      const calendar = office(zone, week('08:00-15:00', []))
      for (const month of ['03', '04', '10', '11']) {
        const due = dueAt(calendar, local(`2026-${month}-01 09:00`, zone), wd(28))
        expect(due).toBe(local(`2026-${month}-29 15:00`, zone))
      }
    }
  })

  test('bug 9 a skipped hour holds no time, a repeated hour is its first occurrence', () => {
    const london = (text: string): Instant => local(text, 'Europe/London')
    expect(london('2026-03-29 01:30')).toBe('2026-03-29T01:00:00.000Z')
    expect(london('2026-10-25 01:30')).toBe('2026-10-25T00:30:00.000Z')
    const night = office('Europe/London', week('00:00-01:00 01:00-02:00 02:00-08:00', []))
    const day = (text: string): number => workingMinutesBetween(night, london(`${text} 00:00`), london(`${text} 12:00`))
    expect([day('2026-03-28'), day('2026-03-29'), day('2026-10-25')]).toEqual([480, 420, 540])
    const jumped = office('Europe/London', week('01:00-02:00', []))
    expect(isWorkingDay(jumped, '2026-03-29')).toBe(false)
    expect(dueAt(jumped, london('2026-03-28 01:30'), wd(1))).toBe(london('2026-03-30 02:00'))
  })

  test('bug 9 a zone with four changes a year and one that lost a day are read exactly', () => {
    expect(offsetAt('Africa/Casablanca', minuteOf(Instant.parse('2026-03-01T12:00:00.000Z')))).toBe(0)
    expect(offsetAt('Africa/Casablanca', minuteOf(Instant.parse('2026-06-01T12:00:00.000Z')))).toBe(60)
    const apia = office('Pacific/Apia', week('08:00-16:00', []))
    expect(isWorkingDay(apia, '2011-12-30')).toBe(false)
    expect(dueAt(apia, local('2011-12-29 09:00', 'Pacific/Apia'), wd(1))).toBe(
      local('2011-12-31 16:00', 'Pacific/Apia'),
    )
  })
})

test('bug 14 today is the calendar day of the office, not the last 24 hours', () => {
  const late = Instant.parse('2026-01-05T21:30:00.000Z')
  expect(localDateOf('Asia/Amman', late)).toBe('2026-01-06')
  expect(localDateOf('UTC', late)).toBe('2026-01-05')
  expect(startOfLocalDay('Asia/Amman', '2026-01-06')).toBe('2026-01-05T21:00:00.000Z')
})

test('bug 8 a moment outside working time moves to the next opening', () => {
  expect(nextWorkingMoment(fixtureCalendar, local('2026-03-19 15:00'))).toBe(local('2026-03-24 08:00'))
  expect(nextWorkingMoment(fixtureCalendar, local('2026-03-24 08:00'))).toBe(local('2026-03-24 08:00'))
  expect(isWorkingTime(fixtureCalendar, local('2026-03-24 14:59'))).toBe(true)
  expect(isWorkingTime(fixtureCalendar, local('2026-03-24 15:00'))).toBe(false)
})

test('W10 the normal day is the most common working day of the base week', () => {
  const weekly = { ...week('08:00-12:00 13:00-16:00'), '4': [{ from: '08:00', to: '12:00' }] }
  expect(normalDayMinutes(office('Asia/Amman', weekly).calendar)).toBe(420)
  expect(normalDayMinutes(office('Asia/Amman', week('')).calendar)).toBe(0)
})

describe('G-03 what a calendar may be', () => {
  const base = fixtureCalendar.calendar
  const code = (calendar: WorkCalendar): string => {
    const checked = checkCalendar(WorkCalendar.parse(calendar))
    return checked.ok ? 'ok' : checked.refusal.code
  }

  test('G-03 a good calendar passes, a bad one is refused with its reason', () => {
    expect(code(base)).toBe('ok')
    expect(code({ ...base, zone: 'Asia/Nowhere' })).toBe('calendar-unknown-zone')
    expect(code({ ...base, weekly: week('12:00-08:00') })).toBe('calendar-period-reversed')
    expect(code({ ...base, weekly: week('08:00-12:00 11:00-15:00') })).toBe('calendar-periods-overlap')
    expect(code({ ...base, weekly: week('') })).toBe('calendar-no-working-time')
    expect(code({ ...base, holidays: [{ from: '2026-02-02', to: '2026-02-01', name }] })).toBe(
      'calendar-dates-reversed',
    )
    expect(code({ ...base, holidays: [{ from: '2026-02-02', to: '2029-02-01', name }] })).toBe(
      'calendar-range-too-long',
    )
    expect(code({ ...base, weekly: week('08:00-12:00 12:00-24:00') })).toBe('ok')
  })

  test('G-03 shapes that are no calendar, limit or instant do not parse', () => {
    expect(WorkCalendar.safeParse({ ...base, weekly: { '0': [] } }).success).toBe(false)
    expect(WorkCalendar.safeParse({ ...base, weekly: week('8:00-15:00') }).success).toBe(false)
    expect(
      WorkCalendar.safeParse({ ...base, holidays: [{ from: '2026-02-30', to: '2026-02-30', name }] }).success,
    ).toBe(false)
    expect(Limit.safeParse({ unit: 'days', amount: 3, mode: 'elapsed' }).success).toBe(false)
    expect(Limit.safeParse({ unit: 'hours', amount: 0, mode: 'elapsed' }).success).toBe(false)
    expect(Instant.safeParse('2026-02-30T00:00:00.000Z').success).toBe(false)
    expect(parseInstant('2026-02-30T10:00Z')).toBeNull()
    expect(parseInstant('2026-02-28T10:00+03:00')).toBe('2026-02-28T07:00:00.000Z')
    expect(isKnownZone('Asia/Gaza')).toBe(true)
  })
})

test('L-05 limits are looked up by type and complexity, then type, then fallback', () => {
  expect(ServiceTargets.parse(shippedTargets)).toEqual(shippedTargets)
  expect(caseLimit(shippedTargets.cases, 'complaint', 'critical')).toEqual(wd(1))
  expect(caseLimit(shippedTargets.cases, 'complaint', null)).toEqual(wd(3))
  expect(caseLimit(shippedTargets.cases, 'praise', 'complex')).toEqual(wd(5))
  expect(caseLimit(shippedTargets.cases, 'other', null)).toEqual(shippedTargets.cases.fallback)
  expect(referralLimit(shippedTargets.referrals, 'critical')).toEqual(wh(4))
  expect(referralLimit(shippedTargets.referrals, null)).toEqual(wd(2))
})

test('W2 a due date is proposed at the end of the longest day of the week', () => {
  expect(endOfWork(office('Asia/Amman', week('08:00-12:00')).calendar)).toBe('12:00')
  expect(endOfWork(fixtureCalendar.calendar)).toBe('15:00')
  expect(endOfWork(office('Asia/Amman', week('20:00-24:00')).calendar)).toBe('23:59')
})
