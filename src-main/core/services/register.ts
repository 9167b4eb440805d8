import type { RegisterInput as RegisterSchema, Registered } from '#shared/contract/desktop/intake.ts'
import type { CaseCommand } from '#shared/domain/case/commands.ts'
import { decide } from '#shared/domain/case/decide.ts'
import { CaseId, PersonId } from '#shared/domain/case/event-parts.ts'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import { noCase } from '#shared/domain/case/state.ts'
import { parseInstant } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { directionOf } from '#shared/text/direction.ts'
import { cleanText } from '#shared/text/clean-text.ts'
import { saltLength } from '#shared/sync/private-part.ts'
import { assert } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { z } from 'zod'
import type { PersonDetails } from '#shared/domain/person/person-details.ts'
import type { WritableDb } from '#core/store/driver.ts'
import type { Caller } from './caller.ts'
import { needs } from './caller.ts'
import { authorOf, freshEvents } from './case-command.ts'
import { decideContext } from './decide-context.ts'
import { forgetDraft, isDraftKept } from './drafts.ts'
import { checkClock } from './check-clock.ts'
import { entryLabel } from './entry-label.ts'
import { takeReference } from './numbers.ts'
import type { Office } from './office.ts'
import { contactableBy, personRecorded, readPersonForm, readPersonRow } from './persons.ts'
import { maySeePerson } from './visibility.ts'
import { firstTrackingCode } from './tracking-code.ts'
import { rememberMessages } from './taken-messages.ts'
import { fileInput } from './uploads.ts'
import type { Upload } from './uploads.ts'
import { writeCommit } from './write.ts'
import type { Fresh } from './write.ts'

type Form = z.output<typeof RegisterSchema>

/** Registers a case: person, number, due date and history in one transaction, on disk when it returns (C-02, R-01, S1). */
export function register(office: Office, caller: Caller, input: Form): Result<Registered> {
  const allowed = needs(caller, 'register')
  if (!allowed.ok) return allowed
  const id = CaseId.parse(office.ports.ids.uuid())
  const salt = office.ports.ids.randomBytes(saltLength)
  let events: readonly CaseEvent[] = []
  const written = writeCommit(office, authorOf(caller), (db) => {
    const { zone } = office.reference.settings
    const clock = checkClock(db, { now: office.ports.clock.now(), zone, today: input.today })
    if (!clock.ok) return clock
    const { draft, draftKept } = input
    if (draft !== undefined && draftKept && !isDraftKept(db, caller.id, draft)) return refuse('draft-gone')
    const person = resolvePerson(office, caller, { db, person: input.person })
    if (!person.ok) return person
    const command = commandOf(office, input, person.value)
    if (!command.ok) return command
    const reference = takeReference(db, {
      office: office.reference.settings.code,
      zone,
      now: office.ports.clock.now(),
    })
    if (!reference.ok) return reference
    const context = decideContext(office, db, {
      caller,
      caseId: id,
      owner: office.reference.settings.office,
      reference: reference.value,
      idsNeeded: 2,
    })
    const decided = decide(noCase, command.value, context)
    if (!decided.ok) return decided
    events = decided.value
    if (draft !== undefined) forgetDraft(db, caller.id, draft)
    rememberMessages(db, uploadsOf(office, input), reference.value)
    const fresh = freshEvents(decided.value, { id, at: context.now, expects: {} })
    return ok([
      ...person.value.events,
      ...fresh.map((event) => (event.type === 'described' ? { ...event, salt } : event)),
    ])
  })
  return written.ok ? ok(registeredView(office, { id, events, salt })) : written
}

interface Made {
  readonly id: CaseId
  readonly events: readonly CaseEvent[]
  /** Of its text's private part. */
  readonly salt: Uint8Array
}

/** From what was decided: the tables would only say the same. */
function registeredView(office: Office, { id, events, salt }: Made): Registered {
  const received = events.find((event) => event.type === 'received')
  const registered = events.find((event) => event.type === 'registered')
  assert(received !== undefined && registered !== undefined, 'a registration receives and registers')
  const { type, typeEntry, reference, due } = registered.facts
  const isDescribed = events.some((event) => event.type === 'described' && event.private !== null)
  return {
    case: id,
    reference,
    due: due.at,
    receivedAt: received.facts.receivedAt,
    type: entryLabel(office.reference, 'types', typeEntry ?? type),
    trackingCode: firstTrackingCode(office, id, isDescribed ? salt : null),
  }
}

interface ResolvedPerson {
  readonly id: string | null
  readonly details: PersonDetails | null
  readonly events: readonly Fresh[]
}

interface PersonAsked {
  readonly db: WritableDb
  readonly person: Form['person']
}

function resolvePerson(office: Office, caller: Caller, { db, person }: PersonAsked): Result<ResolvedPerson> {
  const { country } = office.reference.settings
  if (person.kind === 'anonymous') return ok({ id: null, details: null, events: [] })
  if (person.kind === 'known') {
    const known = readPersonRow(db, person.id)
    if (known === null || !maySeePerson(office, caller, known.id)) return refuse('not-found', { what: person.id })
    if (person.changes === null) return ok({ id: known.id, details: known.details, events: [] })
    const allowed = needs(caller, 'identify')
    if (!allowed.ok) return allowed
    const changed = readPersonForm(person.changes, country)
    return changed.ok
      ? ok({ id: known.id, details: changed.value, events: [personRecorded(known.id, changed.value)] })
      : changed
  }
  const details = readPersonForm(person.details, country)
  if (!details.ok) return details
  const id = office.ports.ids.uuid()
  return ok({ id, details: details.value, events: [personRecorded(id, details.value)] })
}

/** What came in longer ago was mistyped; old cases come by importing the history (C-07). */
const longestAgoYears = 10

const yearsBefore = (instant: Instant, years: number): string =>
  `${String(Number(instant.slice(0, 4)) - years).padStart(4, '0')}${instant.slice(4)}`

function receiptOf(given: string | undefined, now: Instant): Result<Instant> {
  const receivedAt = given === undefined ? now : parseInstant(given)
  if (receivedAt === null) return refuse('bad-input', { detail: 'receivedAt' })
  const notBefore = yearsBefore(now, longestAgoYears)
  return receivedAt < notBefore ? refuse('time-too-early', { at: receivedAt, notBefore }) : ok(receivedAt)
}

function complainantOf(office: Office, input: Form, { id, details }: ResolvedPerson): Command['input']['complainant'] {
  return {
    person: id === null ? null : PersonId.parse(id),
    anonymous: id === null,
    contactableBy: input.contactableBy ?? (details === null ? [] : contactableBy(details)),
    preferred: input.preferred ?? preferredOf(details),
    language: input.person.kind === 'anonymous' ? input.person.language : (details?.language ?? 'ar'),
    governorate: governorateOf(office, details),
  }
}

type Command = Extract<CaseCommand, { kind: 'register' }>

const uploadsOf = (office: Office, { uploads }: Form): readonly Upload[] =>
  uploads.map((upload) => office.uploads.find(upload)).filter((upload) => upload !== null)

/** The form with everything that has a default filled in. */
function commandOf(office: Office, input: Form, person: ResolvedPerson): Result<Command> {
  const receivedAt = receiptOf(input.receivedAt, office.ports.clock.now())
  if (!receivedAt.ok) return receivedAt
  const uploads = uploadsOf(office, input)
  if (uploads.length < input.uploads.length) return refuse('not-found', { what: 'upload' })
  const { details } = person
  const text = cleanText(input.text, 20_000)
  return ok({
    kind: 'register',
    input: {
      type: input.type,
      typeEntry: input.typeEntry,
      channel: input.channel,
      form: input.form ?? 'written',
      receivedAt: receivedAt.value,
      stampedBy: input.stampedBy ?? 'person',
      pages: input.pages ?? null,
      subject: cleanText(input.subject, 500),
      text,
      textLanguage: input.textLanguage ?? (directionOf(text) === 'rtl' ? 'ar' : 'en'),
      senderLetter: input.senderLetter ?? null,
      remedySought: cleanText(input.remedySought ?? '', 2000),
      subjects: input.subjects ?? [],
      cause: input.cause ?? null,
      complainantKind: input.complainantKind ?? details?.complainantKind ?? null,
      confidentiality: input.confidentiality ?? 'normal',
      namedUsers: input.namedUsers ?? [],
      complainant: complainantOf(office, input, person),
      verification: input.verification ?? null,
      files: uploads.map(fileInput),
      numberTold: input.numberTold ?? null,
      source: input.source ?? 'staff',
      session: isSynchronous(office, input.channel) ? office.ports.ids.uuid() : null,
    },
  })
}

const isSynchronous = (office: Office, channel: string): boolean =>
  office.reference.lists.channels.entries.get(channel)?.attributes.synchronous === true

const channels = ['phone', 'sms', 'email', 'post', 'counter', 'other'] as const

function preferredOf(details: PersonDetails | null): (typeof channels)[number] | null {
  return channels.find((channel) => channel === details?.preferredChannel) ?? null
}

/** The list's code when what was typed is one; a free text stays with the person only. */
function governorateOf(office: Office, details: PersonDetails | null): string | null {
  const code = details?.governorate ?? ''
  return office.reference.lists.governorates.entries.has(code) ? code : null
}
