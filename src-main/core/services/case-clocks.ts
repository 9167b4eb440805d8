import type { ClockView } from '#shared/contract/desktop/views.ts'
import { currentCycle, isClockLive, runningPause, suspendedSince } from '#shared/domain/case/reading.ts'
import type { Case, Cycle } from '#shared/domain/case/state.ts'
import { workingDaysBetween, workingMinutesBetween } from '#shared/domain/clock/working-time.ts'
import type { Office } from './office.ts'
import { calendarOf, unitLabel } from './reference-data.ts'

/** The clocks of the cycle in hand: the case's own, and one for each of its referrals. */
export function clocksOf(office: Office, state: Case): ClockView[] {
  const cycle = currentCycle(state)
  const referrals = cycle.referrals.map((referral) =>
    reckoned(office, state, {
      kind: 'referral',
      referral: referral.id,
      label: unitLabel(office.reference, referral.department),
      startedAt: referral.sentAt,
      due: referral.due,
      stopped: referral.endedAt,
      stoppedBy: referral.status === 'answered' ? 'reply' : 'end',
      paused: referral.pauses.some((pause) => pause.until === null),
      pausedUntil: null,
      extendedFrom: null,
      // While its question waits it is late only if it was late before.
      standing: referral.endedAt ?? referral.pauses.find(({ until }) => until === null)?.from ?? null,
    }),
  )
  return [cycleClock(office, state, cycle), ...referrals]
}

/** The case's clock in each cycle before the one in hand: reopened or not, it was answered in time or late (Z-08). */
export const earlierClocksOf = (office: Office, state: Case): ClockView[] =>
  state.cycles.slice(0, -1).map((cycle) => ({ ...cycleClock(office, state, cycle), label: labelOf(cycle) }))

const answerDue = { ar: 'مهلة الرد', en: 'Answer due' }
const labelOf = ({ number }: Cycle) => ({
  ar: `${answerDue.ar}، الدورة ${number}`,
  en: `${answerDue.en}, cycle ${number}`,
})

function cycleClock(office: Office, state: Case, cycle: Cycle): ClockView {
  const isOngoing = cycle === currentCycle(state) && isClockLive(state)
  const stopped = cycle.resolution?.at ?? cycle.endedAt ?? (isOngoing ? null : state.lastEventAt)
  const { dueNow, dueOrig, extensions } = cycle.clock
  const running = runningPause(cycle)
  // After its cap nobody's answer is waited for any more, and the clock goes on.
  const cap = running?.capAt ?? null
  const pause = cap !== null && cap <= office.ports.clock.now() ? null : running
  return reckoned(office, state, {
    kind: 'case',
    referral: null,
    label: answerDue,
    startedAt: cycle.clock.startedAt,
    due: dueNow,
    stopped,
    stoppedBy: cycle.resolution === null ? 'end' : 'answer',
    paused: pause !== null,
    pausedUntil: pause === null ? null : cap,
    extendedFrom: extensions.length > 0 && dueNow.at !== dueOrig.at ? dueOrig.at : null,
    standing: stopped ?? suspendedSince(cycle),
  })
}

type Unreckoned = Omit<ClockView, 'overdue' | 'daysLeft' | 'minutesLeft'>

/** `standing`: the moment that the clock is read at where it does not run; null: now. */
function reckoned(
  office: Office,
  state: Case,
  { standing, ...clock }: Unreckoned & { readonly standing: ClockView['stopped'] },
): ClockView {
  const calendar = calendarOf(office.reference, state.office).compiled
  const at = standing ?? office.ports.clock.now()
  const due = clock.due.at
  return {
    ...clock,
    overdue: at > due,
    daysLeft: workingDaysBetween(calendar, at, due),
    minutesLeft: at <= due ? workingMinutesBetween(calendar, at, due) : -workingMinutesBetween(calendar, due, at),
  }
}
