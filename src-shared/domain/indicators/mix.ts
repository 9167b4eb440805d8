import type { Book, CaseRow } from './book.ts'
import { isInPeriod } from './book.ts'
import type { CaseFacts } from './facts.ts'
import { countOf, durationsOf, endedCode, groupBy, ratioOf } from './figure.ts'
import type { Figure, SplitKey } from './figure.ts'

const axes: readonly (readonly [SplitKey, string, (row: CaseRow) => string | null | readonly string[]])[] = [
  ['service', 'MIX.service', (row) => classOf(row, 'service')],
  ['complexity', 'MIX.complexity', (row) => classOf(row, 'complexity')],
  ['importance', 'MIX.importance', (row) => classOf(row, 'importance')],
  ['procedure', 'MIX.procedure', (row) => classOf(row, 'procedure')],
  ['cause', 'MIX.cause', ({ of }) => of.cause],
  ['subject', 'MIX.subject', ({ of }) => (of.subjects.length === 0 ? null : of.subjects)],
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
      groupBy(complaints, codesOf).map(([value, rows]) =>
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
  return groupBy(complaints, (row) => classOf(row, 'service')).flatMap(([service, rows]) =>
    groupBy(rows, (row) => classOf(row, 'complexity')).map(([complexity, cases]) =>
      countOf('MIX.cross', cases, { service, complexity }),
    ),
  )
}

/** Rejected, withdrawn, filed or given to another body before it was classified: it is not waiting for a class. */
const classOf = (
  { of, last }: CaseRow,
  key: keyof Pick<CaseFacts, 'service' | 'complexity' | 'importance' | 'procedure'>,
): string | null => of[key] ?? (last.endedAt !== null || of.exit !== null ? endedCode : null)
