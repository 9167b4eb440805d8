import type { UnitId } from '#shared/domain/access/events.ts'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import type { OfficeClock, VersionedCalendar } from '#shared/domain/case/context.ts'
import { caseClockOf, duesOf } from '#shared/domain/case/deadlines.ts'
import { isPressing } from '#shared/domain/case/duty-ground.ts'
import { endedPauses } from '#shared/domain/case/evolve-parts.ts'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import { lifecycleRow } from '#shared/domain/case/lifecycle.ts'
import { made } from '#shared/domain/case/made.ts'
import { currentCycle, runningPause, waitingReferrals } from '#shared/domain/case/reading.ts'
import type { Case, Referral } from '#shared/domain/case/state.ts'
import { statusOf } from '#shared/domain/case/status.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { localDateOf } from '#shared/domain/clock/working-time.ts'
import type { Ladder, Rung } from '#shared/domain/lists/ladder.ts'
import { recipientsOf } from './recipients.ts'
import { momentOf } from './rung-moment.ts'

/*
 * What falls due by itself on one case: state + now → events, each a commit of its own. Rungs of the ladder on a late
 * referral; the end of a question that nobody answered (W4); the end of a disclosure (B-17). Nothing here is written
 * twice: a rung is in the referral's `climbed`, the others change the state that they rest on.
 */

/** What duties go by: the office that owns the case, the departments' calendars, the ladder, who holds which post. */
export interface DutyRules {
  readonly clock: OfficeClock
  readonly calendarOf: (unit: UnitId) => VersionedCalendar | null
  readonly ladder: Ladder
  readonly access: AccessState
}

interface Coming {
  readonly at: Instant
  readonly event: (now: Instant) => CaseEvent
}

/**
 * In: a case, its rules, now. Out: the events due by now, earliest first. The end of a pause comes alone: what else is
 * due is read from the state after it.
 */
export function dutiesDue(state: Case, rules: DutyRules, now: Instant): readonly CaseEvent[] {
  return coming(state, rules, now)
    .filter(({ at }) => at <= now)
    .toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
    .map(({ event }) => event(now))
}

/** In: a case, its rules, now. Out: when something next falls due after now, as the case stands; null: nothing will. */
export function nextDutyAt(state: Case, rules: DutyRules, now: Instant): Instant | null {
  const moments = coming(state, rules, now).map(({ at }) => at)
  return moments.filter((at) => at > now).toSorted()[0] ?? null
}

function coming(state: Case, rules: DutyRules, now: Instant): readonly Coming[] {
  const cycle = currentCycle(state)
  const disclosures = cycle.referrals.flatMap(disclosureEnd)
  if (!lifecycleRow('escalate').statuses.includes(statusOf(state))) return disclosures
  const capAt = runningPause(cycle)?.capAt ?? null
  const rungs = waitingReferrals(cycle)
    .filter((referral) => isPressing(cycle, referral, now))
    .flatMap((referral) => rungsOf(state, rules, referral))
  return capAt === null ? [...rungs, ...disclosures] : [pauseEnd(state, rules, capAt), ...disclosures]
}

function rungsOf(state: Case, rules: DutyRules, referral: Referral): readonly Coming[] {
  const { calendar } = rules.calendarOf(referral.department) ?? rules.clock
  return rules.ladder.rungs
    .filter(({ rung }) => !referral.climbed.includes(rung))
    .map((rung) => ({
      at: momentOf(calendar, referral, rung.moment),
      event: (now) => climbed(rung, { state, rules, referral, now }),
    }))
}

interface OnReferral {
  readonly state: Case
  readonly rules: DutyRules
  readonly referral: Referral
  readonly now: Instant
}

/** Before the due date a reminder, from it on an escalation; how many it reached, and who: ids, nobody's data. */
function climbed(rung: Rung, { state, rules, referral, now }: OnReferral): CaseEvent {
  const { ladder, access, clock } = rules
  const today = localDateOf(clock.calendar.calendar.zone, now)
  const users = [...recipientsOf(rung, { state, department: referral.department, ladder, access, today })]
  const facts = { referral: referral.id, rung: rung.rung, automatic: true, recipients: users.length, users }
  return rung.moment.kind === 'share' ? made('reminder_sent', facts, { text: '' }) : made('escalated', facts, null)
}

/** At its cap the question no longer stops the clock; its due dates are written once more, as they stand (W4, W11). */
function pauseEnd(state: Case, { clock }: DutyRules, capAt: Instant): Coming {
  const cycle = currentCycle(state)
  return {
    at: capAt,
    event: (now) => {
      const pauses = endedPauses(cycle.clock.pauses, now)
      const dues = duesOf(clock, caseClockOf({ ...cycle.clock, pauses }, null), now)
      return made('due_recomputed', { referral: null, ...dues, cause: 'pause_cap' }, null)
    },
  }
}

function disclosureEnd({ id, disclosedUntil }: Referral): readonly Coming[] {
  if (disclosedUntil === null) return []
  return [{ at: disclosedUntil, event: () => made('disclosure_ended', { referral: id }, null) }]
}
