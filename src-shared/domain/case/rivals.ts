import type { CaseEvent, CaseEventType } from './events.ts'
import type { Guards } from './guards.ts'
import { referralOf } from './guards-referral.ts'
import { currentCycle, latestDraft, validRating } from './reading.ts'
import type { Draft } from './answer-state.ts'
import { factsSetBy } from './stamps.ts'
import type { Case, Referral } from './state.ts'

type FactsOf<T extends CaseEventType> = Extract<CaseEvent, { readonly type: T }>['facts']
type Done = { readonly [T in keyof Guards]?: (state: Case, facts: FactsOf<T>) => boolean }

/**
 * Steps that say what is said once: an answer, a decision, a rating. Where another has said it meanwhile, two people have
 * spoken on one thing, and whoever decides is to read both. What another step overtook is held as before (S9).
 */
const saidAlready: Done = {
  accepted: isDecided,
  rejected: isDecided,
  ref_ack: (state, facts) =>
    facts.longer !== true && ofReferral(({ acknowledged }) => acknowledged !== null)(state, facts),
  ref_replied: ofReferral(({ status }) => status === 'answered'),
  clarification_asked: ofReferral(({ asked }) => asked !== null),
  clarification_answered: ofReferral(isAnswered),
  info_received: (state) => {
    const last = currentCycle(state).clock.pauses.at(-1)
    return last?.cause === 'info' && last.until !== null
  },
  approved: isJudged,
  draft_returned: isJudged,
  rated: (state, { corrects }) => corrects === null && isMeasured(state),
  rating_declined: isMeasured,
  closed: (state) => currentCycle(state).closing !== null,
}

/** A reply ends a question too: that is no answer to it. */
function isAnswered({ status, asked, askedAgain }: Referral): boolean {
  if (status === 'answered') return (askedAgain?.answeredAt ?? null) !== null
  return asked === null && ['ref_sent', 'in_progress'].includes(status)
}

/**
 * In: a state, an event that it does not take as it stands, the facts that its author had not seen. Out: whether somebody
 * did the same step meanwhile, so that two intents stand against each other (N-06).
 */
export function isRival(state: Case, event: Pick<CaseEvent, 'type' | 'facts'>, moved: readonly string[]): boolean {
  const said = saidAlready[event.type] as ((state: Case, facts: CaseEvent['facts']) => boolean) | undefined
  return said !== undefined && factsSetBy(event).some((fact) => moved.includes(fact)) && said(state, event.facts)
}

function isDecided({ decision }: Case): boolean {
  return decision.kind !== 'undecided'
}

function isMeasured(state: Case): boolean {
  const cycle = currentCycle(state)
  return validRating(cycle) !== null || cycle.declinedAt !== null
}

function isJudged(state: Case, { draft }: { readonly draft: Draft['id'] }): boolean {
  const latest = latestDraft(currentCycle(state))
  return latest?.id === draft && (latest.approved !== null || latest.returned !== null)
}

function ofReferral(
  isSaid: (referral: Referral) => boolean,
): (state: Case, facts: { readonly referral: Referral['id'] }) => boolean {
  return (state, { referral: id }) => {
    const referral = referralOf(state, id)
    return referral !== null && isSaid(referral)
  }
}
