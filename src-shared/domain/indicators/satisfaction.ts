import { ratings } from '#shared/domain/case/codes.ts'
import type { Book, CycleRow } from './book.ts'
import { isInPeriod } from './book.ts'
import { countOf, groupBy, quotientOf, ratioOf } from './figure.ts'
import type { Figure, Split } from './figure.ts'

/** In: book. Out: K5a with the three values and net, K5b, K5c, attempts and reasons; cohort: cycles that ended in the period. */
export function satisfactionFigures(book: Book): readonly Figure[] {
  const ended = book.cycles.filter(
    ({ cycle }) => (cycle.end === 'closed' || cycle.end === 'reopened') && isInPeriod(book, cycle.endedAt),
  )
  const surveyable = ended.filter(({ of, cycle }) => cycle.surveyable && cycle.resolvedAt !== null && !of.anonymous)
  const rated = ended.filter(({ of, cycle }) => cycle.rating !== null && !of.anonymous)
  const unsatisfied = rated.filter(({ cycle }) => cycle.rating === 'not_satisfied')
  return [
    satisfied(rated),
    ...ratings.map((rating) =>
      ratioOf('K5a.value', { base: rated, met: rated.filter(({ cycle }) => cycle.rating === rating), by: { rating } }),
    ),
    {
      ...quotientOf('K5a.net', [rated.length - 2 * unsatisfied.length, rated.length]),
      cases: rated.map(({ id }) => id),
    },
    ...groupBy(rated, ({ cycle }) => cycle.ratingMode).map(([channel, rows]) => satisfied(rows, { channel })),
    ...groupBy(unsatisfied, ({ cycle }) => cycle.dissatisfaction).map(([reason, rows]) =>
      countOf('K5a.reason', rows, { reason }),
    ),
    ratioOf('K5b', { base: surveyable, met: surveyable.filter(({ cycle }) => cycle.rating !== null) }),
    ...contactFigures(surveyable),
  ]
}

const satisfied = (rows: readonly CycleRow[], by?: Split): Figure =>
  ratioOf('K5a', {
    base: rows,
    met: rows.filter(({ cycle }) => cycle.rating !== 'not_satisfied'),
    ...(by === undefined ? {} : { by }),
  })

function contactFigures(surveyable: readonly CycleRow[]): readonly Figure[] {
  const unreachable = surveyable.filter(({ cycle }) => cycle.unreachableAt !== null && cycle.rating === null)
  const reached = surveyable.filter(
    ({ cycle }) => cycle.attempts > 0 && (cycle.rating !== null || cycle.declinedAt !== null),
  )
  const attempts = reached.reduce((sum, { cycle }) => sum + cycle.attempts, 0)
  return [
    ratioOf('K5c', { base: surveyable, met: unreachable }),
    { ...quotientOf('K5c.attempts', [attempts, reached.length], 'index'), cases: reached.map(({ id }) => id) },
    countOf(
      'K5c.breach',
      unreachable.filter(({ cycle }) => !cycle.protocolMet),
    ),
    countOf(
      'K5c.declined',
      surveyable.filter(({ cycle }) => cycle.rating === null && cycle.declinedAt !== null),
    ),
  ]
}
