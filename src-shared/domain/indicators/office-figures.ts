import type { FigureContext } from './book.ts'
import type { CaseRecord } from './facts.ts'
import { groupBy } from './figure.ts'
import type { Figure } from './figure.ts'
import { headlineFigures } from './headline-figures.ts'

/** What a report over several offices says of each: received, closed, open, late, in time, satisfied (N-05). */
export const officeCodes = ['P6.received', 'P6.closed', 'K7a', 'K7a.overdue', 'K3a.cycle1', 'K5a'] as const

/**
 * In: facts, context, the offices that are counted. Out: `officeCodes` of each, over the cases it owns. An office that
 * has cases here is there even if it is not among the offices, so that the counts sum to the whole (B-01).
 */
export function officeFigures(
  records: readonly CaseRecord[],
  context: FigureContext,
  offices: readonly string[],
): readonly Figure[] {
  const own = new Map(groupBy(records, ({ of }) => of.office))
  return [...new Set([...offices, ...own.keys()])].flatMap((office) => {
    const figures = headlineFigures(own.get(office) ?? [], context)
    return officeCodes.flatMap((wanted) =>
      figures.filter(({ code }) => code === wanted).map((figure) => ({ ...figure, by: { office } })),
    )
  })
}
