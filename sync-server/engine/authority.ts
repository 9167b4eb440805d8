/**
 * Who may write where (SYNC-APPEND-3): the actor is an active user of the device's unit or of one below it and holds the
 * right; the stream belongs to that unit or one below it, or is a case with a referral to it, and then only a
 * department's acts on that referral are taken (R-09). What a case's own rules say is `admit`'s.
 */
import { rightsUnder, isWithin } from './policy.ts'
import type { UnitSet } from '#shared/domain/access/events.ts'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import { ownersOfUnit, ownersOfUser } from '#shared/domain/access/reference-owners.ts'
import { isDepartmental, officesOf } from '#shared/domain/access/unit-tree.ts'
import { ownerOfStream } from '#shared/domain/access/stream-owner.ts'
import { admission } from '#shared/domain/case/admission.ts'
import { referralNamed } from '#shared/domain/case/audience.ts'
import { lifecycleRow } from '#shared/domain/case/lifecycle.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import { because } from '#shared/domain/case/because.ts'
import type { Refusal } from '#shared/lib/result.ts'
import type { RefusalCode } from '#shared/lib/refusals/catalogue.ts'
import type { EventShape } from './event-catalogue.ts'
import { notedOwner, readPersonNotes } from './notes.ts'
import type { ReceivedCommit, ReceivedEvent } from './received.ts'
import { rowOf } from './load-streams.ts'
import type { Work } from './work.ts'

/** Why an event is not this device's or this actor's to write; null where it is. */
export type Ruling = { readonly kind: 'refused' | 'held'; readonly refusal: Refusal } | null

export interface Asked {
  readonly event: ReceivedEvent
  readonly shape: EventShape
  readonly commit: ReceivedCommit
  /** The case as the commit's earlier events left it. */
  readonly state: CaseState
  readonly access: AccessState
}

const serverDevice = 'server'

const refused = (code: RefusalCode, params: Refusal['params'] = {}): Ruling => ({
  kind: 'refused',
  refusal: because(code, params),
})
const held = (code: RefusalCode, params: Refusal['params'] = {}): Ruling => ({
  kind: 'held',
  refusal: because(code, params),
})

export function ruleEvent(work: Work, asked: Asked): Ruling {
  return ruleVia(work, asked) ?? ruleActor(work, asked) ?? ruleStream(work, asked)
}

/** An import is vouched for by an office's machine, never by a department's; a duty is written on cases alone. */
function ruleVia(work: Work, asked: Asked): Ruling {
  const { content } = asked.event
  const { shape } = asked
  if (content.via === 'import' && (isDepartment(work, work.judging.device.unit) || !isOfThePast(asked)))
    return refused('not-allowed', { right: 'manage_store' })
  return content.via === 'duty' && shape.kind !== 'case' ? refused('not-allowed', { right: 'duty' }) : null
}

/**
 * What was before this program: cases that come with it, and people. Whoever works now has rights, also when he says that he
 * imports: no rule, list or user is made so, and nothing is done on a case that was registered here (S14).
 */
function isOfThePast({ event: { content }, shape, state }: Asked): boolean {
  switch (shape.kind) {
    case 'case':
      return state.kind === 'none' || state.source === 'import'
    case 'person':
      return content.type === 'person.recorded' || content.type === 'person.forgotten'
    case 'audit':
      return true
    case 'reference':
    case 'report':
      return false
  }
}

/** The machine attests who acted; an import is vouched for by the machine, a duty and a machine's own audit have no actor. */
function ruleActor(work: Work, { event: { content }, shape, access, commit }: Asked): Ruling {
  const { device } = work.judging
  const hasNoActor = content.via === 'import' || content.via === 'duty' || shape.kind === 'audit'
  if (device.id === serverDevice || hasNoActor || isFounding(work, commit)) return null
  const newest = work.reference.now.users.get(content.actor)
  if (newest === undefined) return held('sync-actor-unknown', { user: content.actor })
  if (!newest.active && newest.atOnce === true) return held('sync-actor-revoked', { user: content.actor })
  const user = access.users.get(content.actor)
  if (user?.active !== true || !isWithin(work.reference, device.unit, user.unit))
    return refused('sync-actor-inactive', { user: content.actor })
  return null
}

/** The first commit of a stand-alone office: it makes the users by whose rights the rest is judged (SYNC-ENROL-3). */
function isFounding(work: Work, { firstSequence, epoch }: ReceivedCommit): boolean {
  return work.judging.device.stoodAloneUntil !== null && firstSequence === 1 && epoch === 1
}

function ruleStream(work: Work, asked: Asked): Ruling {
  switch (asked.shape.kind) {
    case 'case':
      return ruleCase(work, asked)
    case 'person':
      return rulePerson(work, asked)
    case 'reference':
      return ruleReference(work, asked)
    case 'report':
      return ruleReport(work, asked)
    case 'audit':
      return asked.event.content.stream === `audit:${work.judging.device.id}` ? null : refused('sync-not-your-unit')
  }
}

function ruleCase(work: Work, { event, state }: Asked): Ruling {
  const { device } = work.judging
  if (state.kind === 'none') {
    const { office } = event.body
    const isElsewhere =
      typeof office === 'string' && (isDepartment(work, office) || !isWithin(work.reference, device.unit, office))
    return isElsewhere || isDepartment(work, device.unit) ? refused('sync-not-your-unit') : null
  }
  if (event.content.type === 'moved_to_unit' && !isOffice(work, event.body['to']))
    return refused('unit-unknown', { unit: String(event.body['to']) })
  if (isWithin(work.reference, device.unit, state.office) && !isDepartment(work, device.unit)) return null
  if (!isOfOwnReferral(work, event, state)) return refused('sync-not-your-unit')
  return isTeams(event) ? refused('not-allowed', { right: 'refer' }) : null
}

/** What the team alone says in an act that may also be a department's: whoever the machine names as its actor. */
function isTeams({ content: { type }, body }: ReceivedEvent): boolean {
  switch (type) {
    case 'ref_ack':
      return body['beyondLimitApproved'] === true || body['longer'] === true
    case 'ref_replied':
      return body['enteredByTeam'] === true || body['receivedAt'] !== undefined
    case 'clarification_asked':
    case 'clarification_answered':
      return body['by'] === 'team'
    default:
      return false
  }
}

/** A department's act on a referral that is, or was, its own: whether it still can is for the case's rules to say. */
function isOfOwnReferral(work: Work, { content, body }: ReceivedEvent, state: CaseState & { kind: 'case' }): boolean {
  const departments = new Map(
    state.cycles.flatMap(({ referrals }) => referrals.map(({ id, department }) => [id as string, department])),
  )
  const isOwn = (department: string | undefined): boolean =>
    department !== undefined && isWithin(work.reference, work.judging.device.unit, department)
  // Where the office says so, the liaison concerned closes too (D7).
  if (content.type === 'closed') return [...departments.values()].some(isOwn)
  return isDepartmentAct(content.type) && isOwn(departments.get(referralNamed(body) ?? ''))
}

function isDepartmentAct(type: string): boolean {
  const commands = Object.hasOwn(admission, type) ? admission[type as keyof typeof admission] : null
  return (commands ?? []).some((command) => lifecycleRow(command).right === 'answer_for_department')
}

/** A case is given only to a unit that works cases (G-07). */
const isOffice = (work: Work, unit: unknown): boolean =>
  ['office', 'central'].includes(work.reference.now.units.get(String(unit))?.kind ?? '')

const isDepartment = (work: Work, unit: string): boolean => isDepartmental(work.reference.now.units, unit)

const personRights: Readonly<Record<string, readonly Right[]>> = {
  'person.recorded': ['register', 'identify'],
  'person.linked': ['identify', 'link'],
  'person.unlinked': ['identify', 'link'],
  'person.forgotten': ['manage_store', 'final_closure'],
}

function rulePerson(work: Work, asked: Asked): Ruling {
  const { content } = asked.event
  const { unit } = work.judging.device
  const { notes } = rowOf(work, content.stream)
  const owner = notedOwner(notes) ?? officeOfPerson(work, asked.commit)
  // Who has a case of his now writes down how he is reached.
  const { moved, excluded } = readPersonNotes(notes)
  const keepers = content.type === 'person.recorded' ? [owner, ...moved] : [owner]
  // A unit of whose people all his complaints are does not hold him, and has no say about him (G-05).
  if (excluded.includes(unit) && unit !== owner) return refused('sync-not-your-unit')
  if (!keepers.some((keeper) => isWithin(work.reference, unit, keeper)) || isDepartment(work, unit))
    return refused('sync-not-your-unit')
  return ruleRight(work, asked, personRights[content.type] ?? [])
}

/** The office whose record a new person is: that of the case registered with it, else the device's. */
export function officeOfPerson(work: Work, commit: ReceivedCommit): string {
  const registered = commit.events.find(({ content }) => content.type === 'registered')?.body['office']
  if (typeof registered === 'string') return registered
  const { unit } = work.judging.device
  return officesOf(work.reference.now.units, unit)[0] ?? unit
}

function ruleReference(work: Work, asked: Asked): Ruling {
  const { content, body } = asked.event
  const { device } = work.judging
  if (!isNamedAfter(content.stream, content.type, body)) return refused('sync-facts', { type: content.type })
  const owners = ownersOf(work, asked)
  if (owners?.every((owner) => isWithin(work.reference, device.unit, owner)) !== true)
    return refused('sync-not-your-unit')
  const isOfUsers = content.type === 'user.set' || content.type === 'group.set'
  return ruleRight(work, asked, isOfUsers ? ['manage_users'] : ['manage_lists', 'manage_users'])
}

/** An issued report is its office's, and nothing of a department's (N-05). */
function ruleReport(work: Work, asked: Asked): Ruling {
  const { content, body } = asked.event
  const { device } = work.judging
  if (!isNamedAfter(content.stream, content.type, body)) return refused('sync-facts', { type: content.type })
  const isOwn = isWithin(work.reference, device.unit, referenceOwner(work, content.stream))
  return isOwn && !isDepartment(work, device.unit) ? ruleRight(work, asked, ['report']) : refused('sync-not-your-unit')
}

/** Units that must all be the device's; null where none of its unit's may say so. */
function ownersOf(work: Work, { event: { content, body } }: Asked): readonly string[] | null {
  const { units, users } = work.reference.now
  // Facts were read by their schema when they arrived.
  if (content.type === 'user.set') return ownersOfUser(users.get(String(body['id'])), String(body['unit']))
  if (content.type === 'unit.set') return ownersOfUnit(units, work.judging.device.unit, body as unknown as UnitSet)
  return [referenceOwner(work, content.stream)]
}

/** The unit that a stream of reference data belongs to. */
export function referenceOwner(work: Work, stream: string): string {
  if (stream.startsWith('user:')) return work.reference.now.users.get(stream.slice('user:'.length))?.unit ?? 'central'
  const noted = notedOwner(work.rows.get(stream)?.notes ?? [])
  return ownerOfStream(stream, noted ?? homeOf(work))
}

/** Owner of names without one: logs of an office that stood alone. */
export function homeOf(work: Work): string {
  const { unit } = work.judging.device
  return officesOf(work.reference.now.units, unit)[0] ?? unit
}

/** A stream is named after what its facts are about. */
function isNamedAfter(stream: string, type: string, body: ReceivedEvent['body']): boolean {
  const name = stream.slice(stream.indexOf(':') + 1)
  const last = name.slice(name.indexOf('/') + 1)
  switch (type) {
    case 'unit.set':
    case 'user.set':
      return name === body['id']
    case 'group.set':
      return last === body['code']
    case 'entry.set':
      return last === body['list']
    case 'calendar.set':
      return name === body['unit']
    default:
      return name === body['office']
  }
}

function ruleRight(work: Work, { event, access, commit }: Asked, anyOf: readonly Right[]): Ruling {
  const { content } = event
  if (work.judging.device.id === serverDevice || content.via === 'import' || isFounding(work, commit)) return null
  const held = rightsUnder(access, content.actor)
  return anyOf.some((right) => held.includes(right)) ? null : refused('not-allowed', { right: anyOf[0] ?? '' })
}
