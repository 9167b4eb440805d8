import type { PersonView } from '#shared/contract/desktop/views.ts'
import { PersonId } from '#shared/domain/case/event-parts.ts'
import { disclosureMark } from '#shared/domain/case/disclosure-mark.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { doesStand } from '#shared/domain/case/does-stand.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { sha256Text } from '#core/store/hash.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { readPersonRow } from './persons.ts'

/** The complainant, where he is disclosed to a referral of the caller's own department and as long as he is (R-09, B-17). */
export function disclosedPerson(
  office: Office,
  caller: Caller,
  { state, history }: { readonly state: Case; readonly history: readonly RecordedEvent[] },
): PersonView | null {
  const now = office.ports.clock.now()
  const open = currentCycle(state).referrals.find(
    ({ department, disclosedUntil }) =>
      department === caller.user.unit && disclosedUntil !== null && disclosedUntil > now,
  )
  if (open === undefined) return null
  const disclosed = history.findLast(
    (event) => event.type === 'disclosed' && event.facts['referral'] === open.id && doesStand(event),
  )
  const { db } = office.store
  const mark = disclosed?.facts['mark']
  const isMarked = (id: string): boolean => disclosureMark(sha256Text, open.id, id as PersonId) === mark
  const named = state.complainant?.person ?? null
  const held = (): readonly string[] => (named === null ? peopleHeld(db) : [named])
  // Earlier programs wrote the person beside the reason.
  const person = mark === undefined ? PersonId.safeParse(disclosed?.private?.['person']).data : held().find(isMarked)
  return person === undefined ? null : readPersonRow(db, person)
}

/** On a department's machine, whose case names nobody: it holds few, those disclosed to it now. */
const peopleHeld = (db: ReadableDb): readonly string[] =>
  db.all<{ id: string }>('SELECT id FROM people').map(({ id }) => id)
