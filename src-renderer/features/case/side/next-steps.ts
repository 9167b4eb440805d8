import type { CaseLine, ReferralView } from '#shared/contract/desktop/views.ts'
import type { Status } from '#shared/domain/case/codes.ts'
import {
  currentCycle,
  openReferrals,
  validRating,
  waitingCorrection,
  waitingReferrals,
} from '#shared/domain/case/reading.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { nextMessages as messages } from '#shared/i18n/case-next.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import type { StepName } from '../steps/step-names.ts'

/** What a case waits for, and the steps that answer to it, the likeliest first. */
export interface NextStep {
  readonly words: PlainMessage
  readonly steps: readonly StepName[]
  /** Nothing is left to be done. */
  readonly over?: boolean
  /** It is somebody else's turn. */
  readonly waits?: boolean
}

const atDepartments: NextStep = {
  words: messages.departments,
  steps: ['answer_clarification', 'acknowledge', 'referral_reply', 'remind'],
}

/** They answer at machines of their own: what is entered in their name stands among the other actions. */
const departmentsAnswer: NextStep = {
  words: messages.departmentsAnswer,
  steps: ['answer_clarification', 'remind'],
  waits: true,
}

/** The server has none of them yet. */
const referralsUnsent: NextStep = { words: messages.departmentsUnsent, steps: [], waits: true }

/** Another party is needed, and no department was asked. */
const nobodyAsked: NextStep = { words: messages.thirdPartyUnasked, steps: ['draft', 'refer'] }

const byStatus: Readonly<Record<Status, NextStep>> = {
  registered: { words: messages.triage, steps: ['remit', 'classify'] },
  triage: { words: messages.triage, steps: ['remit', 'classify'] },
  awaiting_info: { words: messages.info, steps: ['receive_info', 'resume'] },
  suspended: { words: messages.suspended, steps: ['resume'] },
  accepted: { words: messages.work, steps: ['refer', 'draft'] },
  reopened: { words: messages.again, steps: ['refer', 'draft'] },
  third_party: { words: messages.thirdParty, steps: ['draft', 'refer'] },
  referred: atDepartments,
  in_progress: atDepartments,
  clarify: { words: messages.clarify, steps: ['answer_clarification', 'remind'] },
  returned: { words: messages.returned, steps: ['refer', 'cancel_referral'] },
  answered: { words: messages.answered, steps: ['draft', 'ask_clarification'] },
  approval: { words: messages.approval, steps: ['approve', 'return_draft'] },
  rework: { words: messages.rework, steps: ['draft'] },
  approved: { words: messages.send, steps: ['record_sent', 'no_contact'] },
  resolved: { words: messages.measure, steps: ['measure'] },
  unreachable: { words: messages.closeUnreachable, steps: ['close', 'measure'] },
  external: { words: messages.external, steps: ['follow_up', 'confirm'] },
  follower: { words: messages.follower, steps: ['unlink'] },
  closed: { words: messages.closed, steps: ['reopen'], over: true },
  rejected: { words: messages.rejected, steps: ['rejection_sent'], over: true },
  filed: { words: messages.filed, steps: [], over: true },
  withdrawn: { words: messages.withdrawn, steps: [], over: true },
}

/** Nobody here has taken the matter up again yet. */
const beforeWork: ReadonlySet<Status> = new Set(['registered', 'triage', 'accepted', 'reopened', 'third_party'])

/** In: a case as its page has it. Out: what it waits for (UI-4). */
export function nextStepOf({
  line,
  state,
  referrals = [],
  isOnItsWay = () => false,
}: {
  readonly line: Pick<CaseLine, 'status'>
  readonly state: Case
  readonly referrals?: readonly Pick<ReferralView, 'id' | 'answersItself'>[]
  /** Whether a referral has not left this machine. */
  readonly isOnItsWay?: (referral: Pick<ReferralView, 'id'>) => boolean
}): NextStep {
  const cycle = currentCycle(state)
  if (state.exit?.kind === 'rejected' && state.exit.toNotify && state.exit.notified === null)
    return { words: messages.notify, steps: ['rejection_sent'] }
  if (waitingCorrection(cycle) !== null) return withCorrection(cycle)
  if (line.status === 'resolved') return afterAnswer(cycle)
  if (state.cameBack !== null && beforeWork.has(line.status))
    return state.decision.kind === 'undecided'
      ? { words: messages.cameBack, steps: ['transfer', 'remit'] }
      : { words: messages.cameBack, steps: ['transfer', 'refer', 'draft'] }
  const isDecided = state.decision.kind !== 'undecided'
  if (isDecided && cycle.classification === null && ['accepted', 'reopened'].includes(line.status))
    return { words: messages.classify, steps: ['classify', 'assign'] }
  if (line.status === 'accepted' && cycle.classification?.procedure === 'fcr')
    return { words: messages.answerNow, steps: ['draft'] }
  if (line.status === 'registered' && cycle.classification !== null) return { words: messages.remit, steps: ['remit'] }
  if (line.status === 'third_party' && cycle.referrals.length === 0) return nobodyAsked
  if (openReferrals(cycle).length === 0 || !['referred', 'in_progress'].includes(line.status))
    return byStatus[line.status]
  const own = new Set(referrals.filter(({ answersItself }) => answersItself).map(({ id }) => id))
  const waiting = waitingReferrals(cycle)
  if (!waiting.every(({ id }) => own.has(id))) return atDepartments
  return waiting.length > 0 && waiting.every(isOnItsWay) ? referralsUnsent : departmentsAnswer
}

/** A correction that somebody began comes before whatever else the case waits for: the citizen holds a wrong answer. */
function withCorrection(cycle: ReturnType<typeof currentCycle>): NextStep {
  const draft = waitingCorrection(cycle)
  if (draft?.returned) return { words: messages.correctionReturned, steps: ['draft_correction'] }
  return draft?.approved
    ? { words: messages.correctionApproved, steps: ['correction'] }
    : { words: messages.correctionWaits, steps: ['approve', 'return_draft'] }
}

function afterAnswer(cycle: ReturnType<typeof currentCycle>): NextStep {
  const rating = validRating(cycle)?.rating ?? null
  if (rating === 'not_satisfied') return { words: messages.dissatisfied, steps: ['reopen', 'close'] }
  if (rating !== null || cycle.declinedAt !== null) return { words: messages.close, steps: ['close'] }
  if (cycle.resolution?.surveyable === false) return { words: messages.closeUnasked, steps: ['close'] }
  return { words: messages.measure, steps: ['measure'] }
}
