import type { CaseClock, ClockVersions, DueStamp } from '#shared/domain/clock/case-clock.ts'
import { clockMinutes, dueNow, dueOriginal, dueStamp, startClock } from '#shared/domain/clock/case-clock.ts'
import { normalDayMinutes } from '#shared/domain/clock/calendar.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { caseLimit, referralLimit } from '#shared/domain/clock/limits.ts'
import type { Pause as ClockPause } from '#shared/domain/clock/pauses.ts'
import { referralDue } from '#shared/domain/clock/referral-clock.ts'
import { workingMinutesBetween } from '#shared/domain/clock/working-time.ts'
import type { Complexity } from './codes.ts'
import type { CaseType } from '#shared/domain/lists/case-types.ts'
import type { DecideContext, OfficeClock, VersionedCalendar } from './context.ts'
import type { Waited } from './event-parts.ts'
import type { ListCode } from '#shared/domain/lists/list-code.ts'
import { pausesWithAbsence } from './evolve-parts.ts'
import { currentCycle } from './reading.ts'
import type { Case, Clock, Cycle, Pause, Referral } from './state.ts'

/*
 * Where the rulebook meets the clock engine: state → clock, clock → the stamps and frozen minutes that events carry.
 * Only `decide` comes here; `evolve` and `admit` take what the events say.
 */

/** Both due dates an event writes. */
export interface Dues {
  readonly due: DueStamp
  readonly dueOrig: DueStamp
}

/** Both due dates of a case that comes back from another body now, without the time that it was there; none where it is not there. */
export function duesWithoutAbsence(context: DecideContext, state: Case): Dues | Record<string, never> {
  const { exit } = state
  if (exit?.kind !== 'external') return {}
  const cycle = currentCycle(state)
  return duesWithPauses(context, cycle, pausesWithAbsence(cycle.clock.pauses, exit.at, context.now))
}

/** In: a cycle's clock as folded. Out: the engine's clock. */
export function caseClockOf(clock: Clock, stoppedAt: Instant | null): CaseClock {
  const { limit, calendarVersion, limitVersion, zoneVersion } = clock.dueOrig
  return {
    start: clock.startedAt,
    limit,
    versions: { calendarVersion, limitVersion, zoneVersion },
    pauses: clock.pauses.map(clockPause),
    extensions: clock.extensions.map(({ at, to }) => ({ approvedAt: at, to })),
    stoppedAt,
  }
}

/** In: the start of a cycle, its class. Out: its due date before anything moved it. */
export function openingDue(context: Known, start: Instant, kind: ClassOfCase): DueStamp {
  const { calendar } = context.clock
  const clock = startClock({ start, ...limitOf(context, kind) })
  return dueStamp(calendar, clock, dueOriginal(calendar, clock, start))
}

export interface ClassOfCase {
  readonly type: CaseType
  readonly complexity: Complexity | null
  /** A service with a limit of its own goes before type and complexity (L-04). */
  readonly service: string | null
}

type Known = Pick<DecideContext, 'clock' | 'lists'>

/** In: a case, another type where one is asked about. Out: its class as it was last told. */
export function classOf(state: Case, type: CaseType = state.type): ClassOfCase {
  const { complexity = null, service = null } = currentCycle(state).classification ?? {}
  return { type, complexity, service }
}

/** In: a clock with a change already made. Out: both due dates as read now. */
export function duesOf(office: OfficeClock, clock: CaseClock, now: Instant): Dues {
  return {
    due: dueStamp(office.calendar, clock, dueNow(office.calendar, clock, now)),
    dueOrig: dueStamp(office.calendar, clock, dueOriginal(office.calendar, clock, now)),
  }
}

/** Both due dates under another class: from the same start, with every pause and extension (W7, bug 7). */
export function duesAsClass(context: DecideContext, cycle: Cycle, kind: ClassOfCase): Dues {
  return duesOf(context.clock, { ...caseClockOf(cycle.clock, null), ...limitOf(context, kind) }, context.now)
}

/** Both due dates with another set of pauses (W5). */
export function duesWithPauses(context: DecideContext, cycle: Cycle, pauses: readonly Pause[]): Dues {
  return duesOf(context.clock, caseClockOf({ ...cycle.clock, pauses }, null), context.now)
}

/** In: two instants. Out: working minutes between them with the office's normal day (W10). */
export function waited(office: VersionedCalendar, from: Instant, to: Instant): Waited {
  return frozen(office, workingMinutesBetween(office.calendar, from, to))
}

/** In: the cycle, the moment of resolution. Out: working minutes since its start, net of pauses, and gross (K15, W9). */
export function resolutionTimes(
  office: OfficeClock,
  cycle: Cycle,
  at: Instant,
): { readonly net: Waited; readonly gross: Waited } {
  const { net, gross } = clockMinutes(office.calendar, caseClockOf(cycle.clock, at), at)
  return { net: frozen(office, Math.max(0, net)), gross: frozen(office, gross) }
}

interface ReferralAsked {
  readonly sentAt: Instant
  readonly complexity: Complexity | null
  readonly caseDue: Instant
}

/** Due date of a new referral: its limit, never after the case's due (5.1). */
export function newReferralDue(context: DecideContext, calendar: VersionedCalendar, asked: ReferralAsked): DueStamp {
  const limit = referralLimit(context.clock.targets.referrals, asked.complexity)
  const { at } = referralDue(calendar.calendar, { sent: asked.sentAt, limit, caseDue: asked.caseDue })
  return { at, limit, zone: calendar.calendar.calendar.zone, ...versionsOf(context, calendar) }
}

/** Due date of a running referral, read again with what was stated and asked since (F-04, F-05, W4). */
export function referralDueAgain(
  context: Pick<DecideContext, 'clock' | 'now'>,
  calendar: VersionedCalendar,
  again: { readonly referral: Referral; readonly caseDue: Instant },
): DueStamp {
  const { referral, caseDue } = again
  const { at } = referralDue(calendar.calendar, {
    sent: referral.sentAt,
    limit: referral.due.limit,
    statedPeriod: referral.statedAt === null ? null : { kind: 'until', at: referral.statedAt },
    caseDue,
    isPastCaseDueApproved: referral.beyondLimitApproved,
    statedOn: referral.statedOn,
    pauses: referral.pauses.map(clockPause),
    until: context.now,
  })
  return { at, limit: referral.due.limit, zone: calendar.calendar.calendar.zone, ...versionsOf(context, calendar) }
}

/** Calendar of a department's office, else of the office that owns the case (W1). */
export function calendarFor(context: DecideContext, department: Referral['department']): VersionedCalendar {
  return context.calendarOf(department) ?? context.clock
}

function limitOf({ clock, lists }: Known, kind: ClassOfCase): Pick<CaseClock, 'limit' | 'versions'> {
  const versions = officeVersions(clock)
  const own = kind.service === null ? null : lists.limitOf(kind.service as ListCode)
  if (own !== null) return { limit: own, versions: { ...versions, limitVersion: lists.version('services') } }
  return { limit: caseLimit(clock.targets.cases, kind.type, kind.complexity), versions }
}

/** The versions the office counts with now. */
export function officeVersions(office: OfficeClock): ClockVersions {
  return { calendarVersion: office.version, limitVersion: office.targetsVersion, zoneVersion: office.zoneVersion }
}

function versionsOf(context: Pick<DecideContext, 'clock'>, calendar: VersionedCalendar): ClockVersions {
  return { ...officeVersions(context.clock), calendarVersion: calendar.version }
}

function clockPause(pause: Pause): ClockPause {
  const cause = pause.cause === 'suspension' ? 'suspended' : pause.cause
  return { cause, from: pause.from, to: pause.until, capDays: pause.capDays }
}

function frozen(office: VersionedCalendar, minutes: number): Waited {
  return { minutes, day: Math.max(1, normalDayMinutes(office.calendar.calendar)) }
}

/** In: a referral as folded. Out: the engine's clock, for the explanation of its due date. */
export function referralClockOf(referral: Referral): CaseClock {
  const { statedAt, statedOn, beyondLimitApproved } = referral
  const { limit, calendarVersion, limitVersion, zoneVersion } = referral.due
  const isExtended = beyondLimitApproved && statedAt !== null && statedOn !== null
  return {
    start: referral.sentAt,
    limit,
    versions: { calendarVersion, limitVersion, zoneVersion },
    pauses: referral.pauses.map(clockPause),
    extensions: isExtended ? [{ approvedAt: statedOn, to: statedAt }] : [],
    stoppedAt: referral.endedAt,
  }
}
