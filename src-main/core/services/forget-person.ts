import type { PersonForgotten } from '#shared/contract/desktop/people.ts'
import { personEvents } from '#shared/domain/person/events.ts'
import type { ForgettingReason } from '#shared/domain/person/forgetting.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { readStream } from '#core/store/read-stream.ts'
import { isOver } from '#shared/domain/access/unit-tree.ts'
import { needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { authorOf } from './case-command.ts'
import type { Office } from './office.ts'
import { recordsOfHuman, seenRecordsOf } from './human-records.ts'
import { visibilitySql } from './visibility.ts'
import { writeCommit } from './write.ts'

/**
 * Takes who a person was out of the history for good (S19), with every joined record that the caller may know of: his cases
 * stay, with their texts and files. Refuses while somebody still has to reach him. What it leaves on the disk is swept by
 * the caller.
 */
export function forgetPerson(
  office: Office,
  caller: Caller,
  asked: { readonly id: string; readonly reason: ForgettingReason },
): Result<Omit<PersonForgotten, 'copiesFollow'>> {
  const allowed = needs(caller, 'final_closure', 'manage_store')
  if (!allowed.ok) return allowed
  if (!office.store.tablesReady) return refuse('tables-building')
  const records = seenRecordsOf(office, caller, asked.id)
  const written = writeCommit(office, authorOf(caller), (db) => {
    if (!records.includes(asked.id)) return refuse('not-found', { what: asked.id })
    const foreign = caseOfOtherUnit(office, db, records)
    if (foreign !== null) return refuse('person-of-other-unit', { reference: foreign })
    const open = openCasesOf(office, caller, { db, person: asked.id })
    if (!open.ok) return open
    return ok(records.map((id) => personForgotten(id, asked.reason)))
  })
  if (!written.ok) return written
  const cases = office.store.db.value<number>(
    `SELECT count(*) FROM case_rows WHERE person IN (${records.map(() => '?').join(', ')})`,
    ...records,
  )
  return ok({ id: asked.id, cases: cases ?? 0 })
}

/**
 * A record that came along with a moved case is that of the unit which registered it, and is forgotten by it or above: the
 * server refuses it to others (SYNC-FEED-10). Out: the number of that case; null where all records are this unit's.
 */
function caseOfOtherUnit({ reference }: Office, db: ReadableDb, records: readonly string[]): string | null {
  const { enrolledUnit, units } = reference
  if (enrolledUnit === null) return null
  const isOfOther = (unit: unknown): boolean =>
    typeof unit === 'string' && unit !== enrolledUnit && !isOver(units, enrolledUnit, unit)
  for (const id of records) {
    const commit = readStream(db, `person:${id}`)[0]?.commit
    const cases = db.all<{ id: string; reference: string }>('SELECT id, reference FROM case_rows WHERE person = ?', id)
    const found = cases.find((each) =>
      readStream(db, `case:${each.id}`).some(
        (event) => event.type === 'registered' && event.commit === commit && isOfOther(event.facts['office']),
      ),
    )
    if (found !== undefined) return found.reference
  }
  return null
}

/** All of them count, also those of a record that is joined with his; those that the caller may not open are not named. */
function openCasesOf(
  office: Office,
  caller: Caller,
  { db, person }: { readonly db: ReadableDb; readonly person: string },
): Result<null> {
  const records = recordsOfHuman(db, person)
  const open = `FROM case_rows r WHERE r.person IN (${records.map(() => '?').join(', ')}) AND r.is_open = 1`
  const count = db.value<number>(`SELECT count(*) ${open}`, ...records) ?? 0
  if (count === 0) return ok(null)
  const seen = visibilitySql(office, caller)
  const rows = db.all<{ reference: string }>(
    `SELECT r.reference ${open} AND ${seen.sql} ORDER BY r.received_seq LIMIT 5`,
    ...records,
    ...seen.params,
  )
  if (rows.length === 0) return refuse('person-has-hidden-cases', { count })
  return refuse('person-has-open-cases', { count, references: rows.map(({ reference }) => reference).join('، ') })
}

/** The event that takes a person out of the history. */
export const personForgotten = (id: string, reason: string) => ({
  stream: `person:${id}`,
  type: 'person.forgotten',
  version: personEvents['person.forgotten'].version,
  facts: { reason },
  private: null,
})
