import { personEvents } from '#shared/domain/person/events.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Fresh } from '../write.ts'
import { personRows } from './history-row.ts'
import type { PersonRow } from './history-row.ts'
import { namedId, stableId } from './stable-id.ts'

const keyOf = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise

/** Id of the person a row names: by `personKey`, else the one of the row's case. */
export const personIdOf = (row: Pick<PersonRow, 'case' | 'fields'>): string =>
  namedId('person', keyOf(row.fields['personKey'], row.case))

/** In: a row about a person. Out: the event of his stream; refuses one that names nobody else to be linked with. */
export function personEvent(row: PersonRow): Result<Fresh> {
  const type = personRows[row.event]
  const { version, facts } = personEvents[type]
  const other = row.fields['other']
  const given =
    type === 'person.forgotten'
      ? { reason: keyOf(row.fields['reason'], 'request') }
      : { other: typeof other === 'string' ? namedId('person', other) : null }
  const parsed = facts.safeParse(given)
  if (!parsed.success) return refuse('history-not-a-row', { detail: 'other' })
  return ok({
    stream: `person:${personIdOf(row)}`,
    type,
    version,
    facts: parsed.data,
    private: null,
    at: row.at,
    id: stableId('event', row.id, row.at),
  })
}
