import type { Refusal } from '#shared/lib/result.ts'
import { because } from './because.ts'
import { closeReasons } from './codes.ts'
import type { CloseReason } from './codes.ts'
import type { CaseFacts } from './events.ts'
import type { Guards, JudgedActor } from './guards.ts'
import { ofDepartment } from './guards-reply.ts'
import { isExcepted } from './guards-triage.ts'
import { currentCycle, handlersOf, isClosingComplete, validRating, wasResolved } from './reading.ts'
import type { Case } from './state.ts'

export const closingGuards = {
  rated: (state, { corrects }, actor) => {
    const rating = validRating(currentCycle(state))
    if (corrects === null && rating !== null) return because('rating-exists')
    if (corrects !== null && corrects !== rating?.event) return because('rating-unknown')
    return unmeasured(state) ?? recorder(state, actor)
  },
  rating_declined: (state, _facts, actor) => answeredAlready(state) ?? unmeasured(state) ?? recorder(state, actor),
  unreachable_declared: (state, _facts, actor) =>
    answeredAlready(state) ?? unmeasured(state) ?? ofDepartment(state, actor),
  closed: (state, facts, actor) => satisfaction(state, facts.reason, actor) ?? checkList(state, facts),
  reopened: (state, _facts, { settings }) =>
    currentCycle(state).resolution === null ? because('reopen-not-resolved') : cyclesUsed(state, settings),
  linked: (state, { lead, kind }) => {
    if (lead === state.id) return because('link-to-self')
    if (state.link !== null) return because('link-exists')
    // An answer that was counted stays counted, also when the case was opened anew after it.
    return kind === 'duplicate' && wasResolved(state) ? because('link-too-late') : null
  },
  unlinked: (state, { lead }) => (state.link?.lead === lead ? null : because('link-missing')),
} satisfies Guards

/** A case is not worked on for ever (D6). */
export function cyclesUsed(state: Case, { maxCycles: max }: JudgedActor['settings']): Refusal | null {
  return state.cycles.length >= max ? because('reopen-cycles-used', { max }) : null
}

/** Who rated or declined has answered; a rating after declining is welcome, the other way round is not (Z-04). */
function answeredAlready(state: Case): Refusal | null {
  const cycle = currentCycle(state)
  if (validRating(cycle) !== null) return because('rating-exists')
  return cycle.declinedAt === null ? null : because('rating-declined-already')
}

function unmeasured(state: Case): Refusal | null {
  return currentCycle(state).resolution?.surveyable === true ? null : because('not-surveyable')
}

/** Who handled the case does not record how satisfied it left the client (Z-02, B-08). */
function recorder(state: Case, actor: JudgedActor): Refusal | null {
  const isHandler = handlersOf(currentCycle(state)).includes(actor.user)
  if (isHandler && !isExcepted(state, 'recorder_handler')) return because('separation-recorder-handler')
  return ofDepartment(state, actor)
}

/**
 * In: a case and who would close it. Out: the reasons that the rules take now (D6, D11, Z-04, Z-05), in the order of the
 * codes; what the closing list still lacks is another matter.
 */
export function openCloseReasons(state: Case, actor: JudgedActor): readonly CloseReason[] {
  return closeReasons.filter((reason) => satisfaction(state, reason, actor) === null)
}

/** The satisfaction step, reason by reason (D6, D11, Z-04, Z-05): silence is never counted as satisfied. */
function satisfaction(state: Case, reason: CloseReason, actor: JudgedActor): Refusal | null {
  const cycle = currentCycle(state)
  const rating = validRating(cycle)?.rating ?? null
  switch (reason) {
    case 'rated':
      if (rating === 'not_satisfied') return because('close-not-satisfied')
      return rating === null ? because('close-needs-satisfaction') : null
    case 'no_further_review':
      return rating === 'not_satisfied' ? null : because('close-needs-satisfaction')
    case 'declined':
      return cycle.declinedAt === null ? because('close-needs-satisfaction') : null
    case 'unreachable':
      return cycle.unreachable === null || rating !== null ? because('close-needs-satisfaction') : null
    case 'not_surveyable':
      return cycle.resolution?.surveyable === false ? null : because('close-needs-satisfaction')
    case 'final':
      return finalClosure(state, actor)
  }
}

/** The reasoned end of what left the client dissatisfied in the last cycle allowed, by the head (D6). */
function finalClosure(state: Case, { settings, rights }: JudgedActor): Refusal | null {
  if (!rights.includes('final_closure')) return because('not-allowed', { right: 'final_closure' })
  if (validRating(currentCycle(state))?.rating !== 'not_satisfied') return because('close-needs-satisfaction')
  return state.cycles.length < settings.maxCycles ? because('close-not-final-yet', { max: settings.maxCycles }) : null
}

/** Facts of the closing list that a complaint needs (Z-09, L-12); its text is asked for by `decide`. */
function checkList(state: Case, facts: CaseFacts<'closed'>): Refusal | null {
  if (state.type !== 'complaint') return null
  if (facts.outcome === null) return because('close-incomplete', { missing: 'outcome' })
  return isClosingComplete(facts) ? null : because('close-incomplete', { missing: 'rootCause' })
}
