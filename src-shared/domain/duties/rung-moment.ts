import { referralClockOf } from '#shared/domain/case/deadlines.ts'
import type { Referral } from '#shared/domain/case/state.ts'
import type { CompiledCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import { moveBy } from '#shared/domain/clock/due.ts'
import { instantOfMinute, minuteOf } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { pausedMinutes } from '#shared/domain/clock/pauses.ts'
import {
  isWorkingTime,
  nextWorkingMoment,
  workingDaysFrom,
  workingMinutesBetween,
} from '#shared/domain/clock/working-time.ts'
import type { RungMoment } from '#shared/domain/lists/ladder.ts'
import { assertNever } from '#shared/lib/assert.ts'

/**
 * In: calendar of the department's office, a referral, when a rung falls due. Out: that instant by the referral's due date as
 * it stands, in working time; the closing of a day still counts as that day (E-03, bug 8).
 */
export function momentOf(calendar: CompiledCalendar, referral: Referral, moment: RungMoment): Instant {
  switch (moment.kind) {
    case 'share':
      return inWorkingTime(calendar, shareOfTime(calendar, referral, moment.percent))
    case 'due': {
      const { at } = referral.due
      const { workingDays } = moment
      return inWorkingTime(calendar, workingDays === 0 ? at : workingDaysFrom(calendar, at, workingDays))
    }
    default:
      return assertNever(moment)
  }
}

/** Counted back from the due date, which the referral's own pauses have moved already (W4, W5). */
function shareOfTime(calendar: CompiledCalendar, referral: Referral, percent: number): Instant {
  const { at: due, limit } = referral.due
  const { mode } = limit
  const { pauses } = referralClockOf(referral)
  const whole =
    mode === 'elapsed'
      ? minuteOf(due) - minuteOf(referral.sentAt)
      : workingMinutesBetween(calendar, referral.sentAt, due)
  const net = Math.max(0, whole - pausedMinutes(calendar, pauses, { until: due, mode }))
  const left = net - Math.floor((net * percent) / 100)
  const moment = left === 0 ? due : moveBy(calendar, { from: due, minutes: -left, mode })
  return moment < referral.sentAt ? referral.sentAt : moment
}

function inWorkingTime(calendar: CompiledCalendar, moment: Instant): Instant {
  const isClosing = isWorkingTime(calendar, instantOfMinute(minuteOf(moment) - 1))
  return isClosing ? moment : nextWorkingMoment(calendar, moment)
}
