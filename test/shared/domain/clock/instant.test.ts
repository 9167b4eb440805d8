import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Instant } from '#shared/domain/clock/instant.ts'
import { runs } from '#test/support/effort.ts'

const digits = (count: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(count, '0'))

/** Texts of the form of an instant, also of days and hours that no calendar has. */
const texts = fc
  .tuple(digits(4, 9999), digits(2, 14), digits(2, 33), digits(2, 26), digits(2, 62), digits(2, 62), digits(3, 999))
  .map(([year, month, day, hour, minute, second, ms]) => `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`)

const isOfCalendar = (text: string): boolean => {
  const ms = Date.parse(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text
}

it('W8 an instant is one exactly where the calendar of the engine has that day and that minute', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(Instant.safeParse(text).success).toBe(isOfCalendar(text))
    }),
    runs(2000),
  )
})

it.for(['2024-02-29', '2000-02-29', '2026-02-28', '2026-12-31', '2026-04-30'])('W8 %s is a day', (day) => {
  expect(Instant.safeParse(`${day}T23:59:59.999Z`).success).toBe(true)
})

it.for(['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-01-32'])(
  'W8 %s is none',
  (day) => {
    expect(Instant.safeParse(`${day}T00:00:00.000Z`).success).toBe(false)
  },
)
