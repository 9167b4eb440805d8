import { expect, test } from 'vitest'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { statedMoment } from '#renderer/features/case/steps/stated-moment.ts'

const due = '2026-12-02T12:00:00.000Z' as Instant
const before = { now: '2026-11-30T06:00:00.000Z' as Instant, zone: 'Asia/Riyadh' }

test('F-04 the period that a department needs is the limit until someone says otherwise', () => {
  expect(statedMoment({ typed: null, due }, before)).toEqual({ day: '2026-12-02', time: '15:00' })
  for (const typed of [
    { day: '2026-12-01', time: '09:00' },
    { day: null, time: '15:00' },
  ])
    expect(statedMoment({ typed, due }, before)).toBe(typed)
})

test('F-04 where no limit stands, or it is over, somebody has to say it', () => {
  expect(statedMoment({ typed: null, due: null }, before)).toBeNull()
  expect(statedMoment({ typed: null, due }, { ...before, now: due })).toBeNull()
})
