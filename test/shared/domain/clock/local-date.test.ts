import { expect, test } from 'vitest'
import { instantFromMs, instantOfMinute, minuteOf } from '#shared/domain/clock/instant.ts'
import { dateOfDayNumber, dayNumberOf } from '#shared/domain/clock/local-date.ts'

const dayMs = 86_400_000
const [first, last] = [-719_162, 2_932_896]
/** Every day of 1990 to 2099, and one of each 13 days of the years 1 to 9999. */
const days = [
  ...Array.from({ length: 40_177 }, (_, day) => 7305 + day),
  ...Array.from({ length: Math.floor((last - first) / 13) }, (_, step) => first + step * 13),
  last,
]

test('W1 W8: days and minutes counted by arithmetic are those of the calendar', () => {
  const wrong = days.filter((day) => {
    const at = instantFromMs(day * dayMs + ((day * 7919) % 1440) * 60_000 + 59_999)
    const minute = Math.floor(Date.parse(at) / 60_000)
    const isSameDay = dayNumberOf(at.slice(0, 10)) === Math.floor(Date.parse(at) / dayMs)
    return !isSameDay || minuteOf(at) !== minute || instantOfMinute(minute) !== instantFromMs(minute * 60_000)
  })
  expect(wrong).toEqual([])
  expect(days.filter((day) => dayNumberOf(dateOfDayNumber(day)) !== day)).toEqual([])
})
