import { addWorkingDays } from '#shared/domain/clock/working-time.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import { because } from './because.ts'
import { localMoment, nextAttempt, protocolOf, unreachableRefusal } from './contact-protocol.ts'
import type { DecideContext } from './context.ts'
import { classOf, openingDue } from './deadlines.ts'
import { given, happened, inList, isAhead, takenBack, unless } from './decide-checks.ts'
import type { Deciders, InputOf } from './decider.ts'
import type { CaseEvent, CaseFacts } from './events.ts'
import { made } from './made.ts'
import { currentCycle, handlersOf, isEndedByReopening, staffSoFar } from './reading.ts'
import { separated } from './separation.ts'
import type { RatingTaken } from './answer-state.ts'
import type { Case } from './state.ts'

type ClosingCommand =
  | 'record_attempt'
  | 'rate'
  | 'decline_rating'
  | 'declare_unreachable'
  | 'close'
  | 'reopen'
  | 'link'
  | 'unlink'

/** Satisfaction, closing, reopening, linking (Z-01 to Z-09, D6, D11, L-16, L-17). */
export const closingDeciders: Deciders<ClosingCommand> = {
  record_attempt: (state, { note, ...input }, context) =>
    unless(
      [
        happened(context, input.attemptedAt, state.receivedAt),
        input.nextAt === null ? null : isAhead(context, input.nextAt),
      ],
      [made('contact_attempt', attempted(state, input, context), { text: note })],
    ),
  rate,
  decline_rating: (state, { mode, note, exceptionReason }, context) => {
    const marks = recorded(state, exceptionReason, context)
    return marks.ok ? ok([...marks.value, made('rating_declined', { mode }, { text: note })]) : marks
  },
  declare_unreachable: (state, { note }, context) => {
    const { made: attempts } = protocolOf(state, context)
    return unless(
      [unreachableRefusal(state, context), given(note)],
      [made('unreachable_declared', { attempts, protocolMet: true }, { text: note })],
    )
  },
  close,
  reopen,
  link,
  unlink: (state, { note }) =>
    state.link === null ? refuse('link-missing') : ok([made('unlinked', { lead: state.link.lead }, { text: note })]),
}

/** The attempt, and when the next one is to be made: as the client asked, else as the protocol goes on (Z-03). */
function attempted(
  state: Case,
  { nextAt, ...attempt }: Omit<InputOf<'record_attempt'>, 'note'>,
  context: DecideContext,
): CaseFacts<'contact_attempt'> {
  const { calendar } = context.clock
  const facts = { ...attempt, ...localMoment(calendar.calendar.zone, attempt.attemptedAt) }
  if (attempt.result === 'reached') return facts
  const next = nextAt ?? nextAttempt(state, { ...facts, at: facts.attemptedAt, by: context.actor.user }, context)
  return next === null ? facts : { ...facts, nextAt: next }
}

function rate(state: Case, input: InputOf<'rate'>, context: DecideContext): Result<readonly CaseEvent[]> {
  const { rating, mode, ratedAt, corrects, dissatisfaction, note } = input
  const marks = recorded(state, input.exceptionReason, context)
  if (!marks.ok) return marks
  const facts: Omit<RatingTaken, 'event' | 'at' | 'by'> = { rating, mode, corrects, dissatisfaction }
  return unless(
    [
      happened(context, ratedAt, currentCycle(state).resolution?.at ?? state.receivedAt),
      inList(context, 'dissatisfaction_reasons', [dissatisfaction]),
      corrects === null ? null : given(note),
    ],
    [...marks.value, made('rated', { ...facts, ratedAt }, { text: note })],
  )
}

/** The recorder is none of those who handled the case (Z-02). */
function recorded(state: Case, reason: string, context: DecideContext): Result<readonly CaseEvent[]> {
  const excluded = handlersOf(currentCycle(state))
  const person = context.actor.user
  return separated(
    state,
    { rule: 'recorder_handler', right: 'measure_satisfaction', excluded, person, reason },
    context,
  )
}

function close(
  state: Case,
  { analysis, ...facts }: InputOf<'close'>,
  context: DecideContext,
): Result<readonly CaseEvent[]> {
  return unless(
    [
      inList(context, 'root_causes', [facts.rootCause]),
      inList(context, 'remedies', facts.remedies),
      needsAnalysis(state, facts.reason) && given(analysis) !== null
        ? because('close-incomplete', { missing: 'analysis' })
        : null,
    ],
    [made('closed', facts, { analysis })],
  )
}

/** A complaint is analysed before it is closed (Z-09), unless it was solved at first contact; a final closure is always reasoned (D6). */
function needsAnalysis(state: Case, reason: InputOf<'close'>['reason']): boolean {
  const isFirstContact = currentCycle(state).classification?.procedure === 'fcr'
  return reason === 'final' || (state.type === 'complaint' && !isFirstContact)
}

/** A new cycle for new staff, while the time for it runs: from the delivery of the answer, not from any later entry (Z-06 to Z-08, bug 4). */
function reopen(state: Case, input: InputOf<'reopen'>, context: DecideContext): Result<readonly CaseEvent[]> {
  const { handler, cause, route, note, exceptionReason: reason } = input
  const outcome = isEndedByReopening(state) ? input.outcome : null
  const unit = context.units.unitOf(handler)
  if (unit === null || !context.othersWithRight('draft_reply', []).includes(handler))
    return refuse('handler-unsuitable', { user: handler })
  const excluded = [...staffSoFar(state)]
  const marks = separated(
    state,
    { rule: 'new_staff', right: 'draft_reply', excluded, person: handler, reason },
    context,
  )
  if (!marks.ok) return marks
  const due = openingDue(context, context.now, classOf(state))
  return unless(
    [
      windowOver(state, cause, context),
      needsOutcome(state) && outcome === null ? because('reopen-outcome-missing', {}) : null,
    ],
    [
      made('reopened', { cause, route, ...(outcome === null ? {} : { outcome }), due, excluded }, { text: note }),
      ...marks.value,
      made('assigned', { user: handler, unit }, null),
    ],
  )
}

/** What the answer of a complaint had found is told by whatever ends its cycle, else nobody knows whether the review changed it (K9). */
const needsOutcome = (state: Case): boolean => state.type === 'complaint' && isEndedByReopening(state)

/** An error of the office's own staff may be put right at any time. */
function windowOver(state: Case, cause: InputOf<'reopen'>['cause'], context: DecideContext): Refusal | null {
  const delivered = currentCycle(state).resolution?.at
  if (delivered === undefined || cause === 'staff_error') return null
  const until = addWorkingDays(context.clock.calendar, delivered, context.clock.targets.reopenWindowDays)
  return context.now <= until ? null : because('reopen-window-over', { until })
}

function link(
  state: Case,
  { lead, kind, note }: InputOf<'link'>,
  context: DecideContext,
): Result<readonly CaseEvent[]> {
  if (lead === state.id) return refuse('link-to-self')
  if (!context.links.exists(lead)) return refuse('not-found', { what: lead })
  const further = context.links.leadOf(lead)
  if (further === state.id) return refuse('link-would-circle')
  if (further !== null) return refuse('link-to-follower', { lead: further })
  const isDuplicate = kind === 'duplicate'
  if (isDuplicate && context.links.hasFollowers(state.id)) return refuse('link-would-circle')
  const linked = made('linked', { lead, kind }, { text: note })
  return ok(isDuplicate ? [...takenBack(currentCycle(state)), linked] : [linked])
}
