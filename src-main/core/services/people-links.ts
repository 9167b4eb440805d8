import type { ElsewhereCase, OtherRecord, OtherRecords, ProposedPair } from '#shared/contract/desktop/people.ts'
import type { CaseType } from '#shared/domain/lists/case-types.ts'
import { personEvents } from '#shared/domain/person/events.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { linkStamp } from '#core/projections/people-projection.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import type { Caller } from './caller.ts'
import { authorOf } from './case-command.ts'
import { entryLabel } from './entry-label.ts'
import { inWords } from './in-words.ts'
import type { Office } from './office.ts'
import { saidOf, seenOnOther } from './human-records.ts'
import { readPersonRow } from './persons.ts'
import type { FoundElsewhere, LinkProposal } from './sync-handle.ts'
import { maySeePerson } from './visibility.ts'
import { writeCommit } from './write.ts'

/*
 * Records of people that may be one human (L-16): those of this office with the same document, those that somebody has joined,
 * and those of other offices that the server proposes by its blind index. A person joins or parts them; nothing of a person
 * is copied. Other offices are asked only when somebody wants it: the server counts and records every question.
 */

/** What the office knows of a person's other records; `ask` puts the question to the server as well. */
export async function otherRecords(
  office: Office,
  caller: Caller,
  { id, ask }: { readonly id: string; readonly ask: boolean },
): Promise<Result<OtherRecords>> {
  const { db } = office.store
  if (readPersonRow(db, id) === null || !maySeePerson(office, caller, id)) return refuse('not-found', { what: id })
  const said = saidOf(db, id)
  const alike = alikeHere(db, id)
  const answered = ask ? await askOffices(office, caller, id) : null
  const proposals = answered?.ok === true ? answered.value.proposals : []
  const proposed = proposals.map(({ first, second }) => (first === id ? second : first))
  const ids = [...new Set([...said.keys(), ...alike, ...proposed])]
  const casesOf = (other: string) =>
    proposals.flatMap(({ cases }) => cases.filter(({ person }) => person === other)).map((each) => lineOf(office, each))
  const records = ids.flatMap((other): readonly OtherRecord[] => {
    const person = readPersonRow(db, other)
    if (person !== null && !maySeePerson(office, caller, other)) return []
    return [
      { id: other, standing: said.get(other) ?? 'proposed', person, cases: person === null ? casesOf(other) : [] },
    ]
  })
  return ok({
    asked: askedAs(office, answered),
    records,
    cases: answered?.ok === true ? answered.value.cases.map((each) => lineOf(office, each)) : [],
  })
}

type Answered = Result<{ readonly proposals: readonly LinkProposal[]; readonly cases: readonly FoundElsewhere[] }>

function askedAs(office: Office, answered: Answered | null): OtherRecords['asked'] {
  if (office.sync === null) return { kind: 'stand_alone' }
  if (answered === null) return { kind: 'not_yet' }
  return answered.ok ? { kind: 'answered' } : { kind: 'offline', reason: inWords(answered.refusal) }
}

async function askOffices({ sync, store }: Office, caller: Caller, id: string): Promise<Answered> {
  if (sync === null) return refuse('sync-not-joined')
  const proposed = await sync.proposedLinks({ user: caller.id })
  if (!proposed.ok) return proposed
  const proposals = proposed.value.filter(({ first, second }) => first === id || second === id)
  const document = readPersonRow(store.db, id)?.details.document
  if (document === undefined) return ok({ proposals, cases: [] })
  const found = await sync.findPerson({ user: caller.id, ...document })
  return found.ok ? ok({ proposals, cases: found.value }) : found
}

/** Records of this machine with the same document, however often one was registered. */
const alikeHere = (db: ReadableDb, id: string): readonly string[] =>
  db
    .all<{ id: string }>(
      `SELECT other.id FROM people own JOIN people other ON other.document = own.document AND other.id <> own.id
       WHERE own.id = ? AND ${documentPart('other', 'country')} = ${documentPart('own', 'country')}
         AND ${documentPart('other', 'kind')} = ${documentPart('own', 'kind')} LIMIT 50`,
      id,
    )
    .map((row) => row.id)

const documentPart = (table: string, part: string): string => `json_extract(${table}.details, '$.document.${part}')`

const lineOf = (
  { reference: data }: Office,
  { reference, type, receivedAt, office, state }: FoundElsewhere,
): ElsewhereCase => ({
  reference,
  typeLabel: entryLabel(data, 'types', type as CaseType),
  receivedAt,
  office,
  state,
})

/** Pairs that wait for a person, of which one at least is known here; asked of the server. */
export async function proposedPairs(office: Office, caller: Caller): Promise<Result<readonly ProposedPair[]>> {
  if (office.sync === null) return refuse('sync-not-joined')
  const proposed = await office.sync.proposedLinks({ user: caller.id })
  if (!proposed.ok) return proposed
  const pairs = proposed.value.flatMap(({ first, second, cases }): readonly ProposedPair[] => {
    const { db } = office.store
    const [own, other] = readPersonRow(db, first) === null ? [second, first] : [first, second]
    const person = readPersonRow(db, own)
    if (person === null || !maySeePerson(office, caller, own) || saidOf(db, own).has(other)) return []
    const isKnown = readPersonRow(db, other) !== null
    if (isKnown && !maySeePerson(office, caller, other)) return []
    // The cases of a record that is known here stand on its page, for whoever may open them.
    const told = isKnown ? [] : cases.filter((each) => each.person === other)
    return [{ person, other, cases: told.map((each) => lineOf(office, each)) }]
  })
  return ok(pairs)
}

/** Says that two records are one human, or that they are not; what is said already is not said again. */
export function sayOfRecords(
  office: Office,
  caller: Caller,
  {
    id,
    other,
    type,
  }: { readonly id: string; readonly other: string; readonly type: 'person.linked' | 'person.unlinked' },
): Result<null> {
  const written = writeCommit(office, authorOf(caller), (db) => {
    const isKnown = (person: string): boolean => readPersonRow(db, person) !== null
    if (!isKnown(id) || !maySeePerson(office, caller, id)) return refuse('not-found', { what: id })
    // A record of another office is known to the server alone.
    const isThere = isKnown(other) ? maySeePerson(office, caller, other) : office.sync !== null
    if (id === other || !isThere) return refuse('not-found', { what: other })
    const standing = type === 'person.linked' ? 'joined' : 'parted'
    if (saidOf(db, id).get(other) === standing) return ok([])
    const { version } = personEvents[type]
    const expects = { [linkStamp]: seenOnOther(db, { id, other }) }
    return ok([{ stream: `person:${id}`, type, version, facts: { other }, private: null, expects }])
  })
  return written.ok ? ok(null) : written
}
