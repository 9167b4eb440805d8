import type { ListCode } from '#shared/domain/lists/list-code.ts'
import type { UserId } from '#shared/domain/access/events.ts'
import type { Appliers, Recorded } from './evolve-parts.ts'
import { left, untouched, withCycle, withDues } from './evolve-parts.ts'
import { currentCycle, isOver, suspendedSince } from './reading.ts'
import type { Case, Classification, Cycle, NoCase } from './state.ts'

type IntakeEvent =
  | 'described'
  | 'details_changed'
  | 'complainant_set'
  | 'identity_verified'
  | 'number_told'
  | 'receipt_printed'
  | 'session_started'
  | 'inbound_contact'
  | 'intake_accepted'
  | 'retyped'
  | 'confidentiality_set'
  | 'complained_about'
  | 'conflict_settled'
  | 'moved_to_unit'
  | 'note_added'
  | 'file_added'
  | 'accepted'
  | 'rejected'
  | 'rejection_notified'
  | 'classified'
  | 'class_corrected'
  | 'assigned'
  | 'kb_used'
  | 'kb_created'

const neverLeft = { exit: null, cameBack: null, link: null, formerLinks: [] } satisfies Partial<Case>

/** The case that a registration makes of its receipt; cycle 1 runs from receipt (W3). */
export function registeredCase(
  id: Case['id'],
  receipt: NonNullable<NoCase['receipt']>,
  event: Recorded<'registered'>,
): Case {
  const { facts } = event
  return {
    kind: 'case',
    id,
    reference: facts.reference,
    office: facts.office,
    moves: [],
    type: facts.type,
    typeEntry: facts.typeEntry ?? (facts.type as ListCode),
    types: [facts.type],
    practice: facts.practice,
    source: facts.source,
    channel: receipt.channel,
    form: receipt.form,
    receivedAt: receipt.receivedAt,
    registeredAt: event.at,
    registeredBy: event.actor as UserId,
    registrationLag: facts.waited,
    subjects: facts.subjects,
    cause: facts.cause,
    complainantKind: facts.complainantKind,
    confidentiality: facts.confidentiality,
    namedUsers: [],
    complainedAbout: [],
    complainant: null,
    verification: facts.type === 'media' ? 'not_required' : 'not_verified',
    numberTold: false,
    sessions: [],
    inboundContacts: [],
    decision: { kind: 'undecided' },
    ...neverLeft,
    cycles: [openingCycle(1, receipt.receivedAt, facts.due)],
    files: 0,
    notes: 0,
    articlesUsed: 0,
    stages: [{ stage: 'reception', at: receipt.receivedAt }],
    lastNoticeAt: null,
    exceptions: [],
    lastEventAt: event.at,
    setBy: {},
    unapplied: [],
  }
}

/** A cycle at its start, nothing done in it yet. */
export function openingCycle(number: number, startedAt: Cycle['startedAt'], due: Cycle['clock']['dueOrig']): Cycle {
  return {
    number,
    startedAt,
    acceptedAt: null,
    reopening: null,
    excluded: [],
    handler: null,
    handlers: [],
    approvers: [],
    classification: null,
    clock: { startedAt, dueOrig: due, dueNow: due, pauses: [], extensions: [] },
    referrals: [],
    drafts: [],
    escalations: [],
    resolution: null,
    corrections: [],
    attempts: [],
    ratings: [],
    declinedAt: null,
    unreachable: null,
    closing: null,
    endedAt: null,
  }
}

export const intakeAppliers: Appliers<IntakeEvent> = {
  described: untouched,
  details_changed: (state, { facts }) => ({
    ...state,
    subjects: facts.subjects,
    cause: facts.cause,
    complainantKind: facts.complainantKind,
  }),
  complainant_set: (state, { facts }) => ({ ...state, complainant: facts }),
  identity_verified: (state, { facts }) => ({ ...state, verification: facts.state }),
  number_told: (state) => ({ ...state, numberTold: true }),
  receipt_printed: (state) => ({ ...state, numberTold: true }),
  session_started: (state, { facts, at }) => ({ ...state, sessions: [...state.sessions, { ...facts, at }] }),
  inbound_contact: (state, { at }) => ({ ...state, inboundContacts: [...state.inboundContacts, at] }),
  intake_accepted: untouched,
  retyped: (state, { facts }) =>
    withDues(
      {
        ...state,
        type: facts.to,
        typeEntry: facts.toEntry ?? (facts.to as ListCode),
        types: [...state.types, facts.to],
      },
      facts,
    ),
  conflict_settled: (state, { facts }) =>
    state.unapplied.includes(facts.event)
      ? { ...state, unapplied: state.unapplied.filter((event) => event !== facts.event) }
      : null,
  confidentiality_set: (state, { facts }) => ({ ...state, confidentiality: facts.level, namedUsers: facts.users }),
  complained_about: (state, { facts }) => ({ ...state, complainedAbout: facts.employees }),
  moved_to_unit: (state, { facts: { from, to }, at }) =>
    state.office === to
      ? null
      : withCycle({ ...state, office: to, moves: [...state.moves, { from, to, at }] }, { handler: null }),
  note_added: (state) => ({ ...state, notes: state.notes + 1 }),
  file_added: (state) => ({ ...state, files: state.files + 1 }),
  accepted: (state, { facts, at, actor }) =>
    withCycle(
      { ...state, cameBack: null, decision: { kind: 'accepted', at, by: actor as UserId, waited: facts.waited } },
      { acceptedAt: at },
    ),
  rejected: (state, { facts: { toNotify = false, reason, waited }, at, actor }) => {
    if (isOver(state)) return null
    return left(
      { ...state, decision: { kind: 'rejected', at, by: actor as UserId, reason, waited } },
      { kind: 'rejected', at, toNotify, notified: null },
    )
  },
  rejection_notified: (state, { facts, actor }) =>
    state.exit?.kind === 'rejected'
      ? { ...state, exit: { ...state.exit, notified: { ...facts, by: actor as UserId } } }
      : null,
  classified: (state, event) => classifiedAs(state, event, currentCycle(state).classification?.corrected ?? false),
  class_corrected: (state, event) => classifiedAs(state, event, true),
  assigned: (state, { facts, at }) => {
    const { handlers } = currentCycle(state)
    return withCycle(state, { handler: { ...facts, at }, handlers: [...new Set([...handlers, facts.user])] })
  },
  kb_used: (state) => ({ ...state, articlesUsed: state.articlesUsed + 1 }),
  kb_created: untouched,
}

function classifiedAs(state: Case, event: Recorded<'classified' | 'class_corrected'>, corrected: boolean): Case {
  const { due, dueOrig, ...axes } = event.facts
  const cycle = currentCycle(state)
  const { classification: before, clock } = cycle
  // A suspended clock is read as of its suspension: whatever the hour, it is not late by waiting.
  const isLate = clock.dueNow.at < (suspendedSince(cycle) ?? event.at)
  const isMovedOn = before !== null && isLate && clock.dueNow.at < due.at
  const savedFromLate = isMovedOn || (before?.savedFromLate ?? false)
  const by = event.actor as UserId
  const classification: Classification = { ...axes, at: event.at, by, corrected, savedFromLate }
  return withDues(withCycle(state, { classification }), { due, dueOrig })
}
