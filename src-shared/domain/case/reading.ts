import type { UnitId, UserId } from '#shared/domain/access/events.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import type { Draft, RatingTaken } from './answer-state.ts'
import type { Outcome } from './codes.ts'
import type { CaseFacts } from './events.ts'
import type { Case, Complainant, Cycle, Pause, Referral } from './state.ts'

/* Questions that several rules ask of a folded case. */

/** The cycle in hand; earlier ones are read-only (Z-08). */
export function currentCycle(state: Case): Cycle {
  return must(state.cycles.at(-1), 'a registered case has a cycle')
}

/** Whether reopening the case would be what ends its cycle, which nothing closed before. */
export const isEndedByReopening = (state: Case): boolean => currentCycle(state).closing === null

/** In: a case, place of a cycle. Out: what that cycle found, told as it was closed or as it was reopened; null where nothing did. */
export function outcomeOf({ cycles }: Pick<Case, 'cycles'>, place: number): Outcome | null {
  return cycles[place]?.closing?.outcome ?? cycles[place + 1]?.reopening?.outcome ?? null
}

/** The newest draft of the cycle: the one that is with the approver, returned, or approved. */
export function latestDraft(cycle: Cycle): Draft | null {
  return cycle.drafts.at(-1) ?? null
}

/** In: cycle, one of its drafts. Out: the reply that had left and that the draft puts right; null where it corrects none. */
export function correctedReply({ drafts }: Cycle, { id, correction }: Draft): Draft | null {
  if (!correction) return null
  const before = drafts.slice(
    0,
    drafts.findIndex((draft) => draft.id === id),
  )
  return before.findLast(({ sent }) => sent !== null) ?? null
}

/** The newest reply of the cycle that left, which a correction puts right; null where none did. */
export const sentReply = ({ drafts }: Cycle): Draft | null => drafts.findLast(({ sent }) => sent !== null) ?? null

/** Whether an answer of any cycle counts: then the case stays what it was answered as (kpis 5.1, P1). */
export const wasResolved = ({ cycles }: Case): boolean => cycles.some(({ resolution }) => resolution !== null)

/** The draft of a correction that did not leave yet: the answer before it was sent, or the case told no one. */
export function waitingCorrection(cycle: Cycle): Draft | null {
  const draft = latestDraft(cycle)
  return draft?.correction === true && draft.sent === null ? draft : null
}

/** The stretch in which the case clock stands still now, if any. */
export function runningPause(cycle: Cycle): Pause | null {
  return cycle.clock.pauses.find((pause) => pause.until === null) ?? null
}

/**
 * Since when the clock is suspended, if it is. Until it goes on its due date stays where it was (W4, W5), so that time must be
 * read as of then; a question's due date counts up to its cap from the start and needs no such care.
 */
export function suspendedSince(cycle: Cycle): Instant | null {
  return cycle.clock.pauses.find(({ until, capAt }) => until === null && capAt === null)?.from ?? null
}

/** Whether the due date does not come nearer: suspended, and not late already as that began. */
export function isHeld(cycle: Cycle): boolean {
  const since = suspendedSince(cycle)
  return since !== null && since <= cycle.clock.dueNow.at
}

const isWaiting = (referral: Referral): boolean =>
  referral.status === 'ref_sent' || referral.status === 'in_progress' || referral.status === 'clarify'

/** Referrals that a department has still to answer. */
export function waitingReferrals(cycle: Cycle): readonly Referral[] {
  return cycle.referrals.filter(isWaiting)
}

/** Referrals that came back and that nobody replaced, cancelled or waived yet (F-06). */
export function unsettledReturns(cycle: Cycle): readonly Referral[] {
  return cycle.referrals.filter((referral) => referral.status === 'returned' && referral.replacedBy === null)
}

/** What keeps the case from approval: referrals neither answered, cancelled, waived nor replaced (F-08). */
export function openReferrals(cycle: Cycle): readonly Referral[] {
  return [...waitingReferrals(cycle), ...unsettledReturns(cycle)]
}

/** Departments that were asked in a cycle and did not return or lose the matter: they answer for it (Z-02, G-04). */
export function answeringDepartments(cycle: Cycle): readonly UnitId[] {
  return cycle.referrals
    .filter(({ status }) => status !== 'returned' && status !== 'cancelled')
    .map(({ department }) => department)
}

/**
 * Who wrote the answer of a cycle. A draft is written on the one that was returned or replaced before it, so whoever wrote
 * that one stays an author, however little the next one changes.
 */
export function authorsOf(cycle: Cycle): readonly UserId[] {
  return [...new Set(cycle.drafts.map(({ author }) => author))]
}

/** Who handled a cycle: those it was given to and those who wrote its answers. */
export function handlersOf(cycle: Cycle): readonly UserId[] {
  return [...new Set([...cycle.handlers, ...authorsOf(cycle)])]
}

/** Handlers and approvers of every cycle so far, not to be chosen again after a reopening (Z-06). */
export function staffSoFar(state: Case): readonly UserId[] {
  return [...new Set(state.cycles.flatMap((cycle) => [...handlersOf(cycle), ...cycle.approvers]))]
}

/** Whether a complaint's closing says what it must: an outcome, and where something was found its root cause (Z-09, Z-10). */
export function isClosingComplete({ outcome, rootCause }: Pick<CaseFacts<'closed'>, 'outcome' | 'rootCause'>): boolean {
  return outcome !== null && (rootCause !== null || (outcome !== 'upheld' && outcome !== 'partly'))
}

/** Who answered for this department in earlier cycles, the team's own entries left out (Z-06). */
export function liaisonsSoFar(state: Case, department: Referral['department']): readonly UserId[] {
  const answers = state.cycles
    .slice(0, -1)
    .flatMap(({ referrals }) => referrals)
    .filter((referral) => referral.department === department)
    .map(({ replied }) => replied)
  return [...new Set(answers.flatMap((replied) => (replied === null || replied.enteredByTeam ? [] : [replied.by])))]
}

/** The rating that counts: the last one that no later one corrects. */
export function validRating(cycle: Cycle): RatingTaken | null {
  const corrected = new Set(cycle.ratings.map(({ corrects }) => corrects))
  return cycle.ratings.findLast(({ event }) => !corrected.has(event)) ?? null
}

/** Whether satisfaction can be asked at all: a contact exists, not anonymous, not media (K5b, M-05, bug 19). */
export function isSurveyable(state: Case): boolean {
  return state.type !== 'media' && isReachable(state.complainant)
}

/** Whether the complainant named a way to be reached. */
export function isReachable(complainant: Complainant | null): boolean {
  return complainant !== null && !complainant.anonymous && complainant.contactableBy.length > 0
}

/** Whether the case says who complains: only then is there somebody to disclose. */
export const hasName = ({ complainant }: Pick<Case, 'complainant'>): boolean => (complainant?.person ?? null) !== null

/** Whether identity plays no part: media coverage, and reports given without a name (M-05, T-03). */
export function needsNoIdentity(state: Pick<Case, 'type' | 'complainant'>): boolean {
  return state.type === 'media' || (state.type === 'report' && state.complainant?.anonymous === true)
}

/** Whether a person may say that identity needs no proof: of a report, of media, of who gave no name. */
export function mayGoUnverified({ type, complainant }: Pick<Case, 'type' | 'complainant'>): boolean {
  return type === 'media' || type === 'report' || complainant?.anonymous === true
}

/** Follows a lead case and is out of every clock and queue (L-16, B-03). */
export function isFollower(state: Case): boolean {
  return state.link?.kind === 'duplicate'
}

/** The cycle is resolved or closed, or the case left: nothing of it runs any longer. */
export function isOver(state: Case): boolean {
  const cycle = currentCycle(state)
  return state.exit !== null || cycle.resolution !== null || cycle.closing !== null
}

/** Whether the case's clock runs or stands paused: not resolved, not gone, not following. */
export function isClockLive(state: Case): boolean {
  return !isOver(state) && !isFollower(state)
}
