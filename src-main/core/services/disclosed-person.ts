import type { PersonView } from '#shared/contract/desktop/views.ts'
import { PersonId } from '#shared/domain/case/event-parts.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import type { Case } from '#shared/domain/case/state.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
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
  const disclosed = history.findLast(({ type, facts }) => type === 'disclosed' && facts['referral'] === open.id)
  const person = PersonId.safeParse(disclosed?.private?.['person'])
  return person.success ? readPersonRow(office.store.db, person.data) : null
}
