import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { dueAt } from '#shared/domain/clock/due.ts'
import { instantOfMinute, minuteOf } from '#shared/domain/clock/instant.ts'
import { workingMinutesBetween } from '#shared/domain/clock/working-time.ts'
import { fixtureCalendar as calendar, local, wd } from './calendars.ts'

const start = minuteOf(local('2021-01-01 00:00'))
const starts = Array.from({ length: 100_000 }, (_, i) => instantOfMinute(start + i * 26))

const timed = (work: () => void): number => {
  work()
  const before = performance.now()
  work()
  return performance.now() - before
}

test('W10 the working minutes of 100,000 cases take under a second', () => {
  const later = starts.map((each) => instantOfMinute(minuteOf(each) + 30_000))
  const ms = timed(() => starts.forEach((each, i) => workingMinutesBetween(calendar, each, later[i] ?? each)))
  console.info(`working minutes: ${(ms * 10).toFixed(0)} ns a case`)
  expect(ms).toBeLessThan(1000)
})

test('W11 a due date takes well under 50 µs', () => {
  const ms = timed(() => starts.forEach((each) => dueAt(calendar, each, wd(10))))
  console.info(`due date: ${(ms * 10).toFixed(0)} ns a case`)
  expect(ms / starts.length).toBeLessThan(0.05)
})
