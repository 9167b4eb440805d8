import { must } from '#shared/lib/assert.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { readPersonRow } from './persons.ts'
import { maySeePerson } from './visibility.ts'

type Standing = 'joined' | 'parted'

interface Saying {
  readonly other: string
  readonly joined: number
  readonly at: string
  readonly event: string
  /** What stood last on the other's stream when this was said; null: of a program that did not note it. */
  readonly seen: string | null
}

/** What was said last of a record and each other one, from whichever side; whoever was forgotten is no record any more (S19). */
export function saidOf(db: ReadableDb, id: string): ReadonlyMap<string, Standing> {
  const said = db.all<Saying>(
    `SELECT other, joined, at, event, seen FROM (SELECT other, joined, at, event, seen FROM people_links WHERE person = ?
       UNION ALL SELECT person, joined, at, event, seen FROM people_links WHERE other = ?)
     WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.stream = 'person:' || other AND e.type = 'person.forgotten')`,
    id,
    id,
  )
  return new Map([...Map.groupBy(said, ({ other }) => other)].map(([other, both]) => [other, standingOf(both)]))
}

/**
 * Each side's stream has its own order, and no clock stands between the two (S13): that side was last which had seen the
 * other. Said at once and not alike, they are two until a person says it again: a wrong join shows the cases of another.
 */
function standingOf([one, other]: readonly Saying[]): Standing {
  const last = other === undefined ? one : laterOf(must(one, 'of one side at least'), other)
  return last?.joined === 1 ? 'joined' : 'parted'
}

function laterOf(one: Saying, other: Saying): Saying {
  if (one.seen === other.event) return one
  if (other.seen === one.event) return other
  const isOld = one.seen === null && other.seen === null
  return (isOld ? one.at > other.at : one.joined < other.joined) ? one : other
}

/** For the stamp of whoever says it now: the event that said it last on the other's stream. */
export const seenOnOther = (db: ReadableDb, { id, other }: { readonly id: string; readonly other: string }): string =>
  db.value<string>('SELECT event FROM people_links WHERE person = ? AND other = ?', other, id) ?? 'unset'

const mostRecords = 50

/** A record and those joined with it, directly or by way of another (L-16, R-10). */
export function recordsOfHuman(db: ReadableDb, id: string): readonly string[] {
  const found = new Set([id])
  for (const record of found) {
    if (found.size >= mostRecords) break
    for (const [other, standing] of saidOf(db, record)) if (standing === 'joined') found.add(other)
  }
  return [...found]
}

/** Those of them that are known here and that the caller may know of. */
export const seenRecordsOf = (office: Office, caller: Caller, id: string): readonly string[] =>
  recordsOfHuman(office.store.db, id).filter(
    (record) => readPersonRow(office.store.db, record) !== null && maySeePerson(office, caller, record),
  )
