import type { UserId } from '#shared/domain/access/events.ts'
import { withCycle, withDraft, withMember, withPausesEnded } from './evolve-parts.ts'
import type { Appliers } from './evolve-parts.ts'
import { currentCycle } from './reading.ts'
import type { Draft } from './answer-state.ts'

type ReplyEvent = 'draft_submitted' | 'draft_returned' | 'approved' | 'reply_sent' | 'resolved' | 'correction_sent'

export const replyAppliers: Appliers<ReplyEvent> = {
  draft_submitted: (state, { facts, at, actor }) => {
    if (state.cycles.some(({ drafts }) => drafts.some(({ id }) => id === facts.draft))) return null
    const draft: Draft = {
      id: facts.draft,
      author: actor as UserId,
      submittedAt: at,
      language: facts.language,
      correction: facts.correction === true,
      remedies: facts.remedies,
      returned: null,
      approved: null,
      sent: null,
    }
    return withCycle(state, { drafts: [...currentCycle(state).drafts, draft] })
  },
  /** A return undoes an approval that was given before: the refusal is what holds (bug 10). */
  draft_returned: (state, { facts, at, actor }) =>
    withDraft(state, facts.draft, () => ({
      returned: { at, by: actor as UserId, reason: facts.reason },
      approved: null,
    })),
  approved: (state, { facts, at, actor }) => {
    const after = withDraft(state, facts.draft, () => ({ approved: { at, by: actor as UserId } }))
    return after && withCycle(after, { approvers: withMember(currentCycle(after).approvers, actor as UserId) })
  },
  reply_sent: (state, { facts, actor }) =>
    withDraft(state, facts.draft, () => ({
      sent: { sentAt: facts.sentAt, delivery: facts.delivery, by: actor as UserId },
    })),
  resolved: (state, { facts }) => {
    const cycle = currentCycle(state)
    if (cycle.resolution !== null || cycle.closing !== null) return null
    const { resolvedAt, ...rest } = facts
    return withCycle(withPausesEnded(state, resolvedAt), {
      resolution: { at: resolvedAt, ...rest, classification: cycle.classification },
    })
  },
  correction_sent: (state, { facts: { sentAt, of }, actor }) => {
    const counted = withCycle(state, { corrections: [...currentCycle(state).corrections, sentAt] })
    if (of === undefined) return counted
    // A department counts it and never holds the draft.
    const sent = { sentAt, delivery: of.delivery, by: actor as UserId }
    return withDraft(counted, of.draft, () => ({ sent })) ?? counted
  },
}
