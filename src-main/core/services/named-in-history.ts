import type { Named, TimelineEntry } from '#shared/contract/desktop/views.ts'
import { colleague, userElsewhere } from '#shared/wording/of-elsewhere.ts'
import { userLabel } from './reference-data.ts'
import type { NamesOfPeople } from './reference-data.ts'

type Told = Pick<TimelineEntry, 'facts'>

/**
 * In: names, the reader's unit, the history that he is shown. Out: whom its sentences name besides who acted: who was given the case,
 * who is to be told of a referral. A department's machine may not know its colleagues by name yet; nobody reads an id (F-03).
 */
export const namedInHistory = (data: NamesOfPeople, unit: string, history: readonly Told[]): readonly Named[] =>
  history.flatMap(({ facts }) => {
    const unnamed = facts['department'] === unit ? colleague : userElsewhere
    return usersIn(facts).map((id) => ({ id, name: userLabel(data, id, unnamed) }))
  })

function usersIn({ user, users }: Told['facts']): readonly string[] {
  const named: readonly unknown[] = [user, ...(Array.isArray(users) ? (users as readonly unknown[]) : [])]
  return named.filter((id) => typeof id === 'string')
}
