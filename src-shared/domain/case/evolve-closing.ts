import type { UserId } from '#shared/domain/access/events.ts'
import { openingCycle } from './evolve-intake.ts'
import { left, pausesWithAbsence, withClock, withCycle, withDues, withPausesEnded } from './evolve-parts.ts'
import type { Appliers, Recorded } from './evolve-parts.ts'
import { currentCycle, isOver } from './reading.ts'
import type { Case, Classification, Cycle } from './state.ts'

type ClosingEvent =
  | 'contact_attempt'
  | 'rated'
  | 'rating_declined'
  | 'unreachable_declared'
  | 'closed'
  | 'reopened'
  | 'linked'
  | 'unlinked'
  | 'filed'
  | 'withdrawn'
  | 'external_transferred'
  | 'external_followed_up'
  | 'external_confirmed'
  | 'separation_excepted'

export const closingAppliers: Appliers<ClosingEvent> = {
  contact_attempt: (state, { facts, actor }) => {
    const { attemptedAt, ...rest } = facts
    return withCycle(state, {
      attempts: [...currentCycle(state).attempts, { at: attemptedAt, by: actor as UserId, ...rest }],
    })
  },
  rated: (state, { facts, id, actor }) => {
    const { ratedAt, ...rest } = facts
    return withCycle(state, {
      ratings: [...currentCycle(state).ratings, { event: id, at: ratedAt, by: actor as UserId, ...rest }],
    })
  },
  rating_declined: (state, { at }) => withCycle(state, { declinedAt: at }),
  unreachable_declared: (state, { facts, at }) => withCycle(state, { unreachable: { at, ...facts } }),
  closed: (state, { facts, at, actor }) => {
    if (currentCycle(state).closing !== null) return null
    return withCycle(withPausesEnded(state, at), { closing: { at, by: actor as UserId, ...facts }, endedAt: at })
  },
  reopened,
  linked: (state, { facts, at }) => (state.link === null ? { ...state, link: { ...facts, at } } : null),
  unlinked: (state, { facts, at }) => {
    const { link } = state
    if (link === null || link.lead !== facts.lead) return null
    const former = { lead: link.lead, kind: link.kind, from: link.at, until: at }
    return { ...state, link: null, formerLinks: [...state.formerLinks, former] }
  },
  filed: (state, { facts, at }) =>
    state.exit === null ? left(state, { kind: 'filed', at, reason: facts.reason }) : null,
  withdrawn: (state, { at }) => (state.exit === null ? left(state, { kind: 'withdrawn', at }) : null),
  external_transferred: (state, { facts, at }) => {
    if (state.exit !== null) return null
    const { body, externalReference, followUpAt } = facts
    return left(
      { ...state, cameBack: null },
      { kind: 'external', at, body, externalReference, followUpAt, confirmed: null },
    )
  },
  external_followed_up: (state, { facts }) => external(state, (exit) => ({ ...exit, followUpAt: facts.followUpAt })),
  external_confirmed: (state, event) => {
    const { facts, at } = event
    if (!facts.solved) return cameBack(state, event)
    const { contactRating } = facts
    return external(state, (exit) => ({ ...exit, confirmed: { at, contactRating } }))
  },
  separation_excepted: (state, { facts, at }) => ({
    ...state,
    exceptions: [...state.exceptions, { ...facts, at, cycle: currentCycle(state).number }],
  }),
}

/** A new cycle with its own clock and staff; the one before ends here if its closing did not end it (5.1, Z-08). */
function reopened(state: Case, { facts, at, actor }: Recorded<'reopened'>): Case | null {
  // A register from before may reopen what another body left unsolved: then it was taken for an end.
  if (!isOver(state) && state.cameBack === null) return null
  const before = currentCycle(state)
  const settled = withCycle(withPausesEnded(state, at), { endedAt: before.endedAt ?? at })
  const cycle: Cycle = {
    ...openingCycle(before.number + 1, at, facts.due),
    acceptedAt: at,
    reopening: { cause: facts.cause, route: facts.route, outcome: facts.outcome ?? null, by: actor as UserId },
    excluded: facts.excluded,
    classification: reopenedClass(before.classification),
  }
  return { ...settled, exit: null, cameBack: null, cycles: [...settled.cycles, cycle] }
}

/** A reopened case was not solved at first contact: it needs processing, by other staff. */
function reopenedClass(classification: Classification | null): Classification | null {
  if (classification === null || classification.procedure !== 'fcr') return classification
  return { ...classification, procedure: 'processing' }
}

/**
 * Not solved there: the same cycle goes on where it stood, its clock without the time away. An event from
 * before that carries no due dates leaves them as they were.
 */
function cameBack(state: Case, { facts, at }: Recorded<'external_confirmed'>): Case | null {
  const { exit } = state
  if (exit?.kind !== 'external' || exit.confirmed !== null) return null
  const { body, externalReference } = exit
  const pauses = pausesWithAbsence(currentCycle(state).clock.pauses, exit.at, at)
  const back = withClock(
    { ...state, exit: null, cameBack: { at, body, externalReference, contactRating: facts.contactRating } },
    { pauses },
  )
  const { due, dueOrig } = facts
  return due === undefined || dueOrig === undefined ? back : withDues(back, { due, dueOrig })
}

type ExternalExit = Extract<Case['exit'], { readonly kind: 'external' }>

function external(state: Case, change: (exit: ExternalExit) => ExternalExit): Case | null {
  return state.exit?.kind === 'external' ? { ...state, exit: change(state.exit) } : null
}
