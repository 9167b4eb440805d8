import type { DueStamp } from '#shared/domain/clock/case-clock.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { bentWorkingTime, wholeUnits } from '#shared/i18n/durations.ts'
import { dayOf } from '#shared/i18n/format.ts'
import type { Speaker } from './speaker.ts'

/** A clock of a case, as its page and its file show it. */
export interface ShownClock {
  readonly due: DueStamp
  readonly stopped: Instant | null
  /** What stopped it: a department's reply, the answer to the complainant, or something else (waived, withdrawn, rejected). */
  readonly stoppedBy: 'reply' | 'answer' | 'end'
  readonly overdue: boolean
  readonly paused: boolean
  /** When a pause ends by itself; null where only an act ends it, and where there is none (W4). */
  readonly pausedUntil: Instant | null
  /** When it was due before it was extended; null where it was not (W6). */
  readonly extendedFrom: Instant | null
  /** Working days that lie ahead, after today up to the day it is due. */
  readonly daysLeft: number
  /** Working minutes left; negative: late. */
  readonly minutesLeft: number
}

interface Reckoning {
  readonly speech: Pick<Speaker, 't' | 'workingTime'>
  /** How a day is written: when it stopped, or goes on. */
  readonly onDay: (at: Instant) => string
  readonly now: string
  readonly zone: string
  /** Working minutes of the office's normal day. */
  readonly day: number
}

export interface ClockSentence {
  /** `held`: its date goes on with every day that it stands still, so that none is to be shown (W5). */
  readonly standing: 'stopped-late' | 'stopped-in-time' | 'late' | 'paused' | 'held' | 'last-day' | 'running'
  readonly text: string
}

const stopWords = {
  reply: { late: messages.arrivedLate, inTime: messages.arrivedInTime },
  answer: { late: messages.answeredLate, inTime: messages.answeredInTime },
  end: { late: messages.stoppedLate, inTime: messages.stoppedInTime },
} as const

/** In: a clock, who is told, now, the office's zone and day. Out: whether it is left, late, paused or stopped, in working time (W2, W10). */
export function clockSentence(clock: ShownClock, { speech, onDay, now, zone, day }: Reckoning): ClockSentence {
  const { due, stopped, stoppedBy, overdue, paused, pausedUntil, daysLeft, minutesLeft } = clock
  const { t, workingTime } = speech
  const amount = workingTime(minutesLeft, day)
  if (stopped !== null) {
    const date = onDay(stopped)
    const { late: tooLate, inTime } = stopWords[stoppedBy]
    return overdue
      ? { standing: 'stopped-late', text: t(tooLate, { date, amount: bentWorkingTime(amount) }) }
      : { standing: 'stopped-in-time', text: t(inTime, { date }) }
  }
  // As the lists say it: whole days, or hours.
  const late = workingTime(wholeUnits(-minutesLeft, day), day)
  // Since the end of the day's work no working minute has passed.
  const lateText =
    minutesLeft === 0 ? t(messages.clockLateJust) : t(messages.clockLate, { amount: bentWorkingTime(late) })
  if (overdue) return { standing: 'late', text: lateText }
  if (paused)
    return pausedUntil === null
      ? {
          standing: 'held',
          text: t(messages.clockHeld, { amount: daysLeft > 0 ? workingTime(daysLeft * day, day) : amount }),
        }
      : { standing: 'paused', text: t(messages.clockPausedUntil, { date: onDay(pausedUntil) }) }
  if (dayOf(due.at, zone) === dayOf(now, zone))
    return { standing: 'last-day', text: t(messages.clockLastDay, { amount }) }
  // What is left of today is no day more.
  const left = daysLeft > 0 ? daysLeft * day : wholeUnits(minutesLeft, day)
  return { standing: 'running', text: t(messages.clockLeft, { amount: workingTime(left, day) }) }
}
