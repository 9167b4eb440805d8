import { PersonForm } from '#shared/contract/desktop/people.ts'
import { caseEvents } from '#shared/domain/case/events.ts'
import type { CaseEventType } from '#shared/domain/case/events.ts'
import type { ListCode } from '#shared/domain/lists/list-code.ts'
import type { DecideContext } from '#shared/domain/case/context.ts'
import type { CaseId } from '#shared/domain/case/event-parts.ts'
import { waited } from '#shared/domain/case/deadlines.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { parseInstant } from '#shared/domain/clock/instant.ts'
import type { Country } from '#shared/domain/lists/office-events.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { z } from 'zod'
import { contactableBy, personRecorded, readPersonForm } from '../persons.ts'
import type { Fresh } from '../write.ts'
import { completeRow, firstDue } from './complete-row.ts'
import type { RowPlace } from './row-parts.ts'
import type { HistoryRow } from './history-row.ts'
import { namedId, stableId } from './stable-id.ts'

export type HistoryEvent = Fresh & { readonly type: CaseEventType | 'person.recorded' }

/** In: a row and its case so far. Out: the event as the log takes it; refuses fields that the catalogue does not take. */
export function historyEvent(place: RowPlace, id: CaseId, state: Case): Result<HistoryEvent> {
  return eventOf(place.row, id, { type: place.row.event, fields: completeRow(place, state) })
}

interface Made {
  readonly type: CaseEventType
  readonly fields: Readonly<Record<string, unknown>>
  /** Told apart from other events of the same row. */
  readonly part?: string
}

/** One event of a row: facts and private part each take their own fields, parsed by the catalogue. */
export function eventOf(row: HistoryRow, id: CaseId, { type, fields, part = '' }: Made): Result<HistoryEvent> {
  const shape = caseEvents[type]
  const facts = (shape.facts as z.ZodType<object>).safeParse(fields)
  const secret =
    shape.private === null ? null : (shape.private as z.ZodType<object>).safeParse(secretFields(type, fields))
  const failed = facts.success ? (secret?.success === false ? secret.error : null) : facts.error
  if (failed !== null)
    return refuse('history-not-a-row', {
      detail: failed.issues
        .slice(0, 3)
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; '),
    })
  return ok({
    stream: `case:${id}`,
    type,
    version: shape.version,
    facts: facts.data as object,
    private: secret === null ? null : (secret.data as object),
    at: row.at,
    id: stableId('event', `${row.id}${part}`, row.at),
  })
}

/** The reasons of a class stand under the names of what they are for; a register has the classes and no reasons. */
const secretFields = (type: CaseEventType, fields: Made['fields']): Made['fields'] =>
  type === 'classified' || type === 'class_corrected' ? { ...fields, importance: '', priority: '' } : fields

interface Opening {
  readonly received: HistoryRow
  readonly registered: HistoryRow
  readonly context: DecideContext
  readonly reference: string
  readonly country: Country
  readonly office: string
}

const text = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value.trim() !== '' ? value : otherwise

/**
 * The events with which a case begins: receipt and registration, and what stands on their lines besides: subject and text,
 * complainant, session of a call or visit, classes. Refuses a registration before its receipt (C-07).
 */
export function openingEvents(id: CaseId, opening: Opening): Result<readonly HistoryEvent[]> {
  const { received, registered } = opening
  const fields = { ...received.fields, ...registered.fields }
  const receivedAt = parseInstant(text(received.fields['receivedAt'], '')) ?? received.at
  if (registered.at < received.at || registered.at < receivedAt)
    return refuse('history-earlier-than-last', { at: registered.at, case: registered.case })
  const channel = text(received.fields['channel'], 'phone')
  const { type, typeEntry } = namedType(opening.context, fields['type'])
  const events: Result<readonly HistoryEvent[]>[] = [
    one(
      eventOf(received, id, {
        type: 'received',
        fields: { stampedBy: 'person', form: 'written', pages: null, ...received.fields, channel, receivedAt },
      }),
    ),
    one(
      eventOf(registered, id, {
        type: 'registered',
        fields: registeredFields(opening, fields, { type, typeEntry, receivedAt }),
      }),
    ),
    one(
      eventOf(registered, id, {
        type: 'described',
        part: ' text',
        fields: {
          language: 'ar',
          senderLetter: null,
          remedySought: '',
          ...fields,
          subject: text(fields['subject'], '—'),
          text: text(fields['text'], text(fields['subject'], '—')),
        },
      }),
    ),
    complainantEvents(id, opening, fields),
  ]
  return joined(events)
}

/** A register names a type by its code, or by the office's own entry for it (T-01); what is none of them is a complaint. */
function namedType({ lists }: DecideContext, named: unknown) {
  const entry = text(named, 'complaint') as ListCode
  const type = lists.typeOf(entry) ?? 'complaint'
  const isOwn = lists.typeOf(entry) !== null && entry !== (type as string)
  return { type, typeEntry: isOwn ? entry : null }
}

const one = (event: Result<HistoryEvent>): Result<readonly HistoryEvent[]> => (event.ok ? ok([event.value]) : event)

function joined(parts: readonly Result<readonly HistoryEvent[]>[]): Result<readonly HistoryEvent[]> {
  const events: HistoryEvent[] = []
  for (const part of parts) {
    if (!part.ok) return part
    events.push(...part.value)
  }
  return ok(events)
}

type Fields = Readonly<Record<string, unknown>>

function registeredFields(
  opening: Opening,
  fields: Fields,
  about: ReturnType<typeof namedType> & { receivedAt: Case['receivedAt'] },
): Fields {
  const { context, registered, reference, office } = opening
  const due = firstDue(context, about.receivedAt, about.type)
  const stated = parseInstant(text(fields['due'], ''))
  return {
    subjects: [],
    cause: null,
    complainantKind: null,
    confidentiality: 'normal',
    ...registered.fields,
    type: about.type,
    ...(about.typeEntry === null ? {} : { typeEntry: about.typeEntry }),
    reference,
    office,
    source: 'import',
    practice: context.practice,
    waited: waited(context.clock, about.receivedAt, registered.at),
    due: stated === null ? due : { ...due, at: stated },
  }
}

/** The person on the line, if any; without one the case counts as reachable by phone unless it says `anonymous`. */
function complainantEvents(id: CaseId, opening: Opening, fields: Fields): Result<readonly HistoryEvent[]> {
  const { registered, country } = opening
  const anonymous = fields['anonymous'] === true
  const person = PersonForm.safeParse(fields['person'])
  const details = person.success ? readPersonForm(person.data, country) : null
  if (details?.ok === false) return details
  const personId = details === null ? null : namedId('person', text(fields['personKey'], registered.case))
  const complainant = {
    anonymous,
    contactableBy: details === null ? (anonymous ? [] : ['phone']) : contactableBy(details.value),
    preferred: null,
    language: details?.value.language ?? 'ar',
    governorate: null,
    ...fields,
    person: personId,
  }
  const set = eventOf(registered, id, { type: 'complainant_set', part: ' complainant', fields: complainant })
  if (!set.ok) return set
  if (details === null || personId === null) return ok([set.value])
  const recorded = {
    ...personRecorded(personId, details.value),
    type: 'person.recorded' as const,
    at: registered.at,
    id: stableId('event', `${registered.id} person`, registered.at),
  }
  return ok([recorded, set.value])
}
