import { describe, expect, test } from 'vitest'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import { rights } from '#shared/domain/access/rights.ts'
import { noCase } from '#shared/domain/case/state.ts'
import { ruleEvent } from '#server/engine/authority.ts'
import { eventCatalogue } from '#server/engine/event-catalogue.ts'
import type { EventShape } from '#server/engine/event-catalogue.ts'
import type { ReceivedCommit, ReceivedEvent } from '#server/engine/received.ts'
import { noReference } from '#server/engine/reference.ts'
import { createWork } from '#server/engine/work.ts'
import { centralUnit, departmentA, departmentB, directorateOfA, office, otherOffice } from '#test/support/case-world.ts'
import { classified, lastReferral, referTo } from '#test/support/case-steps.ts'

/*
 * Who may author what, by the kind of the machine's unit, complete by type: a new event type fails here until somebody
 * has said so of it. What the actor's rights and the case's own rules say comes on top; here the actor has every right.
 */
type Authors =
  /** An office for its own, and the units above it; never a department. */
  | 'inside'
  /** A department besides, on its own referral. */
  | 'referral'
  /** Every unit for itself, and the units above it. */
  | 'unit'
  /** The machine that it is about. */
  | 'machine'

const authors: Readonly<Record<string, Authors>> = {
  received: 'inside',
  registered: 'inside',
  described: 'inside',
  details_changed: 'inside',
  complainant_set: 'inside',
  identity_verified: 'inside',
  number_told: 'inside',
  receipt_printed: 'inside',
  session_started: 'inside',
  inbound_contact: 'inside',
  intake_accepted: 'inside',
  retyped: 'inside',
  confidentiality_set: 'inside',
  complained_about: 'inside',
  note_added: 'inside',
  file_added: 'inside',
  moved_to_unit: 'inside',
  accepted: 'inside',
  rejected: 'inside',
  rejection_notified: 'inside',
  filed: 'inside',
  withdrawn: 'inside',
  external_transferred: 'inside',
  external_followed_up: 'inside',
  external_confirmed: 'inside',
  classified: 'inside',
  class_corrected: 'inside',
  assigned: 'inside',
  referred: 'inside',
  ref_ack: 'referral',
  ref_returned: 'referral',
  ref_replied: 'referral',
  ref_cancelled: 'inside',
  ref_waived: 'inside',
  clarification_asked: 'referral',
  clarification_answered: 'referral',
  directorate_asked: 'referral',
  directorate_answered: 'referral',
  reminder_sent: 'inside',
  escalated: 'inside',
  info_requested: 'inside',
  info_received: 'inside',
  suspended: 'inside',
  resumed: 'inside',
  extended: 'inside',
  due_recomputed: 'inside',
  delay_notice_sent: 'inside',
  progress_notice_sent: 'inside',
  draft_submitted: 'inside',
  draft_returned: 'inside',
  approved: 'inside',
  reply_sent: 'inside',
  resolved: 'inside',
  correction_sent: 'inside',
  contact_attempt: 'inside',
  rated: 'inside',
  rating_declined: 'inside',
  unreachable_declared: 'inside',
  // Where the office says so, the liaison concerned closes too; that is the case's own rule (D7).
  closed: 'referral',
  reopened: 'inside',
  linked: 'inside',
  unlinked: 'inside',
  conflict_settled: 'inside',
  separation_excepted: 'inside',
  disclosed: 'inside',
  disclosure_ended: 'inside',
  qa_scored: 'inside',
  kb_used: 'inside',
  kb_created: 'inside',
  action_created: 'inside',
  action_done: 'inside',
  'person.recorded': 'inside',
  'person.linked': 'inside',
  'person.unlinked': 'inside',
  'person.forgotten': 'inside',
  'report.issued': 'inside',
  'unit.set': 'unit',
  'user.set': 'unit',
  'group.set': 'unit',
  'entry.set': 'unit',
  'settings.set': 'unit',
  'calendar.set': 'unit',
  'targets.set': 'unit',
  'priorities.set': 'unit',
  'ladder.set': 'unit',
  'goals.set': 'unit',
  'read.recorded': 'machine',
  'session.opened': 'machine',
  'password.reset': 'machine',
}

const unit = (id: string, kind: string, parent: string | null) => [id, { id, kind, parent, serves: [], active: true }]
const places = [office, centralUnit, otherOffice, departmentA, departmentB, directorateOfA]
const access = {
  units: new Map([
    unit(centralUnit, 'central', null),
    unit(office, 'office', centralUnit),
    unit(otherOffice, 'office', centralUnit),
    unit(departmentA, 'department', office),
    unit(departmentB, 'department', office),
    unit(directorateOfA, 'directorate', departmentA),
  ] as never),
  users: new Map(
    places.map((place) => [`user-${place}`, { id: `user-${place}`, unit: place, groups: ['all'], active: true }]),
  ),
  groups: new Map([[centralUnit, new Map([['all', { code: 'all', rights: [...rights], active: true }]])]]),
} as unknown as AccessState

const world = classified()
referTo(world)
const referral = lastReferral(world)

interface Try {
  readonly type: string
  /** Whose machine; whose thing. */
  readonly machine: string
  readonly owner: string
  readonly via?: 'window' | 'import' | 'duty'
  /** How its case came. */
  readonly source?: 'staff' | 'import'
  /** What else is noted of the stream. */
  readonly notes?: readonly string[]
}

/** Whether the machine of a unit may author an event of this type on something of another's. */
function mayAuthor({ type, machine, owner, via = 'window', source = 'staff', notes = [] }: Try): boolean {
  const shape = eventCatalogue.get(type) as EventShape
  const isFirst = type === 'received' || type === 'registered'
  const body = { referral, to: office, office: owner, unit: owner, id: owner, code: 'x', list: 'x', serves: [] }
  const content = { type, stream: streamOf(shape, owner), actor: `user-${machine}`, via, rights: null }
  const event = { content, body: { ...body, ...access.units.get(owner), ...(isFirst ? {} : { to: office }) } }
  const received = event as unknown as ReceivedEvent
  const device = {
    id: 'machine',
    unit: machine,
    epochs: [],
    users: [],
    lastContact: null,
    stoodAloneUntil: null,
    joinedAt: 0,
  }
  const work = createWork({
    engine: null as never,
    log: null as never,
    judging: { device, now: world.now, confirmed: '' },
    reference: { ...noReference, now: access },
  })
  work.rows.set(content.stream, { stream: content.stream, length: 1, feeds: [], notes: [`owner:${owner}`, ...notes] })
  const commit = { events: [received], firstSequence: 5, epoch: 1 } as unknown as ReceivedCommit
  const state = isFirst ? noCase : { ...world.case, office: owner as never, source }
  return ruleEvent(work, { event: received, shape, commit, state, access }) === null
}

function streamOf({ stream }: EventShape, owner: string): string {
  if (stream === 'audit') return `audit:machine`
  if (stream === 'list' || stream === 'group') return `${stream}:${owner}/x`
  return `${stream}:${stream === 'user' ? `user-${owner}` : owner}`
}

const types = [...eventCatalogue.keys()]
const typesOf = (...wanted: readonly Authors[]): readonly string[] =>
  types.filter((type) => wanted.includes(authors[type] as Authors))

/** Types of these that the machine of one unit may author on what is another's. */
const authored = (among: readonly string[], asked: Omit<Try, 'type'>): readonly string[] =>
  among.filter((type) => mayAuthor({ ...asked, type }))

describe('who may author what', () => {
  test('SYNC-APPEND-3 of every event type of the catalogue it is said who authors it', () => {
    expect(Object.keys(authors).toSorted()).toEqual(types.toSorted())
  })

  test('SYNC-APPEND-3 G-07 an office authors everything of its own, the central unit too, another office nothing', () => {
    const own = typesOf('inside', 'referral')
    for (const machine of [office, centralUnit]) expect(authored(own, { machine, owner: office })).toEqual(own)
    expect(authored(own, { machine: otherOffice, owner: office })).toEqual([])
    expect(authored(typesOf('unit'), { machine: otherOffice, owner: office })).toEqual([])
  })

  test('SYNC-FEED-10 G-07 the office that a case of his was moved to records how a person is reached, and no more of him', () => {
    const ofPeople = types.filter((type) => type.startsWith('person.'))
    const asked = { machine: otherOffice, owner: office }
    expect(authored(ofPeople, { ...asked, notes: [`at:case-1/${otherOffice}`] })).toEqual(['person.recorded'])
    expect(authored(ofPeople, { ...asked, notes: [`at:case-1/${centralUnit}`] })).toEqual([])
  })

  test('SYNC-APPEND-3 R-09 a department authors its acts on its own referral; others, and its directorates, nothing', () => {
    const all = typesOf('inside', 'referral')
    expect(authored(all, { machine: departmentA, owner: office })).toEqual(typesOf('referral'))
    for (const machine of [departmentB, directorateOfA])
      expect(authored(all, { machine, owner: office }), machine).toEqual([])
    // Nor of cases, people and reports that would be its own.
    expect(authored(typesOf('inside'), { machine: departmentA, owner: departmentA })).toEqual([])
  })

  test('SYNC-APPEND-3 G-03 every unit authors reference data of its own, and of nobody above or beside it', () => {
    const reference = typesOf('unit')
    for (const machine of [office, departmentA]) {
      const named = reference.filter((type) => type !== 'user.set')
      expect(authored(named, { machine, owner: machine }), machine).toEqual(named)
    }
    for (const owner of [office, departmentB, centralUnit, otherOffice])
      expect(authored(reference, { machine: departmentA, owner }), owner).toEqual([])
  })

  test('S14 SYNC-APPEND-3 an office imports people, and cases that come so from their beginning: no rule, and nothing on a case of today', () => {
    const others = types.filter((type) => authors[type] !== 'machine')
    const asked = { machine: office, owner: office, via: 'import' } as const
    const beginnings = ['received', 'registered']
    const ofPeople = ['person.recorded', 'person.forgotten']
    expect(authored(others, asked).toSorted()).toEqual([...beginnings, ...ofPeople].toSorted())
    const ofPast = authored(others, { ...asked, source: 'import' })
    expect(ofPast).toEqual(expect.arrayContaining(['note_added', 'referred', 'ref_replied', 'closed']))
    expect(ofPast.filter((type) => typesOf('unit').includes(type) || type.startsWith('report'))).toEqual([])
  })

  test('SYNC-APPEND-3 a department imports nothing; a duty is written on cases alone, and on none by a department', () => {
    const others = types.filter((type) => authors[type] !== 'machine')
    expect(authored(others, { machine: departmentA, owner: departmentA, via: 'import' })).toEqual([])
    expect(authored(types, { machine: departmentA, owner: office, via: 'import' })).toEqual([])
    expect(authored(typesOf('unit'), { machine: office, owner: office, via: 'duty' })).toEqual([])
    expect(authored(typesOf('unit'), { machine: departmentA, owner: departmentA, via: 'duty' })).toEqual([])
  })
})
