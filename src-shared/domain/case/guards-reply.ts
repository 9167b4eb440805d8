import type { Refusal } from '#shared/lib/result.ts'
import { because } from './because.ts'
import type { Guards, JudgedActor } from './guards.ts'
import { isExcepted } from './guards-triage.ts'
import {
  answeringDepartments,
  authorsOf,
  currentCycle,
  isReachable,
  latestDraft,
  openReferrals,
  waitingCorrection,
} from './reading.ts'
import type { Draft } from './answer-state.ts'
import type { Case } from './state.ts'

export const replyGuards = {
  draft_submitted: (state, { correction }, actor) =>
    (currentCycle(state).classification === null ? because('not-classified') : null) ??
    (correction === true ? correctable(state) : stillUnanswered(state)) ??
    writer(state, actor),
  draft_returned: (state, { draft }, actor) => newest(state, draft) ?? notLeftYet(state) ?? ofDepartment(state, actor),
  approved: (state, { draft }, actor) =>
    newest(state, draft) ??
    notLeftYet(state) ??
    referralsOpen(state) ??
    ofDepartment(state, actor) ??
    approver(state, actor),
  reply_sent: (state, { draft }) => newest(state, draft) ?? unapproved(state),
  resolved: (state, { how }) => {
    const isSent = (latestDraft(currentCycle(state))?.sent ?? null) !== null
    if (how === 'answered') return isSent ? null : because('draft-not-approved')
    return (
      unapproved(state) ?? (isReachable(state.complainant) && !isGivenUp(state) ? because('reply-needs-contact') : null)
    )
  },
  correction_sent: (state, { of }) => {
    if (of === undefined) return because('draft-not-approved')
    return (
      newest(state, of.draft) ??
      (waitingCorrection(currentCycle(state)) === null ? because('case-status') : unapproved(state))
    )
  },
} satisfies Guards

/** Who may write the reply, and when: nothing is open, and whoever writes did not have the case before (F-08, G-04, Z-06). */
export function writer(state: Case, actor: JudgedActor): Refusal | null {
  return referralsOpen(state) ?? ofDepartment(state, actor) ?? earlierStaff(state, actor)
}

/** Only what left can be put right: who was never told has nothing to be corrected. */
export function correctable(state: Case): Refusal | null {
  return currentCycle(state).resolution?.how === 'answered' ? null : because('case-status')
}

/** A draft written before its author saw that the answer had left is no correction of it. */
const stillUnanswered = (state: Case): Refusal | null =>
  currentCycle(state).resolution === null ? null : because('case-status')

/** Once the answer is out, only a correction that waits is returned or approved. */
function notLeftYet(state: Case): Refusal | null {
  const cycle = currentCycle(state)
  return cycle.resolution === null || waitingCorrection(cycle) !== null ? null : because('case-status')
}

/** With an answer that could not be delivered, contact counts as missing once attempts were made in vain. */
function isGivenUp(state: Case): boolean {
  const { attempts } = currentCycle(state)
  return attempts.length > 0 && attempts.every(({ result }) => result !== 'reached')
}

function unapproved(state: Case): Refusal | null {
  const approval = latestDraft(currentCycle(state))?.approved ?? null
  return approval === null ? because('draft-not-approved') : null
}

/** A returned draft is never approved later: a new one must be submitted (bug 10). */
function newest(state: Case, id: Draft['id']): Refusal | null {
  const { drafts } = currentCycle(state)
  if (!drafts.some((draft) => draft.id === id)) return because('draft-unknown')
  const latest = drafts.at(-1)
  if (latest?.id !== id) return because('draft-not-latest')
  return latest.returned === null ? null : because('draft-was-returned')
}

function referralsOpen(state: Case): Refusal | null {
  const count = openReferrals(currentCycle(state)).length
  return count === 0 ? null : because('referrals-open', { count })
}

function approver(state: Case, actor: JudgedActor): Refusal | null {
  const draft = latestDraft(currentCycle(state))
  if (draft !== null && draft.approved !== null) return because('case-status')
  const isAuthor = authorsOf(currentCycle(state)).includes(actor.user)
  if (isAuthor && !isExcepted(state, 'author_approver')) return because('separation-author-approver')
  return earlierStaff(state, actor)
}

function earlierStaff(state: Case, actor: JudgedActor): Refusal | null {
  const isEarlier = currentCycle(state).excluded.includes(actor.user)
  return isEarlier && !isExcepted(state, 'new_staff') ? because('separation-new-staff') : null
}

/** Who belongs to a department that answers for the matter neither handles it, nor approves, nor measures (G-04, Z-02). */
export function ofDepartment(state: Case, actor: JudgedActor): Refusal | null {
  const isConcerned = actor.unit !== null && answeringDepartments(currentCycle(state)).includes(actor.unit)
  return isConcerned ? because('department-approves-itself') : null
}
