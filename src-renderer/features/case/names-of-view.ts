import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { Label } from '#shared/domain/access/events.ts'
import type { Names } from '#shared/wording/names.ts'
import { personOrWord, unitElsewhere, userElsewhere } from '#shared/wording/of-elsewhere.ts'

type Unit = CaseView['units'][number]
type Shown = Pick<CaseView, 'timeline' | 'users' | 'units' | 'referrals'>

const labelsOf = (named: readonly { readonly id: string; readonly name: Label }[]): ReadonlyMap<string, Label> =>
  new Map(named.map(({ id, name }) => [id, name]))

/** In: view of a case, units of this machine, how a label is said. Out: its people and units in words; nobody reads an id (G-07). */
export function namesOfView(
  { timeline, users, units, referrals }: Shown,
  known: readonly Unit[],
  say: (label: Label) => string,
): Pick<Names, 'user' | 'unit' | 'referral'> {
  const people = labelsOf([...timeline.map(({ actor }) => actor), ...users])
  const places = labelsOf([...known, ...units, ...referrals.map(({ department }) => department)])
  const departments = new Map<string, Label>(referrals.map(({ id, department }) => [id, department.name]))
  return {
    user: (id) => say(people.get(id) ?? personOrWord(id, userElsewhere)),
    unit: (id) => say(places.get(id) ?? unitElsewhere),
    referral: (id) => say(departments.get(id) ?? unitElsewhere),
  }
}
