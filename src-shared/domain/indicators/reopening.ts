import type { Instant } from '#shared/domain/clock/instant.ts'
import { addWorkingDays } from '#shared/domain/clock/working-time.ts'
import type { Book, CycleRow } from './book.ts'
import { isInPeriod } from './book.ts'
import { countOf, groupBy, ratioOf } from './figure.ts'
import type { Figure } from './figure.ts'

/** In: book. Out: K9 on the cohort resolved in the period, the reopened of the period by cause, repeated ones, what came of them. */
export function reopeningFigures(book: Book): readonly Figure[] {
  const resolved = book.cycles.filter(
    ({ cycle }) => isInPeriod(book, cycle.resolvedAt) && cycle.reopenedCause !== 'staff_error',
  )
  const reopened = resolved.filter((row) => isWithinWindow(book, row))
  const observed = groupBy(resolved, ({ of }) => of.office).reduce(
    (sum, [office, rows]) => sum + observedIn(book, office, rows),
    0,
  )
  return [
    ratioOf('K9', { base: resolved, met: reopened, observed }),
    ...groupBy(reopened, ({ cycle }) => cycle.reopenedCause).map(([cause, rows]) =>
      countOf('K9.cause', rows, { cause }),
    ),
    ...reviewFigures(book),
  ]
}

function isWithinWindow(book: Book, { of, cycle }: CycleRow): boolean {
  if (cycle.resolvedAt === null || cycle.reopenedAt === null) return false
  return cycle.reopenedAt <= windowEnd(book, of.office, cycle.resolvedAt)
}

/** A later answer never has an earlier window's end, so the newest are looked at until one window is over. */
function observedIn(book: Book, office: string, rows: readonly CycleRow[]): number {
  const answers = rows.flatMap(({ cycle }) =>
    cycle.resolvedAt === null ? [] : [{ at: cycle.resolvedAt, isReopened: cycle.reopenedAt !== null }],
  )
  answers.sort((a, b) => (a.at < b.at ? 1 : -1))
  const over = answers.findIndex(({ at }) => windowEnd(book, office, at) <= book.asOf)
  const running = over === -1 ? answers : answers.slice(0, over)
  return running.filter(({ isReopened }) => !isReopened).length
}

/** Counted from delivery of the answer; later comments never move it (bug 4). */
const windowEnd = (book: Book, office: string, resolvedAt: Instant): Instant =>
  addWorkingDays(book.calendarOf(office), resolvedAt, book.targets.reopenWindowDays)

/** Reopenings that happened in the period, whether their cycle is resolved or still open (bug 2). */
function reviewFigures(book: Book): readonly Figure[] {
  const reviews = book.cycles.filter(({ cycle }) => cycle.number > 1 && isInPeriod(book, cycle.startedAt))
  const judged = reviews.filter(({ cycle, before }) => cycle.outcome !== null && (before?.outcome ?? null) !== null)
  return [
    countOf('K9.reopened', reviews),
    ...groupBy(reviews, ({ cycle }) => cycle.reopenCause).map(([cause, rows]) =>
      countOf('K9.reopened', rows, { cause }),
    ),
    countOf(
      'K9.twice',
      reviews.filter(({ cycle }) => cycle.number > 2),
    ),
    ratioOf('K9.changed', {
      base: judged,
      met: judged.filter(({ cycle, before }) => cycle.outcome !== before?.outcome),
    }),
    ratioOf('K9.newStaff', { base: reviews, met: reviews.filter(hasNewStaff) }),
    countOf(
      'K9.excused',
      reviews.filter((row) => !hasNewStaff(row) && isExcused(row)),
    ),
  ]
}

const hasNewStaff = ({ cycle }: CycleRow): boolean => cycle.sameStaff === 0

const isExcused = ({ of, cycle }: CycleRow): boolean =>
  of.exceptions.some((exception) => exception.startsWith('new_staff/') && exception.endsWith(`/${cycle.number}`))
