import { isAuthorised } from './admit.ts'
import type { CaseCommandKind } from './commands.ts'
import type { JudgedActor } from './guards.ts'
import { lifecycle, lifecycleRow, referralLifecycle } from './lifecycle.ts'
import type { ReferralCommandKind } from './lifecycle.ts'
import { mayOpen } from './may-open.ts'
import {
  currentCycle,
  hasName,
  latestDraft,
  openReferrals,
  validRating,
  waitingCorrection,
  wasResolved,
} from './reading.ts'
import type { Case, CaseState, Cycle, Referral } from './state.ts'
import { statusOf } from './status.ts'

/**
 * In: a state, who looks at it. Out: the commands to offer, in the order of the table: what right and status allow
 * and the case has an object for. `decide` may still refuse one for its input.
 */
export function allowedCommands(state: CaseState, actor: JudgedActor): readonly CaseCommandKind[] {
  if (state.kind === 'none') return actor.rights.includes('register') ? ['register'] : []
  if (!mayOpen(state, actor)) return []
  const status = statusOf(state)
  const kinds = Object.keys(lifecycle) as CaseCommandKind[]
  return kinds.filter(
    (kind) =>
      lifecycleRow(kind).statuses.includes(status) && isAuthorised(state, kind, actor) && hasObject(state, kind, actor),
  )
}

/** Whether there is something for the command to act on. */
function hasObject(state: Case, kind: CaseCommandKind, actor: JudgedActor): boolean {
  const cycle = currentCycle(state)
  const draft = latestDraft(cycle)
  if (isReferralCommand(kind) && kind !== 'escalate') return hasReferral(state, kind, actor)
  switch (kind) {
    case 'end_disclosure':
      return cycle.referrals.some(({ disclosedUntil }) => disclosedUntil !== null)
    case 'reject':
      return state.decision.kind === 'undecided'
    case 'retype':
      return !wasResolved(state)
    case 'settle_conflict':
      return state.unapplied.length > 0
    case 'link':
      return state.link === null
    case 'unlink':
      return state.link !== null
    case 'refer':
      return cycle.classification !== null && cycle.classification.procedure !== 'fcr'
    case 'submit_draft':
      return cycle.classification !== null && openReferrals(cycle).length === 0 && isCorrectable(cycle)
    case 'approve_draft':
      return (
        draft !== null &&
        draft.returned === null &&
        draft.approved === null &&
        isOpen(cycle) &&
        openReferrals(cycle).length === 0
      )
    case 'return_draft':
      return draft !== null && draft.returned === null && isOpen(cycle)
    case 'send_correction':
      return (waitingCorrection(cycle)?.approved ?? null) !== null
    case 'rate':
      return cycle.resolution?.surveyable === true && validRating(cycle) === null
    case 'decline_rating':
    case 'declare_unreachable':
      return cycle.resolution?.surveyable === true && validRating(cycle) === null && cycle.declinedAt === null
    case 'close':
      return isSatisfactionSettled(state)
    case 'reopen':
      return cycle.resolution !== null
    default:
      return true
  }
}

function hasReferral(state: Case, kind: ReferralCommandKind, { rights }: JudgedActor): boolean {
  const allowed: readonly string[] = referralLifecycle[kind]
  const inStatus = currentCycle(state).referrals.filter(({ status }) => allowed.includes(status))
  if (kind === 'disclose') return inStatus.length > 0 && hasName(state)
  // A department is not offered the answer to its own question.
  if (kind === 'answer_clarification')
    return inStatus.some(({ asked }) => rights.includes('refer') || asked?.by === 'team')
  const isAsked = ({ requests }: Referral): boolean => requests.some(({ answered }) => answered === null)
  return kind === 'answer_for_directorate' ? inStatus.some(isAsked) : inStatus.length > 0
}

/** An answer in the making, or a correction of one that left. */
const isOpen = (cycle: Cycle): boolean => cycle.resolution === null || waitingCorrection(cycle) !== null

const isCorrectable = ({ resolution }: Cycle): boolean => resolution === null || resolution.how === 'answered'

function isReferralCommand(kind: CaseCommandKind): kind is ReferralCommandKind {
  return Object.hasOwn(referralLifecycle, kind)
}

function isSatisfactionSettled(state: Case): boolean {
  const cycle = currentCycle(state)
  const isAnswered = validRating(cycle) !== null || cycle.declinedAt !== null || cycle.unreachable !== null
  return isAnswered || cycle.resolution?.surveyable === false
}
