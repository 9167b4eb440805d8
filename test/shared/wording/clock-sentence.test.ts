import { expect, test } from 'vitest'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { clockSentence } from '#shared/wording/clock-sentence.ts'
import type { ShownClock } from '#shared/wording/clock-sentence.ts'
import { makeSpeech } from '#renderer/parts/speech.tsx'

const day = 420
const running: ShownClock = {
  due: {
    at: '2026-03-12T12:00:00.000Z' as Instant,
    limit: { unit: 'days', amount: 3, mode: 'working' },
    zone: 'Asia/Amman',
    calendarVersion: '1',
    limitVersion: '1',
    zoneVersion: '1',
  },
  stopped: null,
  stoppedBy: 'answer',
  overdue: false,
  paused: false,
  pausedUntil: null,
  extendedFrom: null,
  daysLeft: 0,
  minutesLeft: 0,
}

function said(change: Partial<ShownClock>, language: 'ar' | 'en' = 'en'): string {
  const speech = makeSpeech({ language, scheme: 'light', digits: 'latin', hijri: false }, () => {}, {
    zone: 'Asia/Amman',
    country: 'JO',
  })
  const reckoning = { speech, onDay: () => '11 March', now: '2026-03-14T15:00:00.000Z', zone: 'Asia/Amman', day }
  return clockSentence({ ...running, ...change }, reckoning).text
}

test('W10 UI-4 how late a case is stands in whole units of working time; before the first working minute it is late without an amount', () => {
  expect(said({ overdue: true })).toBe('Late')
  expect(said({ overdue: true }, 'ar')).toBe('فات الموعد')
  expect(said({ overdue: true, minutesLeft: -30 })).toBe('30 working minutes late')
  expect(said({ overdue: true, minutesLeft: -2.5 * day })).toBe('2 working days late')
})

test('W10 UI-4 a clock that stopped says on which day and, where it was late, by how much', () => {
  const stopped = '2026-03-11T09:00:00.000Z' as Instant
  expect(said({ stopped })).toBe('Answered on 11 March, in time')
  expect(said({ stopped, overdue: true, minutesLeft: 60 })).toBe('Answered on 11 March, 1 working hour late')
})

test('W2 W4 UI-5 on the evening before two working days a clock has two left, whether it runs or stands still', () => {
  const ahead = {
    due: { ...running.due, at: '2026-03-17T12:00:00.000Z' as Instant },
    daysLeft: 2,
    minutesLeft: 2 * day,
  }
  expect(said(ahead)).toBe('Due in 2 working days')
  expect(said({ ...ahead, paused: true })).toBe('Paused; 2 working days left once it goes on')
})

test('W2 W4 UI-5 days left are counted one way: the clock that stands still in the middle of a day has as many as while it ran', () => {
  const ahead = {
    due: { ...running.due, at: '2026-03-17T12:00:00.000Z' as Instant },
    daysLeft: 2,
    minutesLeft: 2.8 * day,
  }
  expect(said(ahead)).toBe('Due in 2 working days')
  expect(said({ ...ahead, paused: true })).toBe('Paused; 2 working days left once it goes on')
  expect(said({ ...ahead, paused: true }, 'ar')).toBe('الوقت متوقف، ويبقى يوما عمل حين يُستأنف')
})

test('W4 a clock that stands still says until when at most, and that an answer brings its date nearer; a suspended one what is left of it', () => {
  const asked = { paused: true, pausedUntil: '2026-03-11T12:00:00.000Z' as Instant }
  expect(said(asked)).toBe('Paused until 11 March at most; an answer before then brings the date nearer')
  expect(said(asked, 'ar')).toBe('الوقت متوقف حتى 11 March على الأكثر، ويقرب الموعد إن وصل الجواب قبله')
  expect(said({ paused: true, minutesLeft: 348 })).toBe('Paused; 5 working hours 48 minutes left once it goes on')
  expect(said({ paused: true, minutesLeft: 2 * day }, 'ar')).toBe('الوقت متوقف، ويبقى يوما عمل حين يُستأنف')
})
