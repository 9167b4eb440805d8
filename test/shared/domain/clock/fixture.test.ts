import { expect, test } from 'vitest'
import { inTime } from '#shared/domain/clock/case-clock.ts'
import { dueAt } from '#shared/domain/clock/due.ts'
import { caseLimit, referralLimit, shippedTargets } from '#shared/domain/clock/limits.ts'
import { referralDue } from '#shared/domain/clock/referral-clock.ts'
import { workingDaysBetween, workingMinutesBetween } from '#shared/domain/clock/working-time.ts'
import { normalDayMinutes } from '#shared/domain/clock/calendar.ts'
import { fixtureCalendar as calendar, local } from './calendars.ts'

interface Cycle {
  readonly name: string
  readonly complexity: string
  readonly start: string
  readonly due: string
  readonly resolved?: string
  readonly isInTime?: boolean
  readonly minutes?: number
}

const cycles: readonly Cycle[] = [
  {
    name: 'C1',
    complexity: 'routine',
    start: '2026-01-04 09:00',
    due: '2026-01-07 15:00',
    resolved: '2026-01-04 09:20',
    isInTime: true,
    minutes: 20,
  },
  {
    name: 'C2',
    complexity: 'routine',
    start: '2026-01-05 14:50',
    due: '2026-01-08 15:00',
    resolved: '2026-01-08 10:00',
    isInTime: true,
    minutes: 970,
  },
  {
    name: 'C3.1',
    complexity: 'complex',
    start: '2026-01-09 20:00',
    due: '2026-01-25 15:00',
    resolved: '2026-01-27 12:00',
    isInTime: false,
    minutes: 5280,
  },
  {
    name: 'C3.2',
    complexity: 'complex',
    start: '2026-02-01 09:00',
    due: '2026-02-15 15:00',
    resolved: '2026-02-05 13:00',
    isInTime: true,
  },
  {
    name: 'C4',
    complexity: 'critical',
    start: '2026-02-10 08:10',
    due: '2026-02-11 15:00',
    resolved: '2026-02-10 13:00',
    isInTime: true,
    minutes: 290,
  },
  {
    name: 'C7',
    complexity: 'routine',
    start: '2026-03-01 09:40',
    due: '2026-03-04 15:00',
    resolved: '2026-03-01 10:00',
    isInTime: true,
    minutes: 20,
  },
  {
    name: 'C8',
    complexity: 'routine',
    start: '2026-03-05 09:00',
    due: '2026-03-10 15:00',
    resolved: '2026-03-12 11:00',
    isInTime: false,
    minutes: 2220,
  },
  { name: 'C9', complexity: 'complex', start: '2026-03-10 09:00', due: '2026-03-26 15:00' },
  { name: 'C10', complexity: 'routine', start: '2026-03-30 11:00', due: '2026-04-02 15:00' },
  {
    name: 'C11',
    complexity: 'complex',
    start: '2025-12-28 10:00',
    due: '2026-01-11 15:00',
    resolved: '2026-01-08 09:00',
    isInTime: true,
    minutes: 3720,
  },
]

for (const cycle of cycles) {
  test(`W2 fixture ${cycle.name} falls due ${cycle.due}`, () => {
    const due = dueAt(calendar, local(cycle.start), caseLimit(shippedTargets.cases, 'complaint', cycle.complexity))
    expect(due).toBe(local(cycle.due))
    if (cycle.resolved !== undefined) expect(inTime(local(cycle.resolved), due)).toBe(cycle.isInTime)
  })

  if (cycle.resolved !== undefined && cycle.minutes !== undefined) {
    test(`W1 fixture ${cycle.name} took ${cycle.minutes} working minutes`, () => {
      expect(workingMinutesBetween(calendar, local(cycle.start), local(cycle.resolved ?? ''))).toBe(cycle.minutes)
    })
  }
}

const referrals = [
  {
    name: 'C2→A',
    complexity: 'routine',
    sent: '2026-01-05 14:55',
    caseDue: '2026-01-08 15:00',
    due: '2026-01-07 15:00',
  },
  {
    name: 'C3.1→B',
    complexity: 'complex',
    sent: '2026-01-11 09:00',
    caseDue: '2026-01-25 15:00',
    due: '2026-01-20 15:00',
  },
  {
    name: 'C4→A',
    complexity: 'critical',
    sent: '2026-02-10 08:20',
    caseDue: '2026-02-11 15:00',
    due: '2026-02-10 12:20',
  },
  {
    name: 'C8→A,B',
    complexity: 'routine',
    sent: '2026-03-05 09:30',
    caseDue: '2026-03-10 15:00',
    due: '2026-03-09 15:00',
  },
  {
    name: 'C9→B',
    complexity: 'complex',
    sent: '2026-03-10 09:30',
    caseDue: '2026-03-26 15:00',
    due: '2026-03-19 15:00',
  },
] as const

for (const referral of referrals) {
  test(`W2 fixture referral ${referral.name} falls due ${referral.due}`, () => {
    const limit = referralLimit(shippedTargets.referrals, referral.complexity)
    const due = referralDue(calendar, { sent: local(referral.sent), limit, caseDue: local(referral.caseDue) })
    expect(due.at).toBe(local(referral.due))
    expect(due.ground).toBe('limit')
  })
}

test('W10 the fixture office has days of 420 minutes, so 970 minutes are 2.31 working days', () => {
  expect(normalDayMinutes(calendar.calendar)).toBe(420)
  expect((970 / normalDayMinutes(calendar.calendar)).toFixed(2)).toBe('2.31')
})

test('K7a at the end of 31 March C10 is due in two working days and C9 is overdue', () => {
  const end = local('2026-03-31 23:59')
  expect(workingDaysBetween(calendar, end, local('2026-04-02 15:00'))).toBe(2)
  expect(workingDaysBetween(calendar, end, local('2026-03-26 15:00'))).toBe(0)
})
