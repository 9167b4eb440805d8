import { must } from '#shared/lib/assert.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { undeliveredRefusal } from './contact-protocol.ts'
import type { DecideContext } from './context.ts'
import { resolutionTimes } from './deadlines.ts'
import { happened, inList, unless } from './decide-checks.ts'
import type { Deciders, InputOf } from './decider.ts'
import type { DraftId } from './event-parts.ts'
import type { CaseEvent, CaseFacts } from './events.ts'
import { made } from './made.ts'
import { authorsOf, currentCycle, isSurveyable, latestDraft } from './reading.ts'
import { excepted, isApprovedByAuthor, separated } from './separation.ts'
import type { Case } from './state.ts'

type ReplyCommand =
  | 'submit_draft'
  | 'return_draft'
  | 'approve_draft'
  | 'record_reply_sent'
  | 'resolve_without_contact'
  | 'send_correction'

/** The answer: drafted, approved by someone else, sent; with that the clock stops (A-01 to A-03, W4). */
export const replyDeciders: Deciders<ReplyCommand> = {
  submit_draft: (state, { text, language, remedies }, context) => {
    const draft = must(context.ids[0], 'an id for the draft') as DraftId
    const correction = currentCycle(state).resolution === null ? {} : { correction: true as const }
    return unless(
      [inList(context, 'remedies', remedies)],
      [made('draft_submitted', { draft, language, remedies, ...correction }, { text })],
    )
  },
  return_draft: (_state, { draft, reason, note }, context) =>
    unless(
      [inList(context, 'draft_return_reasons', [reason])],
      [made('draft_returned', { draft, reason }, { text: note })],
    ),
  approve_draft: approve,
  record_reply_sent: sent,
  resolve_without_contact: (state, _input, context) =>
    unless(
      [undeliveredRefusal(state, context)],
      [resolved(state, { at: context.now, how: 'no_contact', session: null }, context)],
    ),
  send_correction: (state, { draft, delivery, sentAt, note }, context) =>
    unless(
      [happened(context, sentAt, latestDraft(currentCycle(state))?.approved?.at ?? state.receivedAt)],
      [made('correction_sent', { sentAt, of: { draft, delivery } }, { text: note })],
    ),
}

/** Never an author (A-02, bug 11); first-contact resolution excepted; after a reopening never earlier staff (Z-06). */
function approve(
  state: Case,
  { draft, exceptionReason: reason }: InputOf<'approve_draft'>,
  context: DecideContext,
): Result<readonly CaseEvent[]> {
  const cycle = currentCycle(state)
  // The guard knows no draft of another cycle.
  const authors = cycle.drafts.some(({ id }) => id === draft) ? authorsOf(cycle) : []
  const person = context.actor.user
  const right = 'approve_reply' as const
  const others = [...authors, ...cycle.excluded]
  const isOwnFcr = isApprovedByAuthor(state, context.settings) && authors.includes(person)
  const byAuthor = isOwnFcr
    ? ok([excepted('author_approver', 'fcr', reason)])
    : separated(
        state,
        { rule: 'author_approver', right, excluded: authors.includes(person) ? others : authors, person, reason },
        context,
      )
  if (!byAuthor.ok) return byAuthor
  const byEarlierStaff = cycle.excluded.includes(person)
    ? separated(state, { rule: 'new_staff', right, excluded: others, person, reason }, context)
    : ok([])
  if (!byEarlierStaff.ok) return byEarlierStaff
  return ok([...byAuthor.value, ...byEarlierStaff.value, made('approved', { draft }, null)])
}

function sent(state: Case, input: InputOf<'record_reply_sent'>, context: DecideContext): Result<readonly CaseEvent[]> {
  const { draft, delivery, sentAt, session, note } = input
  const cycle = currentCycle(state)
  const approvedAt = latestDraft(cycle)?.approved?.at ?? cycle.startedAt
  return unless(
    [happened(context, sentAt, approvedAt)],
    [
      made('reply_sent', { draft, delivery, sentAt, session }, { text: note }),
      resolved(state, { at: sentAt, how: 'answered', session }, context),
    ],
  )
}

/** The stopped clock, its minutes frozen (W9). */
function resolved(
  state: Case,
  {
    at,
    how,
    session,
  }: { readonly at: CaseFacts<'resolved'>['resolvedAt'] } & Pick<CaseFacts<'resolved'>, 'how' | 'session'>,
  context: DecideContext,
): CaseEvent {
  const times = resolutionTimes(context.clock, currentCycle(state), at)
  return made('resolved', { resolvedAt: at, how, session, surveyable: isSurveyable(state), ...times }, null)
}
