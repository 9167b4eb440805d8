/**
 * Keeps the blind index behind the central unit's feed. That feed holds every office's people and cases but the
 * strictly confidential ones, so the index cannot tell of those either. Each page is one transaction with the
 * reader's place: several servers may run this, one wins a page, the others find it done.
 */
import { and, eq, inArray, ne, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { FeedName } from '#shared/sync/feed-entry.ts'
import type { Tables, TablesTransaction } from '#server/log/tables.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import { feedReaders, peopleCases, peopleMarks, peopleProposals } from '#server/log/schema/people-tables.ts'
import type { ServerPorts } from '#server/ports.ts'
import { changesOf, indexedTypes, pairOf, planOf } from './read-marks.ts'
import type { PagePlan } from './read-marks.ts'

const reader = 'people'
const central = FeedName.parse('central')
const page = 500

export interface PeopleIndex {
  readonly db: Tables
  readonly log: ServerLog
  readonly ports: Pick<ServerPorts, 'clock' | 'ids'>
  readonly key: Uint8Array
}

/** Reads on until the end of the feed. */
export async function indexPeople(index: PeopleIndex): Promise<void> {
  for (;;) {
    const after = await placeOf(index.db)
    const entries = await index.log.read((log) =>
      log.readEntriesOf({ feed: central, after, limit: page, types: indexedTypes }),
    )
    const last = entries.at(-1)
    if (last === undefined) return
    const plan = planOf(changesOf(entries, index.key))
    await index.db.transaction(async (tx) => {
      if (!(await moveOn(tx, after, last.sequence))) return
      await setMarks(tx, plan.persons)
      await forgetProposals(tx, plan.gone)
      await proposeAlike(tx, plan.persons, index.ports.clock.now())
      await settleProposals(tx, plan.settled, index.ports.clock.now())
      await setComplainants(tx, plan.cases)
    })
  }
}

async function placeOf(db: Tables): Promise<number> {
  const rows = await db.select({ sequence: feedReaders.sequence }).from(feedReaders).where(eq(feedReaders.name, reader))
  if (rows[0] !== undefined) return rows[0].sequence
  await db.insert(feedReaders).values({ name: reader, sequence: 0 }).onConflictDoNothing()
  return 0
}

/** False when another server has read this page meanwhile. */
async function moveOn(tx: TablesTransaction, after: number, to: number): Promise<boolean> {
  const moved = await tx
    .update(feedReaders)
    .set({ sequence: to })
    .where(and(eq(feedReaders.name, reader), eq(feedReaders.sequence, after)))
    .returning({ name: feedReaders.name })
  return moved.length === 1
}

/** Marks of the persons of this page: whoever had one gets the new one, or none. */
async function setMarks(tx: TablesTransaction, persons: PagePlan['persons']): Promise<void> {
  const ids = [...persons.keys()]
  if (ids.length === 0) return
  await tx.delete(peopleMarks).where(inArray(peopleMarks.person, ids))
  const marks = [...persons].flatMap(([person, mark]) => (mark === null ? [] : [{ person, mark }]))
  if (marks.length > 0) await tx.insert(peopleMarks).values(marks)
}

/** Whoever has the same mark already is proposed as the same human, once, whichever came first. */
async function proposeAlike(tx: TablesTransaction, persons: PagePlan['persons'], foundAt: string): Promise<void> {
  const marked = [...persons].filter(([, mark]) => mark !== null).map(([person]) => person)
  if (marked.length === 0) return
  const own = alias(peopleMarks, 'own')
  const alike = await tx
    .select({ person: own.person, other: peopleMarks.person })
    .from(own)
    .innerJoin(peopleMarks, and(eq(peopleMarks.mark, own.mark), ne(peopleMarks.person, own.person)))
    .where(inArray(own.person, marked))
  if (alike.length === 0) return
  const pairs = alike.map(({ person, other }) => {
    const [first, second] = pairOf(person, other)
    return { first, second, foundAt }
  })
  await tx.insert(peopleProposals).values(pairs).onConflictDoNothing()
}

/** Also pairs that the index never proposed: somebody knew, and it need not be proposed later. */
async function settleProposals(tx: TablesTransaction, pairs: PagePlan['settled'], foundAt: string): Promise<void> {
  if (pairs.length === 0) return
  const rows = new Map(
    pairs.map(([first, second]) => [`${first} ${second}`, { first, second, foundAt, settled: true }]),
  )
  await tx
    .insert(peopleProposals)
    .values([...rows.values()])
    .onConflictDoUpdate({ target: [peopleProposals.first, peopleProposals.second], set: { settled: true } })
}

async function setComplainants(tx: TablesTransaction, cases: PagePlan['cases']): Promise<void> {
  const ids = [...cases.keys()]
  if (ids.length === 0) return
  await tx.delete(peopleCases).where(inArray(peopleCases.case, ids))
  const rows = [...cases].flatMap(([id, person]) => (person === null ? [] : [{ case: id, person }]))
  if (rows.length > 0) await tx.insert(peopleCases).values(rows)
}

async function forgetProposals(tx: TablesTransaction, persons: readonly string[]): Promise<void> {
  if (persons.length === 0) return
  await tx
    .delete(peopleProposals)
    .where(or(inArray(peopleProposals.first, persons), inArray(peopleProposals.second, persons)))
}
