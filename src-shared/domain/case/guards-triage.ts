import { because } from './because.ts'
import type { Guards } from './guards.ts'
import { excludedUnits } from './complained-about.ts'
import { answeringDepartments, currentCycle, runningPause, wasResolved } from './reading.ts'
import { registeredInError } from './codes.ts'
import { isApprovedByAuthor } from './separation.ts'
import { statedBefore } from './stated-times.ts'
import type { Case } from './state.ts'

export const triageGuards = {
  accepted: (state) => subjectsMissing(state),
  classified: (state) => subjectsMissing(state),
  class_corrected: (state) => subjectsMissing(state),
  external_transferred: (state) => subjectsMissing(state),
  rejected: (state, { withinRemit }) => {
    if (state.decision.kind !== 'undecided') return because('case-status')
    return remitWrong(state, withinRemit) ?? subjectsMissing(state)
  },
  details_changed: (state, { subjects }) => subjectsMissing({ ...state, subjects }),
  rejection_notified: (state) =>
    state.exit?.kind === 'rejected' && state.exit.notified !== null ? because('rejection-notified') : null,
  retyped: (state, { to }) => {
    if (wasResolved(state)) return because('retype-too-late')
    return state.type === to ? because('type-unchanged') : subjectsMissing({ ...state, type: to })
  },
  filed: (state, { reason, withinRemit }) => {
    const wrong = remitWrong(state, withinRemit)
    if (wrong !== null) return wrong
    // What is no case of the office's at all complains of nothing.
    if (reason !== registeredInError) return subjectsMissing(state)
    return wasResolved(state) ? because('file-too-late') : null
  },
  confidentiality_set: (_state, { level, users }) =>
    level === 'strict' && users.length === 0 ? because('named-users-missing') : null,
  conflict_settled: (state, { event }) => (state.unapplied.includes(event) ? null : because('conflict-settled')),
  /**
   * Work is given only to someone who did not have it in an earlier cycle, unless that was excepted (Z-06), and never to
   * one of those who answer for the matter or whom it is about (G-04, G-05).
   */
  assigned: (state, { user, unit }) => {
    if (answeringDepartments(currentCycle(state)).includes(unit)) return because('department-handles-itself')
    if (excludedUnits(state).includes(unit)) return because('handler-complained-about')
    const isEarlier = currentCycle(state).excluded.includes(user)
    return isEarlier && !isExcepted(state, 'new_staff') ? because('separation-new-staff') : null
  },
  moved_to_unit: (state, { from, to }) => {
    if (from !== state.office || to === state.office) return because('move-unchanged')
    return excludedUnits(state).includes(to) ? because('move-complained-about') : null
  },
  external_confirmed: (state) =>
    state.exit?.kind === 'external' && state.exit.confirmed !== null ? because('external-confirmed') : null,
  /** What was asked for came after the question (L-03). */
  info_received: (state, { receivedAt }) => {
    const asked = runningPause(currentCycle(state))?.from
    return receivedAt === undefined || asked === undefined ? null : statedBefore(receivedAt, asked)
  },
  extended: (state, _facts, { settings }) => {
    const count = settings.extensionsPerCycle
    return currentCycle(state).clock.extensions.length < count ? null : because('extension-used', { count })
  },
  /** The mark says whose exception it is; only the head passes a rule by his own word (architecture: small offices). */
  separation_excepted: (state, { way }, actor) => {
    if (way === 'fcr') return isApprovedByAuthor(state, actor.settings) ? null : because('separation-author-approver')
    if (way === 'head') return actor.rights.includes('final_closure') ? null : because('separation-head-only')
    return null
  },
} satisfies Guards

/** Whether a separation rule was passed in the cycle in hand. */
export function isExcepted(state: Case, rule: 'author_approver' | 'recorder_handler' | 'new_staff'): boolean {
  const { number } = currentCycle(state)
  return state.exceptions.some((exception) => exception.rule === rule && exception.cycle === number)
}

/** What lies outside the remit is transferred; that it lies within is said, but of a case that was accepted as such (L-02). */
function remitWrong({ decision }: Case, withinRemit: boolean | null | undefined): ReturnType<typeof because> | null {
  if (withinRemit === false) return because('remit-needs-transfer')
  return withinRemit === undefined && decision.kind === 'undecided' ? because('remit-undecided') : null
}

function subjectsMissing(state: Pick<Case, 'type' | 'subjects'>): ReturnType<typeof because> | null {
  return state.type === 'complaint' && state.subjects.length === 0 ? because('subjects-missing') : null
}
