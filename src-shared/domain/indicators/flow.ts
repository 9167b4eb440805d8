import type { Instant } from '#shared/domain/clock/instant.ts'
import type { Book, CaseRow, CycleRow } from './book.ts'
import { isInPeriod } from './book.ts'
import type { CycleEnd } from './facts.ts'
import { amountOf, countOf, quotientOf } from './figure.ts'
import type { Figure } from './figure.ts'
import { monthsOf } from './period.ts'

/*
 * The movement of complaints (P6): opening + received + reopened = ends of every kind + closing. Opening and closing
 * are read at their instants, the flows by their own times, so that a fault in the history shows as a difference.
 */

const ends = ['rejected', 'filed', 'withdrawn', 'linked', 'external'] as const satisfies readonly CycleEnd[]

/** In: book. Out: the lines of the reconciliation, its difference (0 when it closes), K7c and the flow by month. */
export function flowFigures(book: Book): readonly Figure[] {
  const lines = flowLines(book)
  const completed = lines.closed.length + ends.reduce((sum, end) => sum + lines.left[end].length, 0)
  const incoming = lines.received.length + lines.reopened.length
  const months = monthsOf(book)
  return [
    countOf('P6.opening', lines.opening),
    countOf('P6.received', lines.received),
    countOf('P6.reopened', lines.reopened),
    amountOf('P6.considered', lines.opening.length + incoming),
    countOf('P6.closed', lines.closed),
    ...ends.map((end) => countOf(`P6.${end}`, lines.left[end])),
    countOf('P6.closing', lines.closing),
    amountOf('P6.difference', lines.opening.length + incoming - completed - lines.closing.length),
    countOf('P6.late', lateRegistrations(book)),
    quotientOf('K7c', [completed, incoming]),
    quotientOf('K7c.months', [lines.closing.length * Math.max(1, months.length), completed], 'index'),
    ...(book.detail === 'all' ? monthFigures(book) : []),
  ]
}

interface FlowLines {
  readonly opening: readonly CycleRow[]
  readonly received: readonly CaseRow[]
  readonly reopened: readonly CycleRow[]
  readonly closed: readonly CycleRow[]
  readonly left: Readonly<Record<(typeof ends)[number], readonly CycleRow[]>>
  readonly closing: readonly CycleRow[]
}

function flowLines(book: Book): FlowLines {
  const ended = book.submittedCycles.filter(({ cycle }) => isInPeriod(book, cycle.endedAt))
  const byEnd = (end: CycleEnd): readonly CycleRow[] => ended.filter(({ cycle }) => cycle.end === end)
  return {
    opening: openAt(book, book.from),
    received: book.submissions.filter(({ of }) => isInPeriod(book, of.receivedAt)),
    reopened: book.submittedCycles.filter(({ cycle }) => cycle.number > 1 && isInPeriod(book, cycle.startedAt)),
    closed: ended.filter(({ cycle }) => cycle.end === 'closed' || cycle.end === 'reopened'),
    left: {
      rejected: byEnd('rejected'),
      filed: byEnd('filed'),
      withdrawn: byEnd('withdrawn'),
      linked: byEnd('linked'),
      external: byEnd('external'),
    },
    closing: openAt(book, book.until),
  }
}

/** In: book, a moment that is the end of what went before. Out: cycles begun and not ended before it. */
export function openAt(book: Book, moment: Instant): readonly CycleRow[] {
  return book.submittedCycles.filter(
    ({ cycle }) => cycle.startedAt < moment && (cycle.endedAt === null || cycle.endedAt >= moment),
  )
}

/** In: figures. Out: whether the flow closes (P6). */
export function isReconciled(figures: readonly Figure[]): boolean {
  return figures.some((figure) => figure.code === 'P6.difference' && figure.value === 0)
}

/** Received before the period, entered in it: the line of late registrations (P4). */
function lateRegistrations(book: Book): readonly CaseRow[] {
  return book.submissions.filter(({ of }) => of.receivedAt < book.from && isInPeriod(book, of.registeredAt))
}

function monthFigures(book: Book): readonly Figure[] {
  return monthsOf(book).flatMap(({ month, from, to }) => {
    const lines = flowLines({ ...book, from, until: to })
    const by = { month }
    return [
      countOf('FLOW.opening', lines.opening, by),
      countOf('FLOW.received', lines.received, by),
      countOf('FLOW.reopened', lines.reopened, by),
      countOf('FLOW.completed', [...lines.closed, ...ends.flatMap((end) => lines.left[end])], by),
      countOf('FLOW.open', lines.closing, by),
    ]
  })
}
