import type { Book, CaseRow } from './book.ts'
import { isInPeriod } from './book.ts'
import { countOf, durationsOf, groupBy, ratioOf } from './figure.ts'
import type { Figure } from './figure.ts'

/** In: book. Out: K2a with the time to decide and the rejected by reason. Decision time; followers are no complaints of their own. */
export function acceptanceFigures(book: Book): readonly Figure[] {
  const decided = book.complaints.filter(({ of }) => of.decision !== 'undecided' && isInPeriod(book, of.decidedAt))
  const rejected = decided.filter(({ of }) => of.decision === 'rejected')
  return [
    ratioOf('K2a', { base: decided, met: decided.filter(({ of }) => of.decision === 'accepted') }),
    ...durationsOf('K2a.wait', decided.map(waited)),
    ...groupBy(rejected, ({ of }) => of.rejectReason).map(([reason, cases]) =>
      countOf('K2a.rejected', cases, { reason }),
    ),
  ]
}

const waited = ({ id, of }: CaseRow): { readonly id: string; readonly minutes: number } => ({
  id,
  minutes: of.decisionMinutes ?? 0,
})
