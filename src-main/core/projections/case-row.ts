import { excludedUnits, staffKey } from '#shared/domain/case/complained-about.ts'
import {
  answeringDepartments,
  currentCycle,
  isClockLive,
  isHeld,
  waitingReferrals,
} from '#shared/domain/case/reading.ts'
import { stageOf, statusOf } from '#shared/domain/case/status.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { mayFallDue } from '#shared/domain/duties/may-fall-due.ts'
import { nextStepAt, nextStepOf } from './next-step.ts'

/*
 * One row a case: what lists show, filter and sort by. Everything in it follows from the folded state and the subject
 * line; nothing is computed from the time of day, so a row is right until the next event.
 */
export interface CaseRow {
  readonly id: string
  readonly reference: string
  readonly type: string
  readonly type_entry: string
  readonly status: string
  readonly stage: string
  readonly step: string
  readonly office: string
  readonly channel: string
  readonly service: string | null
  readonly complexity: string | null
  readonly importance: string | null
  readonly priority: string | null
  /** Order of work: urgent first. */
  readonly rank: number
  readonly confidentiality: string
  readonly named_users: string
  /** Whom it is kept from: `unit:<id>`, `staff:<number>` (G-05). */
  readonly complained_about: string
  readonly received_at: string
  readonly received_seq: string
  /** Running clock only: null once resolved, out, or linked as a follower. */
  readonly running_due: string | null
  /** 1 while it is suspended in time: neither overdue nor due soon, whatever the hour (W4). */
  readonly held: number
  readonly due_at: string | null
  readonly cycle: number
  readonly handler: string | null
  /** Everyone who handled it in the current cycle: he goes on seeing it when it is confidential. */
  readonly handlers: string
  readonly registered_by: string
  readonly person: string | null
  readonly governorate: string | null
  /** Those that answer for the current cycle; one that returned the matter does not, and sees it no more. */
  readonly departments: string
  /** The earliest date of a reply that waits for its department, and not for an answer of the office's. */
  readonly referral_due: string | null
  readonly escalation: number
  readonly is_open: number
  readonly practice: number
  readonly lead: string | null
  /** 1 while something on it can fall due by itself. */
  readonly falls_due: number
  /** When the next call or follow-up is to be made (Z-03, X-02). */
  readonly next_at: string | null
}

const ranks: Readonly<Record<string, number>> = { urgent: 0, high: 1, normal: 2, low: 3 }

/** In: a folded case. Out: its row. */
export function caseRow(state: Case): CaseRow {
  const cycle = currentCycle(state)
  const live = waitingReferrals(cycle)
  const theirs = live.filter(({ asked }) => asked?.by !== 'department')
  const step = nextStepOf(state)
  return {
    id: state.id,
    reference: state.reference,
    type: state.type,
    type_entry: state.typeEntry,
    status: statusOf(state),
    stage: stageOf(state),
    step,
    office: state.office,
    channel: state.channel,
    service: cycle.classification?.service ?? null,
    complexity: cycle.classification?.complexity ?? null,
    importance: cycle.classification?.importance ?? null,
    priority: cycle.classification?.priority ?? null,
    rank: ranks[cycle.classification?.priority ?? 'normal'] ?? 2,
    confidentiality: state.confidentiality,
    named_users: JSON.stringify(state.namedUsers),
    complained_about: JSON.stringify(keptFrom(state)),
    received_at: state.receivedAt,
    received_seq: `${state.receivedAt}${state.id}`,
    running_due: isClockLive(state) ? cycle.clock.dueNow.at : null,
    held: isHeld(cycle) ? 1 : 0,
    due_at: cycle.clock.dueNow.at,
    cycle: cycle.number,
    handler: cycle.handler?.user ?? null,
    handlers: JSON.stringify(cycle.handlers),
    registered_by: state.registeredBy,
    person: state.complainant?.person ?? null,
    governorate: state.complainant?.governorate ?? null,
    departments: JSON.stringify([...new Set(answeringDepartments(cycle))]),
    referral_due: theirs.map((referral) => referral.due.at).sort()[0] ?? null,
    escalation: Math.max(
      0,
      ...cycle.referrals.flatMap((referral) => referral.escalations.map((escalation) => escalation.rung)),
    ),
    is_open: step === 'none' ? 0 : 1,
    practice: state.practice ? 1 : 0,
    lead: state.link?.lead ?? null,
    falls_due: mayFallDue(state) ? 1 : 0,
    next_at: nextStepAt(state),
  }
}

const keptFrom = (state: Case): readonly string[] => [
  ...excludedUnits(state).map((unit) => `unit:${unit}`),
  ...state.complainedAbout.map(({ staffId }) => `staff:${staffKey(staffId)}`),
]
