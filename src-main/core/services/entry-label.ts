import type { Label } from '#shared/domain/access/events.ts'
import type { CaseType } from '#shared/domain/lists/case-types.ts'
import type { EntrySet, ListName } from '#shared/domain/lists/events.ts'
import { entryElsewhere } from '#shared/wording/of-elsewhere.ts'
import type { ReferenceData } from './reference-data.ts'

/* What entries of lists are called: a case may come from an office that made some for itself, or outlive a list. */

type Offices = Pick<ReferenceData, 'lists' | 'offices'>

/** By its own list, else by that of any office whose lists are here. */
function findEntry({ lists, offices }: Offices, list: ListName, code: string): EntrySet | undefined {
  const own = lists[list].entries.get(code)
  if (own !== undefined) return own
  return [...offices.values()]
    .map((office) => office.lists[list].entries.get(code))
    .find((entry) => entry !== undefined)
}

/** The label of an entry; of one that is nowhere here it is said that it is another office's. */
export const entryLabel = (data: Offices, list: ListName, code: string): Label =>
  findEntry(data, list, code)?.labels ?? entryElsewhere(code)

/** As `entryLabel`: a type of another office is called by the fixed one that it is treated as (T-01). */
export const typeLabel = (data: Offices, type: CaseType, entry: string): Label =>
  entryLabel(data, 'types', findEntry(data, 'types', entry) === undefined ? type : entry)

/** What offices whose lists are here made for themselves, this one aside. */
export function entriesElsewhere({ lists, offices }: Offices, list: ListName): readonly EntrySet[] {
  const all = [...offices.values()].flatMap((office) => [...office.lists[list].entries.values()])
  const others = all.filter(({ code }) => !lists[list].entries.has(code))
  // Of several with one code the first is meant, as for a single one.
  return [...new Map(others.toReversed().map((entry) => [entry.code, entry])).values()]
}
