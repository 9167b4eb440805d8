import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { testData } from '#test/support/test-data.ts'
import { checkCalendar } from '#shared/domain/clock/calendar.ts'
import type { Holiday } from '#shared/domain/clock/calendar.ts'
import { dueAt } from '#shared/domain/clock/due.ts'
import { isWorkingDay, localDateOf } from '#shared/domain/clock/working-time.ts'
import { local, office, wd, week } from './calendars.ts'

const zones = { SA: 'Asia/Riyadh', EG: 'Africa/Cairo', JO: 'Asia/Amman', PS: 'Asia/Gaza' } as const

function holidaysOf(folder: string, country: string): Holiday[] {
  const rows = readFileSync(join(folder, 'calendar', 'public_holidays.csv'), 'utf8')
    .trim()
    .split('\n')
  return rows
    .map((row) => row.split(','))
    .filter((cells) => cells[0] === country)
    .map(([, date = '', , en = '', ar = '']) => ({ from: date, to: date, name: { ar, en } }))
}

describe.skipIf(testData === null)('bug 9 published holidays of four countries', () => {
  for (const [country, zone] of Object.entries(zones)) {
    test(`bug 9 in ${country} nothing falls due on a holiday or a weekend`, () => {
      const holidays = holidaysOf(testData ?? '', country)
      const calendar = office(zone, week('08:00-15:00'), { holidays })
      expect(holidays.length).toBeGreaterThan(50)
      expect(checkCalendar(calendar.calendar).ok).toBe(true)
      const closed = new Set(holidays.map((holiday) => holiday.from))
      for (const holiday of holidays) {
        const due = dueAt(calendar, local(`${holiday.from} 09:00`, zone), wd(3))
        const date = localDateOf(zone, due)
        expect(closed.has(date)).toBe(false)
        expect(isWorkingDay(calendar, date)).toBe(true)
        expect(due).toBe(local(`${date} 15:00`, zone))
      }
    })
  }
})
