import { describe, expect, test } from 'vitest'
import {
  CaseClock,
  clockMinutes,
  DueStamp,
  dueNow,
  dueOriginal,
  dueStamp,
  inTime,
  isPaused,
  pauseMinutes,
  startClock,
} from '#shared/domain/clock/case-clock.ts'
import {
  dueMoveByCalendar,
  extendClock,
  isRescuedByChange,
  pauseClock,
  recalendarClock,
  reclassifyClock,
  resumeClock,
  stopClock,
} from '#shared/domain/clock/clock-changes.ts'
import { Instant } from '#shared/domain/clock/instant.ts'
import type { Limit } from '#shared/domain/clock/limits.ts'
import type { Pause } from '#shared/domain/clock/pauses.ts'
import { referralDue } from '#shared/domain/clock/referral-clock.ts'
import { must } from '#shared/lib/assert.ts'
import type { Result } from '#shared/lib/result.ts'
import { eh, fixtureCalendar as calendar, local, office, wd, week, wh } from './calendars.ts'

const versions = { calendarVersion: 'cal-1', limitVersion: 'lim-1', zoneVersion: '2026c' }
const clockFrom = (start: string, limit: Limit): CaseClock => startClock({ start: local(start), limit, versions })
type PauseTimes = readonly [cause: Pause['cause'], from: string, to?: string | null, capDays?: number]
const pause = (...[cause, from, to = null, capDays]: PauseTimes): Pause => ({
  cause,
  from: local(from),
  to: to === null ? null : local(to),
  capDays: capDays ?? null,
})
const done = <T>(result: Result<T>): T => must(result.ok ? result.value : null, 'the change is allowed')
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code)
const later = local('2026-12-01 09:00')

test('W3 the clock starts at receipt: a registration typed later has no say', () => {
  expect(dueOriginal(calendar, clockFrom('2026-01-09 20:00', wd(10)), local('2026-01-12 10:00'))).toBe(
    local('2026-01-25 15:00'),
  )
})

describe('W4 pauses', () => {
  test('W4 a question pauses until its answer, and no longer than its cap', () => {
    const answered = [pause('info', '2026-02-02 10:00', '2026-02-03 10:00', 10)]
    expect(pauseMinutes(calendar, answered, later)).toBe(420)
    const silent = [pause('info', '2026-02-02 10:00', null, 10)]
    expect(pauseMinutes(calendar, silent, local('2026-02-03 10:00'))).toBe(420)
    expect(pauseMinutes(calendar, silent, later)).toBe(300 + 10 * 420)
  })

  test('W4 a question still open gives the due date that holds if nobody answers', () => {
    const clock = done(pauseClock(clockFrom('2026-02-01 09:00', wd(3)), pause('info', '2026-02-02 10:00', null, 2)))
    const open = dueOriginal(calendar, clock, local('2026-02-02 10:00'))
    expect(open).toBe(dueOriginal(calendar, clock, later))
    expect(isPaused(calendar, clock, local('2026-02-03 10:00'))).toBe(true)
    expect(isPaused(calendar, clock, local('2026-02-04 15:00'))).toBe(false)
    const answered = done(resumeClock(clock, 'info', local('2026-02-02 12:00')))
    expect(dueOriginal(calendar, answered, later)).toBe(local('2026-02-05 10:00'))
  })

  test('W4 a question sent when the case is late does not make it look timely, nor fit to be extended', () => {
    const late = clockFrom('2026-02-01 09:00', wd(1))
    const asked = done(pauseClock(late, pause('info', '2026-02-03 10:00', null, 10)))
    expect(dueOriginal(calendar, asked, local('2026-02-03 10:00'))).toBe(local('2026-02-02 15:00'))
    expect(dueOriginal(calendar, asked, local('2026-02-04 10:00'))).toBe(local('2026-02-03 15:00'))
    const extension = { approvedAt: local('2026-02-04 10:00'), to: local('2026-02-20 15:00') }
    expect(codeOf(extendClock(calendar, asked, { extension, allowed: 1 }))).toBe('extension-too-late')
    const { result } = done(stopClock(calendar, asked, local('2026-02-04 11:00')))
    expect(result.isInTime).toBe(false)
  })

  test('W4 a case resolved while a question is open is judged by the pause it really had', () => {
    const asked = done(pauseClock(clockFrom('2026-02-01 09:00', wd(3)), pause('info', '2026-02-02 10:00', null, 10)))
    const { clock, result } = done(stopClock(calendar, asked, local('2026-02-03 10:00')))
    expect(result.dueOriginal.at).toBe(local('2026-02-05 15:00'))
    const unclosed = { ...asked, stoppedAt: clock.stoppedAt }
    expect(dueOriginal(calendar, unclosed, later)).toBe(result.dueOriginal.at)
  })

  test('W4 a pause needs a running clock and one question at a time', () => {
    const clock = clockFrom('2026-02-01 09:00', wd(3))
    const paused = done(pauseClock(clock, pause('info', '2026-02-02 10:00', null, 10)))
    expect(codeOf(pauseClock(paused, pause('info', '2026-02-02 11:00', null, 10)))).toBe('clock-already-paused')
    expect(codeOf(pauseClock(paused, pause('suspended', '2026-02-02 11:00')))).toBe('ok')
    expect(codeOf(pauseClock(clock, pause('info', '2026-01-31 11:00', null, 10)))).toBe('clock-times-reversed')
    expect(codeOf(resumeClock(clock, 'info', later))).toBe('clock-not-paused')
    expect(codeOf(resumeClock(paused, 'info', local('2026-02-02 09:00')))).toBe('clock-times-reversed')
  })
})

describe('W5 a due date moves by exactly the paused working time', () => {
  test('W5 overlapping pauses count once', () => {
    const clock = {
      ...clockFrom('2026-02-01 09:00', wd(3)),
      pauses: [
        pause('suspended', '2026-02-02 10:00', '2026-02-02 14:00'),
        pause('info', '2026-02-02 08:00', '2026-02-02 12:00', 10),
        pause('info', '2026-02-02 13:00', '2026-02-02 13:30', 10),
      ],
    }
    expect(pauseMinutes(calendar, clock.pauses, later)).toBe(360)
    expect(dueOriginal(calendar, clock, later)).toBe(local('2026-02-05 14:00'))
  })

  test('W5 a pause over the weekend moves nothing', () => {
    const clock = {
      ...clockFrom('2026-02-05 09:00', wd(3)),
      pauses: [pause('info', '2026-02-05 15:00', '2026-02-08 08:00', 10)],
    }
    expect(dueOriginal(calendar, clock, later)).toBe(local('2026-02-10 15:00'))
  })

  test('W5 a limit on the clock moves by the clock', () => {
    const clock = {
      ...clockFrom('2026-02-05 09:00', eh(24)),
      pauses: [pause('info', '2026-02-05 15:00', '2026-02-08 08:00', 10)],
    }
    expect(dueOriginal(calendar, clock, later)).toBe(local('2026-02-09 02:00'))
  })

  test('W5 a pause after the due date never makes a late case timely', () => {
    const clock = {
      ...clockFrom('2026-02-01 09:00', wd(1)),
      pauses: [pause('info', '2026-02-04 09:00', '2026-02-10 09:00', 10)],
    }
    expect(inTime(local('2026-02-10 09:00'), dueOriginal(calendar, clock, later))).toBe(false)
  })
})

describe('W6 extension', () => {
  const clock = clockFrom('2026-02-01 09:00', wd(3))
  const extension = { approvedAt: local('2026-02-03 10:00'), to: local('2026-02-10 15:00') }

  test('W6 it gives a new due date and leaves the original', () => {
    const extended = done(extendClock(calendar, clock, { extension, allowed: 1 }))
    expect(dueOriginal(calendar, extended, later)).toBe(local('2026-02-04 15:00'))
    expect(dueNow(calendar, extended, later)).toBe(local('2026-02-10 15:00'))
  })

  test('W6 once per cycle, before the due date, and to a later one', () => {
    const extended = done(extendClock(calendar, clock, { extension, allowed: 1 }))
    expect(codeOf(extendClock(calendar, extended, { extension, allowed: 1 }))).toBe('extension-used')
    const late = { ...extension, approvedAt: local('2026-02-04 15:00') }
    expect(codeOf(extendClock(calendar, clock, { extension: late, allowed: 1 }))).toBe('extension-too-late')
    expect(
      codeOf(extendClock(calendar, clock, { extension: { ...extension, to: local('2026-02-04 15:00') }, allowed: 1 })),
    ).toBe('extension-not-later')
  })

  test('W6 W5 a pause after the approval moves the extension, one before it does not', () => {
    const extended = done(extendClock(calendar, clock, { extension, allowed: 1 }))
    const before = { ...extended, pauses: [pause('info', '2026-02-02 08:00', '2026-02-02 12:00', 10)] }
    const after = { ...extended, pauses: [pause('info', '2026-02-08 08:00', '2026-02-08 12:00', 10)] }
    expect(dueNow(calendar, before, later)).toBe(local('2026-02-10 15:00'))
    expect(dueNow(calendar, after, later)).toBe(local('2026-02-11 12:00'))
  })

  test('W6 an answer that comes sooner than the approver had to assume takes the rest of the pause back', () => {
    const paused = done(pauseClock(clock, pause('info', '2026-02-02 08:00', null, 5)))
    const to = { approvedAt: local('2026-02-03 10:00'), to: local('2026-02-17 15:00') }
    const extended = done(extendClock(calendar, paused, { extension: to, allowed: 1 }))
    expect(dueNow(calendar, extended, local('2026-02-04 10:00'))).toBe(local('2026-02-17 15:00'))
    const answered = done(resumeClock(extended, 'info', local('2026-02-08 15:00')))
    expect(dueNow(calendar, answered, later)).toBe(local('2026-02-16 15:00'))
  })
})

describe('W7 reclassification', () => {
  test('W7 bug 7 a new class counts from the original start and keeps every pause, also an open one', () => {
    const paused = done(pauseClock(clockFrom('2026-02-01 09:00', wd(3)), pause('info', '2026-02-02 08:00', null, 10)))
    const changed = done(reclassifyClock(paused, wd(10), { ...versions, limitVersion: 'lim-2' }))
    expect(changed.start).toBe(paused.start)
    expect(changed.pauses).toEqual(paused.pauses)
    const answered = done(resumeClock(changed, 'info', local('2026-02-03 08:00')))
    expect(dueOriginal(calendar, answered, later)).toBe(local('2026-02-16 15:00'))
    expect(dueStamp(calendar, answered, later).limitVersion).toBe('lim-2')
  })

  test('W7 a change that rescues a late case is told', () => {
    const clock = clockFrom('2026-02-01 09:00', wd(1))
    const changed = done(reclassifyClock(clock, wd(10), versions))
    const [before, after] = [dueOriginal(calendar, clock, later), dueOriginal(calendar, changed, later)]
    expect(isRescuedByChange(before, after, local('2026-02-03 09:00'))).toBe(true)
    expect(isRescuedByChange(before, after, local('2026-02-02 09:00'))).toBe(false)
    expect(isRescuedByChange(before, after, later)).toBe(false)
  })
})

test('W8 in time is to the minute', () => {
  const due = Instant.parse('2026-02-04T12:00:00.000Z')
  expect(inTime(Instant.parse('2026-02-04T12:00:59.999Z'), due)).toBe(true)
  expect(inTime(Instant.parse('2026-02-04T12:01:00.000Z'), due)).toBe(false)
})

describe('W9 a stopped clock', () => {
  const clock = { ...clockFrom('2026-02-01 09:00', wd(3)), pauses: [pause('info', '2026-02-02 10:00', null, 10)] }
  const stopped = done(stopClock(calendar, clock, local('2026-02-03 10:00')))

  test('W9 its result is frozen with its versions, and its pause ends with it', () => {
    expect(stopped.clock.pauses[0]?.to).toBe(local('2026-02-03 10:00'))
    expect(stopped.result).toMatchObject({ isInTime: true, netMinutes: 480, grossMinutes: 900 })
    expect(stopped.result.dueOriginal).toMatchObject({ at: local('2026-02-05 15:00'), zone: 'Asia/Amman', ...versions })
    expect(clockMinutes(calendar, stopped.clock, later)).toEqual({ net: 480, gross: 900 })
  })

  test('W9 B-30 nothing changes it any more', () => {
    const at = local('2026-02-04 10:00')
    expect(codeOf(pauseClock(stopped.clock, pause('suspended', '2026-02-04 10:00')))).toBe('clock-stopped')
    expect(codeOf(resumeClock(stopped.clock, 'info', at))).toBe('clock-stopped')
    expect(codeOf(extendClock(calendar, stopped.clock, { extension: { approvedAt: at, to: later }, allowed: 1 }))).toBe(
      'clock-stopped',
    )
    expect(codeOf(reclassifyClock(stopped.clock, wd(10), versions))).toBe('clock-stopped')
    expect(codeOf(recalendarClock(stopped.clock, versions))).toBe('clock-stopped')
    expect(codeOf(stopClock(calendar, stopped.clock, at))).toBe('clock-stopped')
    expect(codeOf(stopClock(calendar, clock, local('2026-01-01 10:00')))).toBe('clock-times-reversed')
  })

  test('W9 a calendar change is previewed for open clocks only', () => {
    const holidays = [{ from: '2026-02-03', to: '2026-02-03', name: { ar: 'عطلة', en: 'Holiday' } }]
    const after = office('Asia/Amman', week('08:00-15:00'), { holidays })
    const open = clockFrom('2026-02-01 09:00', wd(3))
    const move = { from: local('2026-02-04 15:00'), to: local('2026-02-05 15:00') }
    expect(dueMoveByCalendar(open, { before: calendar, after }, later)).toEqual(move)
    expect(dueMoveByCalendar(open, { before: calendar, after: calendar }, later)).toBeNull()
    expect(dueMoveByCalendar(stopped.clock, { before: calendar, after }, later)).toBeNull()
  })
})

test('B-06 a reopened cycle has a clock of its own, with nothing of the first', () => {
  const first = { ...clockFrom('2026-02-01 09:00', wd(3)), pauses: [pause('info', '2026-02-02 10:00', null, 10)] }
  const { clock } = done(stopClock(calendar, first, local('2026-02-03 10:00')))
  const second = startClock({ start: local('2026-02-08 09:00'), limit: clock.limit, versions })
  expect(dueOriginal(calendar, second, later)).toBe(local('2026-02-11 15:00'))
})

test('W11 the stamp of a due date carries limit, zone and the three versions', () => {
  const clock = clockFrom('2026-02-01 09:00', wd(3))
  const stamp = dueStamp(calendar, clock, dueOriginal(calendar, clock, later))
  expect(DueStamp.parse(stamp)).toEqual({
    at: local('2026-02-04 15:00'),
    limit: wd(3),
    zone: 'Asia/Amman',
    ...versions,
  })
  expect(CaseClock.parse(clock)).toEqual(clock)
})

describe('F-05 referral clocks', () => {
  const sent = local('2026-02-01 09:00')
  const caseDue = local('2026-02-15 15:00')
  const terms = { sent, limit: wd(7), caseDue }

  test('F-05 the sooner of the limit and the stated period holds', () => {
    const sooner = referralDue(calendar, {
      ...terms,
      statedPeriod: { kind: 'period', from: local('2026-02-02 09:00'), limit: wd(2) },
    })
    expect(sooner).toMatchObject({ at: local('2026-02-04 15:00'), ground: 'stated' })
    const longer = referralDue(calendar, { ...terms, statedPeriod: { kind: 'until', at: local('2026-02-12 15:00') } })
    expect(longer).toMatchObject({
      at: local('2026-02-10 15:00'),
      ground: 'limit',
      statedAt: local('2026-02-12 15:00'),
    })
  })

  test('F-05 never after the case falls due, unless the team approves or the case was already late', () => {
    const tight = { ...terms, caseDue: local('2026-02-03 15:00') }
    expect(referralDue(calendar, tight)).toMatchObject({ at: local('2026-02-03 15:00'), ground: 'case-due' })
    expect(referralDue(calendar, { ...tight, isPastCaseDueApproved: true }).at).toBe(local('2026-02-10 15:00'))
    expect(referralDue(calendar, { ...terms, caseDue: local('2026-01-29 15:00') }).at).toBe(local('2026-02-10 15:00'))
  })

  test('W4 a clarification asked by the department pauses its clock until the team answers', () => {
    const pauses = [pause('clarification', '2026-02-01 10:00', '2026-02-01 12:00')]
    expect(referralDue(calendar, { ...terms, limit: wh(4), pauses }).at).toBe(local('2026-02-01 15:00'))
    const open = [pause('clarification', '2026-02-01 10:00')]
    expect(referralDue(calendar, { ...terms, limit: wh(4), pauses: open, until: local('2026-02-01 13:00') }).at).toBe(
      local('2026-02-02 09:00'),
    )
    expect(referralDue(calendar, { ...terms, limit: wh(4), pauses: open }).at).toBe(local('2026-02-01 13:00'))
  })
})
