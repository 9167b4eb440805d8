import { EntrySet } from '#shared/domain/lists/events.ts'
import { shippedLists } from '#shared/domain/lists/shipped.ts'

/** Offices that were set up before types were a list have the six that the program knows (T-01). */
export const builtInTypes: ReadonlyMap<string, EntrySet> = new Map(
  shippedLists.types.map(({ code, ar, en, attributes }, index) => [
    code,
    EntrySet.parse({
      list: 'types',
      code,
      labels: { ar, en },
      order: index * 10,
      active: true,
      scope: 'office',
      attributes: attributes ?? {},
    }),
  ]),
)
