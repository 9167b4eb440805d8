/** What the blind index takes from entries of a feed: pure, so that one page is one small plan of changes. */
import { caseEvents } from '#shared/domain/case/events.ts'
import { personEvents } from '#shared/domain/person/events.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { EventBytes } from '#shared/sync/feed-entry.ts'
import { openPrivatePart } from '#shared/sync/private-part.ts'
import { readEntryHeader } from '#shared/sync/read-entry-header.ts'
import { must } from '#shared/lib/assert.ts'
import { isOfType } from '#server/log/stored-bytes.ts'
import { markOf } from './mark-of.ts'

export type IndexChange =
  | { readonly kind: 'person'; readonly person: string; readonly mark: string | null }
  | { readonly kind: 'complainant'; readonly case: string; readonly person: string | null }
  | { readonly kind: 'settled'; readonly person: string; readonly other: string }
  | { readonly kind: 'gone'; readonly stream: string }

interface Entry {
  readonly header: Uint8Array
  /** Null: of none of `indexedTypes`. */
  readonly events: readonly (EventBytes | null)[]
}

/** In: entries in their order, the index's key. Out: what changes, in the same order. */
export function changesOf(entries: readonly Entry[], key: Uint8Array): readonly IndexChange[] {
  return entries.flatMap((entry) => {
    const header = must(readEntryHeader(parseCanonical(entry.header)), 'the engine wrote this header')
    if ('stream' in header) return [{ kind: 'gone', stream: header.stream }]
    if (!('events' in header) || header.verdict !== 'accepted') return []
    return header.events.flatMap(({ stream }, index) => changeOf(stream, entry.events[index] ?? null, key))
  })
}

function changeOf(stream: string, event: EventBytes | null, key: Uint8Array): readonly IndexChange[] {
  if (event === null) return []
  const [kind, id = ''] = stream.split(':')
  if (kind === 'person' && isOfType(event, 'person.recorded')) return personChange(id, event, key)
  if (kind === 'person' && settling.some((type) => isOfType(event, type))) return settledChange(id, event)
  return kind === 'case' && isOfType(event, 'complainant_set') ? complainantChange(id, event) : []
}

const settling = ['person.linked', 'person.unlinked'] as const

/** Types of the events that tell the index anything. */
export const indexedTypes: readonly string[] = ['person.recorded', ...settling, 'complainant_set']

function settledChange(person: string, event: EventBytes): readonly IndexChange[] {
  const facts = personEvents['person.linked'].facts.safeParse(parseCanonical(event.facts))
  return facts.success ? [{ kind: 'settled', person, other: facts.data.other }] : []
}

function personChange(person: string, event: EventBytes, key: Uint8Array): readonly IndexChange[] {
  if (event.private === null) return []
  const part = personEvents['person.recorded'].private.safeParse(openPrivatePart(event.private))
  const document = part.data?.details.document
  return [{ kind: 'person', person, mark: document === undefined ? null : markOf(key, document) }]
}

function complainantChange(id: string, event: EventBytes): readonly IndexChange[] {
  const facts = caseEvents.complainant_set.facts.safeParse(parseCanonical(event.facts))
  return facts.success ? [{ kind: 'complainant', case: id, person: facts.data.person }] : []
}

/** What is left of a page's changes when each is taken after the other. */
export interface PagePlan {
  /** Person → mark; null for one who has none any more. */
  readonly persons: ReadonlyMap<string, string | null>
  /** Case → complainant; null for none. */
  readonly cases: ReadonlyMap<string, string | null>
  /** Pairs of which a person has said whether they are one. */
  readonly settled: readonly Pair[]
  /** Persons who were forgotten. */
  readonly gone: readonly string[]
}

/** In the order of their ids: whichever came first, the pair is one. */
export type Pair = readonly [first: string, second: string]

export const pairOf = (person: string, other: string): Pair => (person < other ? [person, other] : [other, person])

export function planOf(changes: readonly IndexChange[]): PagePlan {
  const persons = new Map<string, string | null>()
  const cases = new Map<string, string | null>()
  const settled: Pair[] = []
  const gone = new Set<string>()
  for (const change of changes) {
    if (change.kind === 'person') persons.set(change.person, change.mark)
    else if (change.kind === 'complainant') cases.set(change.case, change.person)
    else if (change.kind === 'settled') settled.push(pairOf(change.person, change.other))
    else {
      const [kind, id = ''] = change.stream.split(':')
      if (kind === 'case') cases.set(id, null)
      if (kind !== 'person') continue
      persons.set(id, null)
      gone.add(id)
    }
  }
  return { persons, cases, settled, gone: [...gone] }
}
