import type { Book, CaseRow } from './book.ts'
import { isInPeriod } from './book.ts'
import type { CaseFacts } from './facts.ts'
import { countOf, durationsOf, groupBy, ratioOf } from './figure.ts'
import type { Figure, SplitKey } from './figure.ts'

const axes: readonly (readonly [SplitKey, string, (of: CaseFacts) => string | null | readonly string[]])[] = [
  ['service', 'MIX.service', (of) => of.service],
  ['complexity', 'MIX.complexity', (of) => of.complexity],
  ['importance', 'MIX.importance', (of) => of.importance],
  ['procedure', 'MIX.procedure', (of) => of.procedure],
  ['cause', 'MIX.cause', (of) => of.cause],
  ['subject', 'MIX.subject', (of) => (of.subjects.length === 0 ? null : of.subjects)],
]

/**
 * In: book. Out: shares of the received: channels over every submission, classification over complaints (a follower is
 * classified with its lead); the table service by complexity; registration lag. Receipt time (P1).
 */
export function mixFigures(book: Book): readonly Figure[] {
  const received = book.submissions.filter(({ of }) => isInPeriod(book, of.receivedAt))
  const complaints = book.complaints.filter(({ of }) => isInPeriod(book, of.receivedAt))
  return [
    ...groupBy(received, ({ of }) => of.channel).map(([channel, rows]) =>
      ratioOf('MIX.channel', { base: received, met: rows, by: { channel } }),
    ),
    ...axes.flatMap(([key, code, codesOf]) =>
      groupBy(complaints, ({ of }) => codesOf(of)).map(([value, rows]) =>
        ratioOf(code, { base: complaints, met: rows, by: { [key]: value } }),
      ),
    ),
    ...crossFigures(complaints),
    countOf('MIX.complaints', complaints),
    ...durationsOf('LAG', received.map(lag)),
    ...groupBy(received, ({ of }) => of.channel).flatMap(([channel, rows]) =>
      durationsOf('LAG', rows.map(lag), { channel }),
    ),
  ]
}

const lag = ({ id, of }: CaseRow): { readonly id: string; readonly minutes: number } => ({ id, minutes: of.lagMinutes })

function crossFigures(complaints: readonly CaseRow[]): readonly Figure[] {
  return groupBy(complaints, ({ of }) => of.service).flatMap(([service, rows]) =>
    groupBy(rows, ({ of }) => of.complexity).map(([complexity, cases]) =>
      countOf('MIX.cross', cases, { service, complexity }),
    ),
  )
}
